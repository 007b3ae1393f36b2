import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { type ElectionOfTwo, stateDeviation } from "../../../lib/election/mod.ts";
import { electionOf, years } from "../units.ts";

const series: ElectionOfTwo[] = years.map((year) => {
  const { contests, democrat, republican } = electionOf(year);
  return { year: Number(year), contests, candidate: democrat, against: republican };
});

Deno.test("stateDeviation() finds Minnesota's swing of 1984, when Mondale ran", () => {
  const { swings } = stateDeviation(series);
  // Two-party margins: nation −10.60 to −18.35, Minnesota 4.36 to 0.18; −4.18 + 7.75 = 3.57.
  const minnesota = swings.find(({ to, unit }) => to === 1984 && unit === "MN")!;
  const two = (year: string) => {
    const { contests, democrat, republican } = electionOf(year);
    const of = (unit: string) => {
      const { votes } = contests.find((contest) => contest.unit === unit)!;
      return { own: votes[democrat]!, other: votes[republican]! };
    };
    const mn = of("MN");
    const states = contests.filter(({ unit }) => !unit.includes("-"));
    const own = states.reduce((sum, { votes }) => sum + votes[democrat]!, 0);
    const other = states.reduce((sum, { votes }) => sum + votes[republican]!, 0);
    return 100 * ((mn.own - mn.other) / (mn.own + mn.other) - (own - other) / (own + other));
  };
  assertAlmostEquals(minnesota.deviation, two("1984") - two("1980"), 1e-9);
});

Deno.test("stateDeviation() is the root mean square over pairs, whose interval contains it", () => {
  const { standardDeviation, swings } = stateDeviation(series);
  assertEquals([swings.length, standardDeviation.n], [12 * 51, 12]);
  // Every pair has 51 states, so that the mean of the pairs' means is the mean of all.
  const meanSquare = swings.reduce((sum, { deviation }) => sum + deviation ** 2, 0) / swings.length;
  assertAlmostEquals(standardDeviation.point, Math.sqrt(meanSquare), 1e-12);
  const { lower, point, upper } = standardDeviation;
  assert(lower < point && point < upper);
  assertAlmostEquals(lower * upper, point ** 2, 1e-9); // symmetric on the log scale
});

Deno.test("stateDeviation() has the t interval of its level over the pairs' mean squares", () => {
  // R: qt(.975, 11) and qt(.9, 11).
  for (const [level, t] of [[0.95, 2.2009851600916388], [0.8, 1.3634303180205407]] as const) {
    const { standardDeviation, swings } = stateDeviation(series, level);
    const squares = years.slice(1).map((year) => {
      const ofPair = swings.filter(({ to }) => to === Number(year));
      return ofPair.reduce((sum, { deviation }) => sum + deviation ** 2, 0) / ofPair.length;
    });
    const mean = squares.reduce((sum, square) => sum + square, 0) / 12;
    const variance = squares.reduce((sum, square) => sum + (square - mean) ** 2, 0) / 11;
    // The standard error of the mean's logarithm is that of the mean, divided by it.
    const reach = t * Math.sqrt(variance / 12) / mean;
    assertAlmostEquals(standardDeviation.lower, Math.sqrt(mean) * Math.exp(-reach / 2), 1e-9);
    assertAlmostEquals(standardDeviation.upper, Math.sqrt(mean) * Math.exp(reach / 2), 1e-9);
    assertEquals(standardDeviation.level, level);
  }
});

Deno.test("stateDeviation() is zero for uniform swings", () => {
  const at = (year: number, X: number): ElectionOfTwo => ({
    year,
    candidate: "X",
    against: "Y",
    contests: [40, 60].map((base, i) => ({
      unit: `S${i}`,
      electors: 3,
      votes: { X: base + X, Y: 100 - base - X },
    })),
  });
  const { swings } = stateDeviation([at(2000, 0), at(2004, 3), at(2008, -2)]);
  for (const { deviation } of swings) assertAlmostEquals(deviation, 0, 1e-12);
});

Deno.test("stateDeviation() needs two pairs of elections", () => {
  assertThrows(
    () => stateDeviation(series.slice(0, 2)),
    RangeError,
    "elections: found 2 members, expected at least 3",
  );
});

Deno.test("stateDeviation() of the same election thrice is 0 without doubt", () => {
  const contests = [["A", 60], ["B", 40]].map(([unit, X]) => ({
    unit: unit as string,
    electors: 3,
    votes: { X: X as number, Y: 100 - (X as number) },
  }));
  const { standardDeviation, swings } = stateDeviation(
    [2000, 2004, 2008].map((year) => ({ year, candidate: "X", against: "Y", contests })),
  );
  const { point, lower, upper, n } = standardDeviation;
  assertEquals([point, lower, upper, n, swings.length], [0, 0, 0, 2, 4]);
});
