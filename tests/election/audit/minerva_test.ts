import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { binomialTail, minervaRisk, minervaStopsAt } from "tallybook/election";
import { golden } from "../../golden/read.ts";

/** Made by tests/golden/scripts/09_audits.py. */
const audits = golden<{
  checked_vectors: {
    minerva_r1_kmin_60_100: number;
    ga2020_minerva_p: number;
  };
}>("audits.json");
const { checked_vectors: vectors } = audits;

const LOST = [
  [3000, 3000, 0.6, 2.8593140423128385e-238],
  [9000, 10_000, 0.52, 2.655630878914431e-136],
  [19_000, 20_000, 0.51, 2.342475716146609e-155],
  [4000, 5000, 0.55, 1.4235815830589412e-120],
  [999_990, 1_000_000, 0.5000001, 0.8187340444651349],
] as const;

Deno.test("minervaStopsAt() of 100 ballots at 60% is the published 58", () => {
  assertEquals(minervaStopsAt(100, 0.6, 0.1), vectors.minerva_r1_kmin_60_100);
  assertEquals(minervaStopsAt(5, 0.6, 0.1), null);
});

Deno.test("minervaRisk() gives the published risk of Georgia's Senate audit of 2020", () => {
  const share = 2_453_876 / (2_453_876 + 2_358_432);
  assertAlmostEquals(minervaRisk(8900, 17_605, share), vectors.ga2020_minerva_p, 1e-11);
});

Deno.test("minervaRisk() of samples beyond what a number can hold", () => {
  // From mpmath (50 digits): ratio of the two binomial tails, sums of all terms.
  for (const [winner, drawn, share, risk] of LOST) {
    assertAlmostEquals(minervaRisk(winner, drawn, share), risk, 1e-9 * risk);
  }
  assertEquals(minervaRisk(1e6, 1e6, 0.6), 0); // (5/6)^1,000,000: less than any number
  assertEquals(minervaRisk(10, 10, 1), 2 ** -10);
  assertEquals(minervaRisk(0, 1e6, 0.6), 1);
});

Deno.test("binomialTail() holds at its ends", () => {
  assertEquals([binomialTail(0, 5, 0.3), binomialTail(-3, 5, 0.3), binomialTail(6, 5, 0.3)], [
    1,
    1,
    0,
  ]);
  assertEquals([binomialTail(1, 5, 0), binomialTail(5, 5, 1)], [0, 1]);
  assertAlmostEquals(binomialTail(1, 5, 0.3), 1 - 0.7 ** 5, 1e-15);
  assertAlmostEquals(binomialTail(5, 5, 0.3), 0.3 ** 5, 1e-17);
  assertThrows(() => binomialTail(1.5, 5, 0.3), RangeError, "successes: found 1.5");
  assertThrows(() => binomialTail(1, 5, 1.5), RangeError, "chance: found 1.5");
});

Deno.test("minervaRisk() refuses more ballots for the winner than drawn", () => {
  assertThrows(
    () => minervaRisk(5, 4, 0.6),
    RangeError,
    "found 5, expected a whole number of at least 0 and at most 4",
  );
});
