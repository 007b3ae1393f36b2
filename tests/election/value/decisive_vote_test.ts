import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  decisiveVote,
  decisiveVoteRange,
  type ForecastError,
  type UnitForecast,
} from "tallybook/election";
import { golden, goldenRows } from "../../golden/read.ts";

/** Made by tests/golden/scripts/decisive_vote.py: adaptive quadrature over enumerated outcomes. */
const reference = golden<
  { units: UnitForecast[]; cases: { error: ForecastError; chance: number[] }[] }
>("decisive_vote.json");

for (const { error, chance } of reference.cases) {
  Deno.test(`decisiveVote() equals quadrature to 1e-9 with ${JSON.stringify(error)}`, () => {
    decisiveVote(reference.units, error).forEach((found, i) => {
      assertAlmostEquals(found.chance, chance[i]!, 1e-9 * chance[i]!, found.unit);
      assertAlmostEquals(found.decidesUnit * found.unitDecides, found.chance, 1e-18);
    });
  });
}

Deno.test("decisiveVote() gives the same bits each time", () => {
  const { units, cases } = reference;
  assertEquals(decisiveVote(units, cases[0]!.error), decisiveVote(units, cases[0]!.error));
});

Deno.test("decisiveVote() is symmetric between the candidates when no tie is possible", () => {
  // With an odd number of electors, one side's majority is the other's minority: the window
  // [M − w, M − 1] maps onto itself, so mirrored shares give the same chances.
  const { units } = reference;
  const odd = units.map((unit, i) => i === 0 ? { ...unit, electors: 4 } : unit);
  assertEquals(odd.reduce((sum, { electors }) => sum + electors, 0) % 2, 1);
  const error = { national: 0.02, unit: 0.03 };
  const mirrored = odd.map((unit) => ({ ...unit, share: 1 - unit.share }));
  const [a, b] = [decisiveVote(odd, error), decisiveVote(mirrored, error)];
  a.forEach(({ chance }, i) => assertAlmostEquals(chance, b[i]!.chance, 1e-10 * chance));
});

Deno.test("decisiveVoteRange() spans its assumptions and claims no level", () => {
  const errors = reference.cases.slice(0, 2).map(({ error }) => error);
  const range = decisiveVoteRange(reference.units, errors);
  reference.units.forEach(({ unit }, i) => {
    const { point, lower, upper, level } = range.get(unit)!;
    const chances = reference.cases.slice(0, 2).map(({ chance }) => chance[i]!);
    assertAlmostEquals(point, chances[0]!, 1e-9 * point);
    assertAlmostEquals(lower, Math.min(...chances), 1e-9 * lower);
    assertAlmostEquals(upper, Math.max(...chances), 1e-9 * upper);
    assertEquals(level, 0);
  });
  assertThrows(
    () => decisiveVoteRange(reference.units, [errors[0]!]),
    RangeError,
    "assumptions: found 1 member",
  );
});

Deno.test("decisiveVote() keeps heavier tails from calling safe units impossible", () => {
  const units = [...reference.units, { unit: "G", electors: 3, votes: 1000, share: 0.9 }];
  const at = (error: ForecastError) => decisiveVote(units, error).at(-1)!.decidesUnit;
  const normal = at({ national: 0.02, unit: 0.03 });
  const heavy = at({ national: 0.02, unit: 0.03, degreesOfFreedom: 5 });
  assert(normal < 1e-20 && heavy > 1e-8);
});

Deno.test("decisiveVote() refuses a forecast that makes no sense", () => {
  const unit = reference.units[0]!;
  const error = { national: 0.02, unit: 0.03 };
  assertThrows(() => decisiveVote([], error), RangeError, "units: found 0 members");
  assertThrows(() => decisiveVote([unit, unit], error), RangeError, 'units: found "A" twice');
  assertThrows(() => decisiveVote([{ ...unit, share: 52 }], error), RangeError, "share expected");
  assertThrows(
    () => decisiveVote([unit], { national: 0.02, unit: 0 }),
    RangeError,
    "own error: found 0",
  );
  assertThrows(
    () => decisiveVote([unit], { ...error, degreesOfFreedom: 2 }),
    RangeError,
    "degrees of freedom: found 2, expected a finite number of more than 2",
  );
});

