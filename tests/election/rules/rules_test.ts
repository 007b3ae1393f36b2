import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  compactMembers,
  compactRule,
  contingentElection,
  contingentNeed,
  districtRule,
  nationalPopularVote,
  proportionalRule,
  winnerTakeAll,
  withoutSenators,
} from "tallybook/election";

const someStates = fc.array(
  fc.record({
    electors: fc.integer({ min: 3, max: 55 }),
    votes: fc.record({
      a: fc.integer({ min: 0, max: 1000 }),
      b: fc.integer({ min: 0, max: 1000 }),
      c: fc.integer({ min: 0, max: 100 }),
    }),
  }),
  { minLength: 1, maxLength: 12 },
).map((states) => states.map((state, i) => ({ unit: `S${i}`, ...state })));

Deno.test("every rule conserves electors", () => {
  fc.assert(
    fc.property(someStates, (states) => {
      const total = states.reduce((sum, state) => sum + state.electors, 0);
      const districts = states.flatMap((state) =>
        [1, 2].map((n) => ({ unit: `${state.unit}-0${n}`, electors: 1, votes: state.votes }))
      );
      const results = [
        winnerTakeAll(states),
        districtRule(states, districts),
        proportionalRule(states),
        proportionalRule(states, { method: "dhondt" }),
        proportionalRule(states, { method: "fractional" }),
        nationalPopularVote(states),
        compactRule(states, { members: states.map((state) => state.unit) }),
      ];
      for (const result of results) {
        const given = Object.values(result.electors).reduce((sum, count) => sum + count, 0);
        assertAlmostEquals(given + result.unallocated, total, 1e-9, result.rule);
        assertEquals(result.total, total);
        if (result.winner !== null) assert(result.electors[result.winner]! > total / 2);
        if (result.contingent !== null) assertEquals(result.winner, null);
      }
      assertEquals(withoutSenators(states).total, total - 2 * states.length);
    }),
    { seed: 538 },
  );
});

Deno.test("proportionalRule() stays within one elector of the exact share, or never below its floor", () => {
  fc.assert(
    fc.property(someStates, (states) => {
      const exact = proportionalRule(states, { method: "fractional" });
      const hamilton = proportionalRule(states);
      for (const { unit } of states) {
        for (const [name, share] of Object.entries(exact.byUnit[unit]!)) {
          assert(Math.abs((hamilton.byUnit[unit]![name] ?? 0) - share) < 1);
        }
      }
    }),
    { seed: 1804 },
  );
});

Deno.test("a tied or missing unit leaves its electors unallocated, and the question open", () => {
  const result = winnerTakeAll([
    { unit: "A", electors: 3, votes: { x: 10, y: 1 } },
    { unit: "B", electors: 4, votes: { x: 5, y: 5 } },
    { unit: "C", electors: 2, votes: {} },
  ]);
  assertEquals([result.electors, result.unallocated, result.winner], [{ x: 3 }, 6, null]);
  assertEquals(result.contingent, null); // B and C could still give a majority
});

Deno.test("proportionalRule() leaves an elector that ties exactly to nobody", () => {
  const even = [{ unit: "A", electors: 3, votes: { x: 10, y: 10 } }];
  for (const method of ["largest-remainder", "dhondt"] as const) {
    const result = proportionalRule(even, { method });
    assertEquals([result.electors, result.unallocated], [{ x: 1, y: 1 }, 1], method);
  }
});

Deno.test("compactMembers() reads its log by date", () => {
  // Electors of 2012-2020. By November 2016 ten states and DC with 165 had joined; by the end of
  // 2010 six states and DC; the entries of 2011 are Vermont and California.
  const electors: Record<string, number> = {
    MD: 10,
    NJ: 14,
    IL: 20,
    HI: 4,
    WA: 12,
    MA: 11,
    DC: 3,
    VT: 3,
    CA: 55,
    RI: 4,
    NY: 29,
  };
  const joined: Record<string, string> = {
    MD: "2007",
    NJ: "2008",
    IL: "2008",
    HI: "2008",
    WA: "2009",
    MA: "2010",
    DC: "2010",
    VT: "2011",
    CA: "2011",
    RI: "2013",
    NY: "2014",
    CT: "2018",
  };
  const log = Object.entries(joined).map(([state, date]) => ({ state, joined: date }));
  const held = (asOf: string) =>
    compactMembers(log, asOf).reduce((sum, state) => sum + electors[state]!, 0);
  assertEquals(held("2016-11-08"), 165);
  assertEquals(held("2011-12-31") - held("2010-12-31"), 58);
  assertThrows(() => compactMembers(log, "November 2016"), RangeError, "found November 2016");
});

Deno.test("compactRule() sleeps below a majority and governs from it", () => {
  const states = [
    { unit: "A", electors: 3, votes: { x: 60, y: 10 } },
    { unit: "B", electors: 4, votes: { x: 40, y: 50 } },
  ];
  const asleep = compactRule(states, { members: ["A"] });
  assertEquals([asleep.active, asleep.memberElectors, asleep.threshold], [false, 3, 4]);
  assertEquals(asleep.electors, winnerTakeAll(states).electors);
  assertEquals(compactRule(states, { members: ["B"] }).electors, { x: 7 });
  assertThrows(() => compactRule(states, { members: ["C"] }), RangeError, "member C");
});

Deno.test("compactRule() with all members is a national popular vote", () => {
  fc.assert(
    fc.property(someStates, (states) => {
      const all = compactRule(states, { members: states.map((state) => state.unit) });
      assertEquals(all.electors, nationalPopularVote(states).electors);
    }),
    { seed: 270 },
  );
});

Deno.test("contingentNeed() keeps a tie for third place", () => {
  assertEquals(contingentNeed({ a: 5, b: 4, c: 3, d: 3 }).candidates, ["a", "b", "c", "d"]);
  assertEquals(contingentNeed({ a: 5, b: 4 }).candidates, ["a", "b"]);
});

Deno.test("contingentElection() wants a majority of all states, not of those that vote", () => {
  // Three states of five divided: two votes are all there are, and not three.
  const even = { a: 1, b: 1 };
  const ballot = contingentElection([
    { state: "A", members: { a: 1 } },
    { state: "B", members: { a: 1 } },
    { state: "C", members: even },
    { state: "D", members: even },
    { state: "E", members: even },
  ]);
  assertEquals([ballot.votes, ballot.needed, ballot.winner], [{ a: 2 }, 3, null]);
  assertThrows(
    () => contingentElection([{ state: "A", members: {} }, { state: "A", members: {} }]),
    RangeError,
    "one delegation of A",
  );
});

Deno.test("rules refuse what no return or statute gives", () => {
  const half = [{ unit: "A", electors: 3, votes: { x: 0.5 } }];
  assertThrows(() => winnerTakeAll(half), RangeError, "votes for x in A");
  const state = { unit: "A", electors: 3, votes: { x: 1 } };
  assertThrows(
    () => districtRule([state], [{ unit: "B-01", electors: 1, votes: {} }]),
    RangeError,
    "found B-01",
  );
  assertThrows(() => withoutSenators([{ ...state, electors: 1 }]), RangeError, "electors of A");
  assertThrows(() => winnerTakeAll([]), RangeError, "at least one contest");
  assertThrows(() => winnerTakeAll([state, state]), RangeError, "one contest of A, but found two");
  for (const rule of [winnerTakeAll, withoutSenators, proportionalRule, nationalPopularVote]) {
    assertThrows(
      () => rule([state], { candidates: ["y"] }),
      RangeError,
      'found "y"; there are x',
    );
  }
});
