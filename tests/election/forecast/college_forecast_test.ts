import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { type CollegeError, collegeForecast, type CollegeUnit } from "tallybook/election";
import { normalTail } from "../../../lib/stats/mod.ts";
import { golden } from "../../golden/read.ts";

/** Drawn at random 8 million times by tests/golden/scripts/college_forecast.py. */
const { units, cases } = golden<{
  units: CollegeUnit[];
  cases: {
    error: CollegeError;
    draws: number;
    candidate: number;
    against: number;
    tie: number;
    mean: number;
  }[];
}>("college_forecast.json");

for (const { error, draws, ...drawn } of cases) {
  Deno.test(`collegeForecast() of 2016 agrees with random draws at ${JSON.stringify(error)}`, () => {
    const found = collegeForecast(units, error);
    for (const chance of ["candidate", "against", "tie"] as const) {
      const standardError = Math.sqrt(drawn[chance] * (1 - drawn[chance]) / draws);
      assertAlmostEquals(found[chance], drawn[chance], 4 * standardError, chance);
    }
    // The electors' standard deviation is under 60: four standard errors of a mean are .085.
    assertAlmostEquals(found.mean, drawn.mean, 4 * 60 / Math.sqrt(draws));
    assertAlmostEquals(found.candidate + found.against + found.tie, 1, 1e-12);
    assertEquals(found.electors.length, 539);
    assertAlmostEquals(found.electors[269]!, found.tie, 1e-15);
  });
}

const even = (names: string[], region?: (name: string) => string): CollegeUnit[] =>
  names.map((unit) => ({
    unit,
    electors: 3,
    share: 0.5,
    ...(region === undefined ? {} : { region: region(unit) }),
  }));

Deno.test("collegeForecast() of two even units is the quadrant of a bivariate normal", () => {
  // Both won with chance ¼ + asin(ρ) / 2π; ρ is the common variance over all of it.
  const [national, regional, unit] = [0.02, 0.03, 0.04];
  const all = national ** 2 + regional ** 2 + unit ** 2;
  const both = (rho: number) => 1 / 4 + Math.asin(rho) / (2 * Math.PI);
  const together = collegeForecast(even(["A", "B"], () => "r"), { national, regional, unit });
  assertAlmostEquals(together.candidate, both((national ** 2 + regional ** 2) / all), 1e-10);
  const apart = collegeForecast(even(["A", "B"], (name) => name), { national, regional, unit });
  assertAlmostEquals(apart.candidate, both(national ** 2 / all), 1e-10);
  assertAlmostEquals(apart.against, apart.candidate, 1e-12);
  assertAlmostEquals(apart.tie, 1 - 2 * apart.candidate, 1e-12);
  assertAlmostEquals(apart.mean, 3, 1e-12);
});

Deno.test("collegeForecast() of three even units is the octant of a trivariate normal", () => {
  // 1/8 + Σ asin(ρ) / 4π: A and B in one region, C in another.
  const [national, regional, unit] = [0.03, 0.02, 0.02];
  const all = national ** 2 + regional ** 2 + unit ** 2;
  const [near, far] = [(national ** 2 + regional ** 2) / all, national ** 2 / all];
  const three = 1 / 8 + (Math.asin(near) + 2 * Math.asin(far)) / (4 * Math.PI);
  const found = collegeForecast(even(["A", "B", "C"], (n) => n === "C" ? "s" : "r"), {
    national,
    regional,
    unit,
  });
  assertAlmostEquals(found.electors[9]!, three, 1e-10);
  assertAlmostEquals(found.electors[0]!, three, 1e-10);
  assertEquals(found.tie, 0); // nine electors have no half
  assertAlmostEquals(found.candidate, 0.5, 1e-12);
});

Deno.test("collegeForecast() of one unit is the normal tail of its three errors", () => {
  for (const share of [0.5, 0.51, 0.45]) {
    const unit = { unit: "A", electors: 4, share, region: "r" };
    const found = collegeForecast([unit], { national: 0.02, regional: 0.01, unit: 0.02 });
    const expected = normalTail(-(share - 0.5) / 0.03);
    assertAlmostEquals(found.candidate, expected, 1e-11);
    assertAlmostEquals(found.units[0]!.chance, expected, 1e-11);
    assertEquals(found.tie, 0); // all four or none
    assertAlmostEquals(found.mean, 4 * expected, 1e-10);
  }
});

Deno.test("collegeForecast() without common errors is the product of units", () => {
  const two = [
    { unit: "A", electors: 2, share: 0.52 },
    { unit: "B", electors: 1, share: 0.49 },
    { unit: "C", electors: 1, share: 0.5 },
  ];
  const [a, b, c] = [normalTail(-1), normalTail(0.5), 0.5];
  const { electors, tie, candidate } = collegeForecast(two, { national: 0, unit: 0.02 });
  const expected = [
    (1 - a) * (1 - b) * (1 - c),
    (1 - a) * (b * (1 - c) + (1 - b) * c),
    a * (1 - b) * (1 - c) + (1 - a) * b * c,
    a * (b * (1 - c) + (1 - b) * c),
    a * b * c,
  ];
  electors.forEach((chance, won) => assertAlmostEquals(chance, expected[won]!, 1e-12));
  assertAlmostEquals(tie, expected[2]!, 1e-12);
  assertAlmostEquals(candidate, expected[3]! + expected[4]!, 1e-12);
});

