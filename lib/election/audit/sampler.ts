import { refusal, requireCount } from "../../check/mod.ts";
import { sha256Bytes } from "./sha256.ts";

/**
 * Picks ballots for an audit from a public seed: the i-th is 1 + SHA-256 of
 * "seed,i", read as an integer, modulo the number of ballots; with replacement.
 * Anyone who knows the seed can repeat the draw. Colorado draws by this rule.
 *
 * @param seed Digits rolled in public after the results were published.
 * @param ballots Ballots on the manifest.
 * @param picks How many to pick.
 * @throws {RangeError} if a count is not whole, more than 200,000 are to be picked, or the seed is
 * empty.
 * @throws {TypeError} if an argument is of the wrong kind.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { pickBallots } from "tallybook/election";
 *
 * assertEquals(pickBallots("20161108201611082016", 4_799_284, 2), [2338946, 1676002]);
 * ```
 */
export function pickBallots(seed: string, ballots: number, picks: number): number[] {
  const task = "pick ballots";
  if (typeof seed !== "string" || seed === "") {
    const message = refusal({ task, where: "seed", found: seed, expected: "a text of digits" });
    throw typeof seed === "string" ? new RangeError(message) : new TypeError(message);
  }
  requireCount(task, "ballots", ballots, { minimum: 1 });
  requireCount(task, "picks", picks, { maximum: MOST });
  return Array.from(
    { length: picks },
    (_, i) => 1 + remainder(sha256Bytes(`${seed},${i + 1}`), ballots),
  );
}

/** Picks that take about a second. */
const MOST = 200_000;

/** The bytes, read as one integer, modulo the number of ballots. */
function remainder(bytes: Uint8Array, ballots: number): number {
  let rest = 0n;
  for (const byte of bytes) rest = ((rest << 8n) | BigInt(byte)) % BigInt(ballots);
  return Number(rest);
}
