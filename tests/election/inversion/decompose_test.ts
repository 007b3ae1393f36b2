import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  type CollegeSwitch,
  collegeSwitches,
  type Contest,
  decomposeCollege,
} from "../../../lib/election/mod.ts";
import { electionOf, reference, years } from "../units.ts";

/** Any positive numbers serve as populations where the worlds looked at don't use them. */
function someone(contests: readonly Contest[]): Record<string, number> {
  return Object.fromEntries(contests.map(({ unit }, i) => [unit, 1000 + 37 * i]));
}

const worldOf = (result: ReturnType<typeof decomposeCollege>, on: readonly CollegeSwitch[]) =>
  result.worlds.find((world) =>
    world.on.length === on.length && on.every((name) => world.on.includes(name))
  )!;

Deno.test("decomposeCollege() goes from the reference's popular margin to its electoral one", () => {
  for (const year of years) {
    const { contests, democrat, republican } = electionOf(year);
    const result = decomposeCollege(
      contests,
      { candidate: democrat, against: republican },
      someone(contests),
    );
    const { national, tally_won: { D, R } } = reference(year);
    assertAlmostEquals(result.popular, national.margin_two_pct, 1e-9);
    assertAlmostEquals(result.electoral, 100 * (D - R) / 538, 1e-9);
  }
});

Deno.test("decomposeCollege() without senators' electors equals the reference: Gore 225-211, Trump 246-190", () => {
  for (const year of years) {
    const { contests, democrat, republican } = electionOf(year);
    const result = decomposeCollege(
      contests,
      { candidate: democrat, against: republican },
      someone(contests),
    );
    const { D, R } = reference(year).rules.two_senators_removed;
    const world = worldOf(result, ["apportionment", "turnout", "winner takes all"]);
    assertAlmostEquals(world.points, 100 * (D - R) / 436, 1e-9);
  }
  assertEquals(reference("2000").rules.two_senators_removed, { D: 225, R: 211 });
  assertEquals(reference("2016").rules.two_senators_removed, { D: 190, R: 246 });
});

const state = fc.record({
  electors: fc.integer({ min: 3, max: 50 }),
  X: fc.integer({ min: 1, max: 1e6 }),
  Y: fc.integer({ min: 1, max: 1e6 }),
  Z: fc.nat(1e6),
  population: fc.integer({ min: 1, max: 1e7 }),
});
const election = fc.array(state, { minLength: 1, maxLength: 8 }).map((rows) => ({
  contests: rows.map(({ electors, X, Y, Z }, i) => ({
    unit: `S${i}`,
    electors,
    votes: { X, Y, Z },
  })),
  population: Object.fromEntries(rows.map(({ population }, i) => [`S${i}`, population])),
}));
const sides = { candidate: "X", against: "Y" };

Deno.test("decomposeCollege() conserves: the four contributions sum to the whole distance", () => {
  fc.assert(fc.property(election, ({ contests, population }) => {
    const { contributions, popular, electoral } = decomposeCollege(contests, sides, population);
    const sum = collegeSwitches.reduce((all, name) => all + contributions[name], 0);
    assertAlmostEquals(sum, electoral - popular, 1e-9);
  }));
});

Deno.test("decomposeCollege() equals the mean over all 24 orders", () => {
  const orders: CollegeSwitch[][] = collegeSwitches.flatMap((a) =>
    collegeSwitches.flatMap((b) =>
      collegeSwitches.flatMap((c) =>
        collegeSwitches.flatMap((d) => new Set([a, b, c, d]).size === 4 ? [[a, b, c, d]] : [])
      )
    )
  );
  assertEquals(orders.length, 24);
  fc.assert(
    fc.property(election, ({ contests, population }) => {
      const result = decomposeCollege(contests, sides, population);
      for (const name of collegeSwitches) {
        let sum = 0;
        for (const order of orders) {
          const before = order.slice(0, order.indexOf(name));
          sum += worldOf(result, [...before, name]).points - worldOf(result, before).points;
        }
        assertAlmostEquals(result.contributions[name], sum / 24, 1e-9);
      }
    }),
    { numRuns: 20 },
  );
});