Deno.test("collegeForecast() mirrors when the sides change", () => {
  const error = { national: 0.02, regional: 0.01, unit: 0.03, degreesOfFreedom: 4 };
  const here = collegeForecast(units, error);
  const there = collegeForecast(units.map((u) => ({ ...u, share: 1 - u.share })), error);
  assertAlmostEquals(here.candidate, there.against, 1e-12);
  assertAlmostEquals(here.tie, there.tie, 1e-12);
  assert(here.candidate < here.against); // Clinton's side
});

Deno.test("collegeForecast() refuses what it cannot forecast", () => {
  const [a, b] = even(["A", "B"]) as [CollegeUnit, CollegeUnit];
  const error = { national: 0.02, unit: 0.03 };
  assertThrows(() => collegeForecast([], error), RangeError, "units: found 0 members");
  assertThrows(() => collegeForecast([a, a], error), RangeError, 'units: found "A" twice');
  assertThrows(() => collegeForecast([{ ...a, share: 52 }], error), RangeError, "share expected");
  assertThrows(
    () => collegeForecast([{ ...a, electors: 1.5 }], error),
    RangeError,
    "electors of A",
  );
  assertThrows(() => collegeForecast([a, b], { ...error, unit: 0 }), RangeError, "own error");
  assertThrows(
    () => collegeForecast([a, b], { ...error, regional: 0.01 }),
    TypeError,
    "region of A: found nothing",
  );
  assertThrows(
    () => collegeForecast([a, b], { ...error, regionl: 0.01 } as never),
    RangeError,
    'nearest: "regional"',
  );
  assertThrows(
    () => collegeForecast([a, b], { national: 1, unit: 1e-6 }),
    RangeError,
    "errors nearer to one another",
  );
  assertThrows(
    () => collegeForecast([a], { ...error, degreesOfFreedom: 2 }),
    RangeError,
    "degrees of freedom",
  );
});

Deno.test("collegeForecast() scales a t error to its standard deviation", () => {
  // Of 4 degrees of freedom P(T > t) = ½ − s (3 − s²) / 4 with s = t / √(4 + t²); unit / √2 is the scale.
  const t = 0.02 / (0.03 / Math.SQRT2);
  const s = t / Math.sqrt(4 + t * t);
  const { candidate, against, tie } = collegeForecast(
    [{ unit: "A", electors: 3, share: 0.48 }],
    { national: 0, unit: 0.03, degreesOfFreedom: 4 },
  );
  assertAlmostEquals(candidate, 0.5 - s * (3 - s * s) / 4, 1e-12);
  assertAlmostEquals(against, 0.5 + s * (3 - s * s) / 4, 1e-12);
  assertEquals(tie, 0);
});

Deno.test("collegeForecast() has regions that move alone, with a common error or without", () => {
  const region = (name: string) => name < "C" ? "east" : "west";
  for (const unit of [0.001, 0.05]) {
    // Both of a region are won, or lost, with the chance of a quadrant, ¼ + asin(ρ)/2π, and regions are apart.
    const correlation = 0.05 ** 2 / (0.05 ** 2 + unit ** 2);
    const both = 0.25 + Math.asin(correlation) / (2 * Math.PI);
    const found = collegeForecast(even(["A", "B", "C", "D"], region), {
      national: 0,
      regional: 0.05,
      unit,
    });
    assertAlmostEquals(found.electors[0]!, both ** 2, 1e-9);
    assertAlmostEquals(found.electors.at(-1)!, both ** 2, 1e-9);
    // Two of four: a whole region, of either, or one of each.
    assertAlmostEquals(found.tie, 2 * both ** 2 + (1 - 2 * both) ** 2, 1e-9);
  }
});

Deno.test("collegeForecast() refuses each of the three kinds of work that would take long, with the sizes", () => {
  const many = (count: number, electors: number): CollegeUnit[] =>
    Array.from({ length: count }, (_, i) => ({ unit: `U${i}`, electors, share: 0.5, region: "r" }));
  const refused = (units: CollegeUnit[], error: CollegeError, sizes: string) =>
    assertThrows(() => collegeForecast(units, error), RangeError, sizes);
  // Steps of .0025 to 8.5 deviations either way: 34 for each unit's error in a common one.
  // 4,897 × 4,897 pairs of common errors for each of 25 sums.
  refused(
    many(1, 25),
    { national: 0.72, regional: 0.72, unit: 0.01 },
    "25 electors at 4897 by 4897 common errors",
  );
  // 4,897 products of polynomials of 600, for which pairs and units are few.
  refused(
    many(2, 300),
    { national: 0.72, regional: 0.01, unit: 0.01 },
    "600 electors at 4897 by 69 common errors",
  );
  // 4,897 times 400 units and 400 sums.
  refused(many(400, 1), { national: 0.72, unit: 0.01 }, "400 electors at 4897 by 1 common errors");
  // More errors than are listed.
  refused(many(1, 1), { national: 0.75, unit: 0.01 }, "1 electors at 5001 by 1 common errors");
});
