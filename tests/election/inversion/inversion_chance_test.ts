import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { collegeChances, inversionChance } from "../../../lib/election/mod.ts";
import { normalTail } from "../../../lib/stats/mod.ts";
import { electionOf } from "../units.ts";

const deviation = {
  estimand: "states' deviation",
  point: 5,
  lower: 3.5,
  upper: 7,
  level: 0.95,
  method: "",
  assumptions: [],
  n: 6,
};
const sides = { candidate: "Clinton", against: "Trump" };
const { contests } = electionOf("2016");

Deno.test("inversionChance() is the other's chance where one leads, and nobody's at zero", () => {
  const margins = [-2, 0, 2];
  const found = inversionChance(contests, { ...sides, margins, deviation });
  const odds = collegeChances(contests, { ...sides, margins, standardDeviation: 5 });
  assertAlmostEquals(found[0]!.inversion.point, odds[0]!.candidate, 1e-12);
  assertEquals(found[1]!.inversion.point, 0);
  assertAlmostEquals(found[2]!.inversion.point, odds[2]!.against, 1e-12);
});

Deno.test("inversionChance()'s interval contains its point and the ends of the deviation's", () => {
  const margins = [-3, 1, 2, 3, 6];
  const found = inversionChance(contests, { ...sides, margins, deviation });
  for (const standardDeviation of [3.5, 5, 7]) {
    const odds = collegeChances(contests, { ...sides, margins, standardDeviation });
    found.forEach(({ margin, inversion }, i) => {
      const chance = margin > 0 ? odds[i]!.against : odds[i]!.candidate;
      assert(inversion.lower <= chance + 1e-12 && chance <= inversion.upper + 1e-12);
    });
  }
});

Deno.test("inversionChance()'s interval is that of five deviations, evenly spaced by their logarithms", () => {
  const margins = [-3, 1, 2, 6];
  const found = inversionChance(contests, { ...sides, margins, deviation });
  const spread = [3.5, Math.sqrt(3.5 * 5), 5, Math.sqrt(5 * 7), 7].map((standardDeviation) =>
    collegeChances(contests, { ...sides, margins, standardDeviation })
  );
  found.forEach(({ margin, inversion }, i) => {
    const chances = spread.map((odds) => margin > 0 ? odds[i]!.against : odds[i]!.candidate);
    assertAlmostEquals(inversion.lower, Math.min(...chances), 1e-12);
    assertAlmostEquals(inversion.upper, Math.max(...chances), 1e-12);
  });
});

Deno.test("inversionChance() averages over an error in the national margin", () => {
  const [found] = inversionChance(contests, {
    ...sides,
    margins: [2],
    deviation,
    nationalError: 1.5,
  });
  // Simpson's rule on either side of zero, where the integrand jumps.
  const integrate = (from: number, to: number, value: (x: number) => number) => {
    const n = 400;
    const nodes = Array.from({ length: n + 1 }, (_, i) => from + (to - from) * i / n);
    return nodes.reduce((sum, x, i) => {
      const density = Math.exp(-(((x - 2) / 1.5) ** 2) / 2) / (1.5 * Math.sqrt(2 * Math.PI));
      return sum + (i === 0 || i === n ? 1 : i % 2 ? 4 : 2) * density * value(x);
    }, 0) * (to - from) / n / 3;
  };
  const table = new Map<number, number>();
  const grid = Array.from({ length: 401 }, (_, i) => 0 + (11 - 0) * i / 400);
  const below = Array.from({ length: 401 }, (_, i) => -7 + (0 + 7) * i / 400);
  const odds = (xs: number[]) =>
    collegeChances(contests, { ...sides, margins: xs, standardDeviation: 5 });
  odds(grid).forEach(({ against }, i) => table.set(grid[i]!, against));
  const right = integrate(0, 11, (x) => table.get(x)!);
  odds(below).forEach(({ candidate }, i) => table.set(below[i]!, candidate));
  const left = integrate(-7, 0, (x) => table.get(x)!);
  assertAlmostEquals(found!.inversion.point, left + right, 2e-4);
  assert(Math.abs(normalTail(2 / 1.5) - 0.0912) < 1e-4); // the chance that the leader changes
});

