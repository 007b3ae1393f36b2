import { assertEquals, assertRejects } from "@std/assert";
import { pickBallots } from "tallybook/election";
import { golden } from "../../golden/read.ts";

Deno.test("pickBallots() repeats the reference draw", async () => {
  const { sha256_sampler: expected } = golden<
    { sha256_sampler: { seed: string; N: number; first10: number[] } }
  >("audits.json");
  assertEquals(await pickBallots(expected.seed, expected.N, 10), expected.first10);
});

Deno.test("pickBallots() refuses an empty seed and an empty manifest", async () => {
  await assertRejects(() => pickBallots("", 10, 1), RangeError, "seed");
  await assertRejects(() => pickBallots("1", 0, 1), RangeError, "ballots");
});