Deno.test("decisiveVote() on 2016's results with errors of two points is highest in New Hampshire", () => {
  const units = goldenRows("ec_state_votes_1976_2024.csv").filter((row) => row.year === "2016")
    .map((row) => {
      const [d, r] = [Number(row.democratic), Number(row.republican)];
      const votes = d + r;
      return { unit: row.state_po!, electors: Number(row.electors), votes, share: d / votes };
    });
  const ranked = decisiveVote(units, { national: 0.02, unit: 0.02 })
    .sort((a, b) => b.chance - a.chance);
  assertEquals(ranked[0]!.unit, "NH");
  assertAlmostEquals(1 / ranked[0]!.chance, 1.7e6, 0.05e6); // one in 1.7 million
  const wyoming = ranked.find(({ unit }) => unit === "WY")!;
  assertAlmostEquals(Math.log10(wyoming.chance), -36, 0.5); // normal tails: never
});

Deno.test("decisiveVote() with a common error 100 times the units' own is a limit, and bounded", () => {
  // With own errors all but gone, a unit is decided where the common error brings it to ½:
  // the density is that of the common error, and the others then stand where they do.
  const units = [
    { unit: "A", electors: 3, votes: 1000, share: 0.5 },
    { unit: "B", electors: 3, votes: 1000, share: 0.52 },
    { unit: "C", electors: 3, votes: 1000, share: 0.48 },
  ];
  const [a, b, c] = decisiveVote(units, { national: 0.03, unit: 0.0003 });
  const density = (x: number) => Math.exp(-0.5 * (x / 0.03) ** 2) / (0.03 * Math.sqrt(2 * Math.PI));
  assertAlmostEquals(a!.chance, density(0) / 1000, 2e-4 * a!.chance); // the middle one decides
  assertAlmostEquals(b!.decidesUnit, density(0.02) / 1000, 2e-4 * b!.decidesUnit);
  assert(b!.chance < 1e-12 && c!.chance < 1e-12); // the others are then both on one side
  assertThrows(
    () => decisiveVote(units, { national: 0.1, unit: 1e-6 }),
    RangeError,
    'at 20001 common errors", expected fewer than 20000',
  );
});

Deno.test("decisiveVoteRange() names each assumption in words, in order", () => {
  const range = decisiveVoteRange(reference.units, [
    { national: 0.02, unit: 0.03 },
    { national: 0.01, unit: 0.04, degreesOfFreedom: 5 },
  ]);
  assertEquals(range.get(reference.units[0]!.unit)!.assumptions, [
    "errors of 0.02 common and 0.03 own (normal)",
    "errors of 0.01 common and 0.04 own (t with 5 df)",
  ]);
});

Deno.test("decisiveVote() refuses more units and electors than it can add up at all common errors", () => {
  const many = (count: number, electors: number) =>
    Array.from({ length: count }, (_, i) => ({ unit: `U${i}`, electors, votes: 1000, share: 0.5 }));
  // 145 common errors times 2,000 units times 2,000 electors are 580 million steps.
  assertThrows(
    () => decisiveVote(many(2000, 1), { national: 0.02, unit: 0.02 }),
    RangeError,
    'found "2000 units with 2000 electors at 145 common errors"',
  );
  assertThrows(
    () => decisiveVote(many(10, 30_000), { national: 0.02, unit: 0.02 }),
    RangeError,
    'found "10 units with 300000 electors at 145 common errors"',
  );
  assertEquals(decisiveVote(many(100, 3), { national: 0.02, unit: 0.02 }).length, 100);
});
