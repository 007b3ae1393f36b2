import { requireCount } from "../exact/check.ts";

/**
 * Picks ballots for an audit from a public seed: the i-th is 1 + SHA-256 of
 * "seed,i", read as an integer, modulo the number of ballots; with replacement.
 * Anyone who knows the seed can repeat the draw.
 *
 * @param seed Digits rolled in public after the results were published.
 * @param ballots Ballots on the manifest.
 * @param picks How many to pick.
 * @throws {RangeError} if a count is not whole, or the seed is empty.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { pickBallots } from "tallybook/election";
 *
 * assertEquals(await pickBallots("20161108201611082016", 4_799_284, 2), [2338946, 1676002]);
 * ```
 */
export async function pickBallots(seed: string, ballots: number, picks: number): Promise<number[]> {
  requireCount(ballots, "ballots", 1);
  requireCount(picks, "picks");
  if (seed === "") throw new RangeError("Expected a seed, but found an empty text");
  const encoder = new TextEncoder();
  const numbers: number[] = [];
  for (let pick = 1; pick <= picks; pick++) {
    const digest = await crypto.subtle.digest("SHA-256", encoder.encode(`${seed},${pick}`));
    const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0"));
    numbers.push(1 + Number(BigInt(`0x${hex.join("")}`) % BigInt(ballots)));
  }
  return numbers;
}
