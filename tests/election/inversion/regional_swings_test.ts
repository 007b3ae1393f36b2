import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { censusRegion } from "../../../lib/data/mod.ts";
import {
  collegeChances,
  type ElectionOfTwo,
  regionalCorrelation,
  regionalSwings,
  stateDeviation,
} from "../../../lib/election/mod.ts";
import golden from "../../golden/regional_swings.json" with { type: "json" };
import { electionOf, years } from "../units.ts";

const election = (year: string): ElectionOfTwo => {
  const { contests, democrat, republican } = electionOf(year);
  return { year: Number(year), contests, candidate: democrat, against: republican };
};
const swingsUntil = (year: string) =>
  stateDeviation(
    years.filter((y) => Number(y) >= Number(year) - 24 && y <= year).map(election),
  ).swings;
const model = (year: "2000" | "2016", more: { correlation: number; standardDeviation: number }) => {
  const { contests, candidate, against } = election(year);
  return regionalSwings(contests, {
    candidate,
    against,
    region: censusRegion,
    draws: 20_000,
    seed: 3,
    ...more,
  });
};

Deno.test("regionalCorrelation() is the reference's in 2000 and 2016", () => {
  for (const year of ["2000", "2016"] as const) {
    assertAlmostEquals(
      regionalCorrelation(swingsUntil(year), censusRegion),
      golden[year].correlation,
      1e-9,
    );
  }
});

Deno.test("regionalCorrelation() is 0 where regions differ less than their states", () => {
  const swings = [["A1", 4], ["A2", -4], ["B1", 4], ["B2", -4]].map(([unit, deviation]) => ({
    from: 2000,
    to: 2004,
    unit: String(unit),
    deviation: Number(deviation),
  }));
  assertEquals(regionalCorrelation(swings, (unit) => unit[0]!), 0);
  assertThrows(
    () => regionalCorrelation(swings, () => "all"),
    RangeError,
    "regions with swings: found 1, expected two or more",
  );
});

Deno.test("regionalSwings() agrees with a simulation in numpy within both errors", () => {
  for (const year of ["2000", "2016"] as const) {
    const { correlation, deviation, chances, half } = golden[year];
    const swings = model(year, { correlation, standardDeviation: deviation });
    for (const [margin, chance] of Object.entries(chances)) {
      // 4 standard errors of 20,000 and of 400,000 draws.
      const most = 4 * Math.sqrt(chance * (1 - chance) * (1 / 20_000 + 1 / 400_000));
      assertAlmostEquals(swings.inversionAt(Number(margin)).point, chance, most);
    }
    const most = 4 * Math.sqrt(half * (1 - half) * (1 / 20_000 + 1 / 400_000));
    const other = model(year, { correlation: 0.5, standardDeviation: 5 });
    assertAlmostEquals(other.inversionAt(1).point, half, most);
  }
});

Deno.test("regionalSwings() without correlation is the exact model, within its own interval", () => {
  const { contests, candidate, against } = election("2000");
  const margins = [-2, 1, 3];
  const exact = collegeChances(contests, { candidate, against, margins, standardDeviation: 6 });
  const swings = model("2000", { correlation: 0, standardDeviation: 6 });
  margins.forEach((margin, i) => {
    const { point, lower, upper } = swings.inversionAt(margin);
    const chance = margin > 0 ? exact[i]!.against : exact[i]!.candidate;
    // Twice the 95% interval: about four standard errors.
    assert(Math.abs(point - chance) <= upper - lower);
    assert(lower < point && point < upper);
  });
});

Deno.test("inversionWithin() is the mean of inversionAt() over the range", () => {
  const swings = model("2016", { correlation: 0.2, standardDeviation: 6 });
  const grid = Array.from({ length: 2_000 }, (_, i) => -0.9995 + i * 0.001);
  const mean = grid.reduce((sum, x) => sum + swings.inversionAt(x).point, 0) / grid.length;
  const { point, lower, upper, estimand } = swings.inversionWithin(1);
  assert(estimand.endsWith("within 1 point"));
  assert(swings.inversionWithin(2).estimand.endsWith("within 2 points"));
  assertAlmostEquals(point, mean, 5e-4);
  assert(upper - lower > 0.002 && upper - lower < 0.02);
});

Deno.test("regionalSwings() refuses a correlation above 1", () => {
  assertThrows(
    () => model("2000", { correlation: 1.2, standardDeviation: 6 }),
    RangeError,
    "Cannot simulate swings by region: correlation",
  );
});

Deno.test("inversionWithin() has the interval of a mean of as many draws, from what inversionAt() says of each", () => {
  const contests = [[3, 48], [4, 55], [5, 47], [6, 51], [7, 50]].map(([electors, X]) => ({
    unit: `S${electors}`,
    electors: electors!,
    votes: { X: X! * 10, Y: 1000 - X! * 10 },
  }));
  const draws = 100;
  const swings = regionalSwings(contests, {
    candidate: "X",
    against: "Y",
    region: (unit) => unit < "S5" ? "east" : "west",
    standardDeviation: 4,
    correlation: 0.4,
    draws,
    seed: 2,
  });
  const points = 3;
  // A draw inverts from 0 to some margin on one side: in a part of the range of 2 × 3 points, of which the share of
  // draws with more than x is known. Then the mean is its integral, and the mean square that of 2x times it.
  let [mean, square] = [0, 0];
  const steps = 6000;
  for (let i = 0; i < steps; i++) {
    const x = (i + 0.5) / steps / 2;
    const more = swings.inversionAt(2 * points * x).point +
      swings.inversionAt(-2 * points * x).point;
    mean += more / steps / 2;
    square += 2 * x * more / steps / 2;
  }
  const { point, lower, upper, n } = swings.inversionWithin(points);
  const variance = (square - mean ** 2) * draws / (draws - 1);
  const reach = 1.959963984540054 * Math.sqrt(variance / draws);
  assertEquals(n, draws);
  // Where a draw's part ends is known to half a step, and half of that is its share of the mean.
  assertAlmostEquals(point, mean, 1 / steps / 4);
  // In the reach these halves of a step, of which as many are too much as too little, count once more.
  assertAlmostEquals(upper - point, reach, 1e-3 * reach);
  assertAlmostEquals(point - lower, reach, 1e-3 * reach);
  // Nobody is ahead at a margin of 0: nothing is inverted there.
  assertEquals(swings.inversionAt(0).point, 0);
  for (const [given, words] of [[1, "within 1 point"], [2, "within 2 points"]] as const) {
    assertEquals(swings.inversionWithin(given).estimand.endsWith(words), true);
  }
  for (const [margin, words] of [[101, "found 101"], [-101, "found -101"]] as const) {
    assertThrows(() => swings.inversionAt(margin), RangeError, words);
  }
  assertEquals([swings.inversionAt(100).point, swings.inversionAt(-100).point], [0, 0]);
  assertThrows(() => swings.inversionWithin(0), RangeError, "points: found 0");
  assertThrows(() => swings.inversionWithin(100.5), RangeError, "points: found 100.5");
  // Unless told, 10,000 draws from seed 1.
  const at = (more: object) =>
    regionalSwings(contests, {
      ...{
        candidate: "X",
        against: "Y",
        region: () => "all",
        standardDeviation: 4,
        correlation: 0,
      },
      ...more,
    }).inversionAt(1);
  assertEquals(at({}), at({ draws: 10_000, seed: 1 }));
  assertEquals(at({}).n, 10_000);
});