Deno.test("decomposeCollege() changes only its signs when the candidates change places", () => {
  fc.assert(fc.property(election, ({ contests, population }) => {
    const one = decomposeCollege(contests, sides, population);
    const other = decomposeCollege(contests, { candidate: "Y", against: "X" }, population);
    assertAlmostEquals(one.popular, -other.popular, 1e-9);
    for (const name of collegeSwitches) {
      assertAlmostEquals(one.contributions[name], -other.contributions[name], 1e-9);
    }
  }));
});

Deno.test("decomposeCollege() gives a switch that changes nothing no share", () => {
  fc.assert(fc.property(election, ({ contests }) => {
    // Population in proportion to two-party votes: nobody's turnout differs.
    const byVotes = Object.fromEntries(
      contests.map(({ unit, votes }) => [unit, 2 * (votes.X + votes.Y)]),
    );
    assertAlmostEquals(
      decomposeCollege(contests, sides, byVotes).contributions["turnout"],
      0,
      1e-9,
    );
    // Population in proportion to seats: a perfect apportionment.
    const bySeats = Object.fromEntries(
      contests.map(({ unit, electors }) => [unit, 700_000 * (electors - 2)]),
    );
    const result = decomposeCollege(contests, sides, bySeats);
    assertAlmostEquals(result.contributions["apportionment"], 0, 1e-9);
  }));
});

Deno.test("decomposeCollege() of one state is all winner takes all", () => {
  const contests = [{ unit: "A", electors: 9, votes: { X: 60, Y: 40 } }];
  const { contributions } = decomposeCollege(contests, sides, { A: 300 });
  assertAlmostEquals(contributions["winner takes all"], 80, 1e-12); // from 20 to 100 points
  assertEquals(contributions["turnout"], 0);
});

Deno.test("decomposeCollege() divides Maine's House part by districts and keeps its senators' part", () => {
  const maine = [
    { unit: "ME", electors: 2, votes: { X: 55, Y: 45 } },
    { unit: "ME-01", electors: 1, votes: { X: 35, Y: 15 } },
    { unit: "ME-02", electors: 1, votes: { X: 20, Y: 30 } },
  ];
  const result = decomposeCollege(maine, sides, { ME: 300 });
  assertAlmostEquals(result.electoral, 50, 1e-12); // 3 against 1 of 4
  const houseOnly = worldOf(result, ["apportionment", "turnout", "winner takes all"]);
  assertAlmostEquals(houseOnly.points, 0, 1e-12); // 1 against 1
});

Deno.test("decomposeCollege() gives neither a state that a third candidate won", () => {
  const contests = [
    { unit: "A", electors: 9, votes: { X: 30, Y: 20, Z: 50 } },
    { unit: "B", electors: 3, votes: { X: 40, Y: 60, Z: 0 } },
  ];
  const { electoral } = decomposeCollege(contests, sides, { A: 100, B: 100 });
  assertAlmostEquals(electoral, -25, 1e-12); // 0 against 3 of 12
});

Deno.test("decomposeCollege() says which state lacks votes, population or electors", () => {
  const fine = { unit: "A", electors: 3, votes: { X: 1, Y: 2 } };
  assertThrows(
    () => decomposeCollege([fine, { unit: "B", electors: 3, votes: {} }], sides, { A: 1, B: 1 }),
    RangeError,
    "votes for X or Y in B: found 0, expected more than 0",
  );
  assertThrows(
    () => decomposeCollege([fine], sides, {}),
    RangeError,
    'state without a population: found "A"',
  );
  assertThrows(
    () => decomposeCollege([{ ...fine, electors: 2 }], sides, { A: 1 }),
    RangeError,
    "electors of A: found 2, expected a whole number of at least 3",
  );
});
