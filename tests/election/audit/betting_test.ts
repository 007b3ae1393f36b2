import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { bettingMartingale, comparisonBet, overstatementValue } from "tallybook/election";
import { golden } from "../../golden/read.ts";
import { random } from "./prng.ts";

/** Made with SHANGRLA's own code by tests/golden/scripts/betting_martingales.py. */
const { paths, optimal } = golden<{
  paths: {
    name: string;
    x: number[];
    population: number | null;
    null_mean: number;
    bound: number;
    bet: "fixed_bet" | "agrapa";
    lam: number;
    p: number[];
    risk: number;
  }[];
  optimal: { margin: number; two_over: number; bet: number }[];
}>("betting_martingales.json");

for (const path of paths) {
  const how = path.bet === "agrapa" ? "adaptive bets" : `bets of ${path.lam}`;
  const of = path.population === null ? "with replacement" : `from ${path.population} ballots`;
  Deno.test(`bettingMartingale() follows SHANGRLA: ${path.name}, ${how}, ${of}`, () => {
    const { pValues, risk } = bettingMartingale(path.x, {
      population: path.population ?? Infinity,
      nullMean: path.null_mean,
      bound: path.bound,
      ...(path.bet === "agrapa" ? { firstBet: path.lam } : { bet: path.lam }),
    });
    pValues.forEach((p, i) => assertAlmostEquals(p, path.p[i]!, 1e-11));
    assertAlmostEquals(risk, path.risk, 1e-11);
  });
}

Deno.test("comparisonBet() is SHANGRLA's optimal bet, and none where errors outweigh the margin", () => {
  for (const { margin, two_over, bet } of optimal) {
    assertAlmostEquals(comparisonBet(margin, two_over), Math.max(0, bet), 1e-9);
  }
  assertAlmostEquals(comparisonBet(1, 0), 2);
});

for (const bet of ["adaptive", 1.9] as const) {
  Deno.test(`bettingMartingale() with ${bet} bets keeps its limit where records hide a tie`, () => {
    // A reported margin of .1, in truth 0: one record in twenty overstates it by two votes.
    const [margin, limit, audits] = [0.1, 0.05, 3000];
    const next = random(1896);
    const [right, wrong] = [
      overstatementValue("winner", "winner", margin),
      overstatementValue("winner", "loser", margin),
    ];
    // Mean: .95 / 1.9 = ½, the null's edge.
    assertAlmostEquals(0.95 * right + 0.05 * wrong, 0.5, 1e-12);
    let fallen = 0;
    for (let audit = 0; audit < audits; audit++) {
      const sample = Array.from({ length: 300 }, () => next() < 0.05 ? wrong : right);
      if (bettingMartingale(sample, { bound: 2 / (2 - margin), bet }).risk <= limit) fallen++;
    }
    // Standard error √(.05 × .95 / 3,000) = .004.
    assert(fallen / audits <= limit + 4 * Math.sqrt((limit * (1 - limit)) / audits), `${fallen}`);
    assert(fallen > 0);
  });
}

Deno.test("bettingMartingale() confirms a clean comparison with no more ballots than SuperSimple", () => {
  // 62 ballots × ln(1 + 1.99 (1/1.9 − ½)) = 62 × .0510 > ln 20; SuperSimple wants 63.
  const right = overstatementValue("winner", "winner", 0.1);
  const options = { bound: 2 / 1.9, bet: comparisonBet(0.1, 0.0001) };
  const { pValues } = bettingMartingale(new Array(63).fill(right), options);
  assert(pValues.findIndex((p) => p <= 0.05) < 62);
});

Deno.test("bettingMartingale() refuses bets that could lose more than all", () => {
  assertThrows(() => bettingMartingale([1], { bet: 2.5 }), RangeError, "bet: found 2.5");
  assertThrows(() => bettingMartingale([1], { bet: -0.1 }), RangeError, "bet: found -0.1");
  assertThrows(() => bettingMartingale([1], { bet: "bold" as never }), RangeError, 'found "bold"');
  assertThrows(() => bettingMartingale([1], { firstBet: 3 }), RangeError, "first bet");
  assertThrows(() => bettingMartingale([1.1], {}), RangeError, "ballot 1");
  assertThrows(() => comparisonBet(0), RangeError, "margin");
  assertEquals(bettingMartingale([1, 0, 0, 1], { bet: 0 }).values, [1, 1, 1, 1]);
});

Deno.test("bettingMartingale() lets bet all that a null mean allows, of either kind", () => {
  // At a null mean of 0.25 four times the mean is all: 1 + 4 (0.5 − 0.25) = 2.
  const terms = { nullMean: 0.25 };
  assertAlmostEquals(bettingMartingale([0.5], { ...terms, bet: 4 }).values[0]!, 2, 1e-12);
  assertAlmostEquals(bettingMartingale([0.5], { ...terms, firstBet: 4 }).values[0]!, 2, 1e-12);
  assertThrows(
    () => bettingMartingale([0.5], { ...terms, bet: 4.01 }),
    RangeError,
    "bet: found 4.01",
  );
  assertThrows(
    () => bettingMartingale([0.5], { ...terms, firstBet: 4.01 }),
    RangeError,
    "first bet",
  );
});

Deno.test("comparisonBet() expects one record in 100,000 to overstate by two unless told, and bets nothing where most do", () => {
  assertEquals(comparisonBet(0.1), comparisonBet(0.1, 1e-5));
  assertEquals(comparisonBet(0.1, 1), 0);
  // With no errors all that may be: 2.
  assertAlmostEquals(comparisonBet(0.1, 0), 2, 1e-12);
});
