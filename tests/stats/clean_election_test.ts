import { assert, assertEquals, assertThrows } from "@std/assert";
import { binomialDraw, falseAlarmRate, lastDigitTest, Xoshiro128 } from "tallybook/stats";
import { chiSquareTail } from "tallybook/stats";

Deno.test("binomialDraw() has the binomial's probabilities", () => {
  // Binomial(4, 1/4): 81, 108, 54, 12, 1 of 256.
  const random = new Xoshiro128(8);
  const counts = [0, 0, 0, 0, 0];
  for (let i = 0; i < 25600; i++) counts[binomialDraw(4, 0.25, random)]!++;
  const expected = [8100, 10800, 5400, 1200, 100];
  const chiSquare = counts.reduce((s, c, i) => s + (c - expected[i]!) ** 2 / expected[i]!, 0);
  assert(chiSquareTail(chiSquare, 4) > 0.001, `chi-square ${chiSquare}`);
});

Deno.test("binomialDraw() has the right mean and variance for large counts", () => {
  const random = new Xoshiro128(9);
  const draws = Array.from({ length: 4000 }, () => binomialDraw(5000, 0.3, random));
  const mean = draws.reduce((a, b) => a + b) / 4000;
  const variance = draws.reduce((s, d) => s + (d - mean) ** 2, 0) / 4000;
  assert(Math.abs(mean - 1500) < 5 * Math.sqrt(1050 / 4000));
  assert(Math.abs(variance / 1050 - 1) < 5 * Math.sqrt(2 / 4000));
});

Deno.test("binomialDraw() is certain at 0 and 1 and refuses nonsense", () => {
  const random = new Xoshiro128(1);
  assertEquals([binomialDraw(9, 0, random), binomialDraw(9, 1, random)], [0, 9]);
  assertThrows(
    () => binomialDraw(9, 1.5, random),
    RangeError,
    "p: found 1.5, expected a finite number of at least 0 and at most 1",
  );
  assertThrows(
    () => binomialDraw(1.5, 0.5, random),
    RangeError,
    "trials: found 1.5, expected a whole number of at least 0",
  );
});

Deno.test("the last-digit test is calibrated on clean elections", () => {
  const ballots = Array.from({ length: 300 }, (_, i) => 800 + 7 * i);
  const shares = ballots.map((_, i) => 0.3 + 0.001 * i);
  const found = falseAlarmRate({ ballots, shares, test: lastDigitTest }, {
    elections: 400,
    seed: 3,
  });
  // Rate 0.05 with standard error √(0.05 × 0.95/400) = 0.011: 4 of these.
  assert(Math.abs(found.rate - 0.05) < 0.044, String(found.rate));
  assertEquals(found.elections, 400);
});

Deno.test("falseAlarmRate() gives the test each election's counts of all units, and counts p-values below alpha", () => {
  const [ballots, shares] = [[50, 7, 0, 300], [0.5, 0.2, 0.4, 0.9]];
  const seen: number[][] = [];
  const pValues = [0.05, 0.0499, 0.2, 0, 1, 0.049, 0.051, 0.3];
  const found = falseAlarmRate({
    ballots,
    shares,
    test: (counts) => {
      seen.push(Array.from(counts));
      return { pValue: pValues[seen.length - 1]! };
    },
  }, { elections: 8, seed: 6 });
  // Below .05, not at it: three of eight.
  assertEquals([found.rate, found.alpha, found.elections], [3 / 8, 0.05, 8]);
  assertEquals(found.standardError, Math.sqrt(3 / 8 * 5 / 8 / 8));
  const random = new Xoshiro128(6);
  const expected = Array.from(
    { length: 8 },
    () => ballots.map((n, i) => binomialDraw(n, shares[i]!, random)),
  );
  assertEquals(seen, expected);
  // Unless told: 400 elections from seed 1, at a level of .05.
  const unless = falseAlarmRate({ ballots, shares, test: () => ({ pValue: 0.04 }) });
  assertEquals([unless.elections, unless.rate, unless.alpha, unless.standardError], [
    400,
    1,
    0.05,
    0,
  ]);
});
