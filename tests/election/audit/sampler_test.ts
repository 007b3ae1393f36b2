import { assertEquals, assertThrows } from "@std/assert";
import { pickBallots } from "tallybook/election";
import { golden } from "../../golden/read.ts";

Deno.test("pickBallots() repeats the reference draw", () => {
  const { sha256_sampler: expected } = golden<
    { sha256_sampler: { seed: string; N: number; first10: number[] } }
  >("audits.json");
  assertEquals(pickBallots(expected.seed, expected.N, 10), expected.first10);
});

Deno.test("pickBallots() refuses an empty seed and an empty manifest", () => {
  assertThrows(() => pickBallots("", 10, 1), RangeError, "seed");
  assertThrows(() => pickBallots("1", 0, 1), RangeError, "ballots");
});

Deno.test("pickBallots() hashes by SHA-256 as the platform does, for seeds of every length", async () => {
  for (let length = 1; length <= 130; length++) {
    const seed = "é7".repeat(length).slice(0, length);
    const bytes = new TextEncoder().encode(`${seed},1`);
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
    const ballots = 2 ** 53 - 1;
    assertEquals(pickBallots(seed, ballots, 1), [1 + Number(BigInt(`0x${hex}`) % BigInt(ballots))]);
  }
});