Deno.test("inversionChance() says what it estimates, and refuses deviations that are not", () => {
  const [found] = inversionChance(contests, { ...sides, margins: [2], deviation });
  assertEquals(
    found!.inversion.estimand,
    "Chance of an inversion at a national two-party margin of 2 points",
  );
  assertEquals(found!.inversion.level, 0.95);
  assertThrows(
    () =>
      inversionChance(contests, { ...sides, margins: [2], deviation: { ...deviation, lower: 0 } }),
    RangeError,
    "lower end of the standard deviation: found 0, expected a finite number of more than 0",
  );
});

Deno.test("inversionChance() refuses an error too small for its pieces, and an interval without a level", () => {
  const options = { ...sides, margins: [1], deviation };
  assertThrows(
    () => inversionChance(contests, { ...options, margins: [0, 101] }),
    RangeError,
    "Cannot find the chance of an inversion: margins[1]: found 101",
  );
  assertThrows(
    () => inversionChance(contests, { ...options, nationalError: 5e-324 }),
    RangeError,
    "national error, if not 0: found 5e-324",
  );
  assertThrows(
    () => inversionChance(contests, { ...options, deviation: { ...deviation, level: NaN } }),
    RangeError,
    "level of the standard deviation: found NaN",
  );
});

Deno.test("inversionChance()'s odds over a national error sum to one, a tie of electors among them", () => {
  const [found] = inversionChance(contests, {
    ...sides,
    margins: [2],
    deviation,
    nationalError: 1,
  });
  const { candidate, against, neither } = found!.odds;
  assertAlmostEquals(candidate + against + neither, 1, 1e-12);
  assert(neither > 0.001);
});

Deno.test("inversionChance() with a national error is the chance that two normal errors part", () => {
  // B carries the college and is level with the nation: X wins B where x + e > 0, e being B's swing less the
  // nation's. With A's swing as large the other way, e has 1/√2 of the deviation where both weigh alike.
  const two = [
    { unit: "A", electors: 3, votes: { X: 5000, Y: 5000 } },
    { unit: "B", electors: 4, votes: { X: 5000, Y: 5000 } },
  ];
  const asked = {
    candidate: "X",
    against: "Y",
    deviation: { ...deviation, point: 4, lower: 4, upper: 4 },
  };
  const quadrant = (margin: number, error: number) => {
    // P(x and x + e differ in sign), by the trapezoid rule over x in standard errors.
    const sd = 4 / Math.SQRT2;
    let sum = 0;
    for (let i = -4000; i <= 4000; i++) {
      const z = i / 500;
      const x = margin + error * z;
      const density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) / 500;
      sum += density * (x === 0 ? 0.5 : normalTail(Math.abs(x) / sd));
    }
    return sum;
  };
  for (const [margin, nationalError] of [[0, 1], [1, 1], [-2, 3], [2, 3]] as const) {
    const [found] = inversionChance(two, { ...asked, margins: [margin], nationalError });
    // The national error is taken in pieces of a tenth of it, each at its middle: that errs by 0.1²/12 times
    // the mean of ½f″ − z f′, here by 1.6e-4, and by 4e-5 for a chance that has no kink at 0.
    assertAlmostEquals(
      found!.inversion.point,
      quadrant(margin, nationalError),
      1.6e-4,
      `${margin}`,
    );
    const { candidate, against, neither } = found!.odds;
    assertAlmostEquals(candidate + against + neither, 1, 1e-12);
    // B alone decides: its chance is that of one normal error of both.
    assertAlmostEquals(
      candidate,
      normalTail(-margin / Math.hypot(nationalError, 4 / Math.SQRT2)),
      4e-5,
    );
  }
  const [sure] = inversionChance(two, { ...asked, margins: [0], nationalError: 0 });
  assertEquals(sure!.inversion.point, 0);
});

Deno.test("inversionChance() refuses margins that are no list, and observations that are no count", () => {
  const options = { ...sides, margins: [1], deviation };
  assertThrows(
    () => inversionChance(contests, { ...options, margins: 1 as never }),
    TypeError,
    "margins",
  );
  assertThrows(
    () => inversionChance(contests, { ...options, deviation: { ...deviation, n: 0.5 } }),
    RangeError,
    "observations of the standard deviation: found 0.5",
  );
  assertThrows(
    () => inversionChance(contests, { ...options, margin: 1 } as never),
    RangeError,
    '"margin"',
  );
});
