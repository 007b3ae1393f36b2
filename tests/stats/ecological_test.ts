import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { loadPalmBeachCells } from "tallybook/data";
import {
  binomialBeta,
  duncanDavisBounds,
  ecologicalRegression,
  kingModel,
  type Margins,
} from "tallybook/stats";
import { golden } from "../golden/read.ts";

interface Reference {
  readonly point: number;
  readonly error: number;
}
// R: tests/golden/scripts/28_ecological.py and 28_ecological.R (packages sandwich, ei, eiPack).
const reference = golden<{
  goodman: Record<string, Reference>;
  king: Record<string, Reference>;
  dirichlet: Record<string, Reference>;
  truth: Record<string, number>;
}>("ecological.json");

const cells = loadPalmBeachCells();
function palmBeach(president: string): Margins[] {
  const units = new Map<string, { first: number; second: number; total: number }>();
  for (const row of cells) {
    const unit = units.get(row.precinct) ?? { first: 0, second: 0, total: 0 };
    units.set(row.precinct, unit);
    if (row.president === president) unit.first += row.ballots;
    if (row.senate === "nelson") unit.second += row.ballots;
    unit.total += row.ballots;
  }
  return [...units.values()];
}
const groups = { democratic: "gore", republican: "bush", third: "nader" };

Deno.test("ecological regression is R's weighted regression with HC1 errors", () => {
  for (const [group, president] of Object.entries(groups)) {
    const found = ecologicalRegression(palmBeach(president));
    const { point, error } = reference.goodman[`Palm Beach ${group}`]!;
    assertAlmostEquals(found.point, point, 1e-9);
    // 588 degrees of freedom: the 97.5th percentile of Student's t is 1.9640066 (R: qt).
    assertAlmostEquals((found.upper - found.lower) / 2, 1.9640066 * error, 2e-6 * error + 1e-9);
  }
});

Deno.test("King's model agrees with the R package ei, as far as its 99 draws tell", () => {
  for (const group of ["democratic", "republican"] as const) {
    const found = kingModel(palmBeach(groups[group]));
    const { point, error } = reference.king[`Palm Beach ${group}`]!;
    assertAlmostEquals(found.point, point, error);
    // The spread of 99 draws is known to some 7 percent of itself; a third leaves room for both chains.
    const spread = (found.upper - found.lower) / (2 * 1.96);
    assert(spread > error / 1.5 && spread < error * 1.5, `${spread} beside ${error}`);
  }
});

Deno.test("the binomial-beta model agrees with eiPack's multinomial-Dirichlet within their chains' errors", () => {
  for (const group of ["democratic", "republican"] as const) {
    const found = binomialBeta(palmBeach(groups[group]), { sweeps: 1500 });
    const { point } = reference.dirichlet[`Palm Beach ${group}`]!;
    assertAlmostEquals(found.point, point, 0.006);
    assert(found.lower < found.point && found.point < found.upper);
  }
});

Deno.test("where shares are the same everywhere all methods find them, within the bounds", () => {
  const units = Array.from({ length: 40 }, (_, i) => {
    const first = 100 + 20 * i;
    return {
      first,
      second: Math.round(0.7 * first + 0.2 * (1000 - first)) + (i * 37) % 41 - 20,
      total: 1000,
    };
  });
  const bounds = duncanDavisBounds(units);
  for (const found of [ecologicalRegression(units), kingModel(units), binomialBeta(units)]) {
    assertAlmostEquals(found.point, 0.7, 0.03, found.method);
    assert(found.point >= bounds.lower && found.point <= bounds.upper);
    assertEquals([found.level, found.n], [0.95, 40]);
  }
});

Deno.test("duncanDavisBounds() adds up what each place leaves open", () => {
  // Of 60 and 80 in a hundred at least 40 are both, at most 60; of 30 and 50 none to 30.
  const found = duncanDavisBounds([
    { first: 60, second: 80, total: 100 },
    { first: 30, second: 50, total: 100 },
  ]);
  assertAlmostEquals(found.lower, 40 / 90, 1e-15);
  assertAlmostEquals(found.upper, 90 / 90, 1e-15);
  assertAlmostEquals(found.point, 65 / 90, 1e-15);
});

Deno.test("places that say nothing of the question are refused", () => {
  const same = Array.from({ length: 5 }, () => ({ first: 10, second: 20, total: 100 }));
  for (const method of [ecologicalRegression, kingModel, binomialBeta]) {
    assertThrows(() => method(same), RangeError, "1 different shares");
    assertThrows(() => method([]), RangeError, "units");
    assertThrows(() => method([...same, { first: 5, second: 5, total: 4 }]), RangeError, "first");
  }
});

Deno.test("King's model reads places where hardly anybody chose, and places where nobody did, alike", () => {
  // Below a share of 1 in 10,000 both kinds' shares are taken to be 0, with their density there; just above, the
  // share along the place's line is summed. The two are one likelihood up to a constant.
  const shares = [0.31, 0.45, 0.5, 0.52, 0.61, 0.72, 0.78, 0.8];
  const first = [100, 300, 420, 500, 600, 720, 800, 860];
  const of = (few: number) =>
    kingModel(
      shares.map((share, i) => ({
        first: 1000 * first[i]!,
        second: i < 3 ? few : Math.round(1e6 * share),
        total: 1e6,
      })),
      { draws: 400, seed: 1 },
    );
  const [below, above] = [of(99), of(101)];
  assertAlmostEquals(below.point, above.point, 1e-3);
  assertAlmostEquals(below.lower, above.lower, 5e-3);
  assertAlmostEquals(below.upper, above.upper, 5e-3);
});
