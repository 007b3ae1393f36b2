import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  compactRule,
  districtRule,
  nationalPopularVote,
  proportionalRule,
  winnerTakeAll,
  withoutSenators,
} from "tallybook/election";
import { someStates } from "./some_states.ts";

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

Deno.test("a tied or missing unit leaves its electors unallocated, and the question open", () => {
  const result = winnerTakeAll([
    { unit: "A", electors: 3, votes: { x: 10, y: 1 } },
    { unit: "B", electors: 4, votes: { x: 5, y: 5 } },
    { unit: "C", electors: 2, votes: {} },
  ]);
  assertEquals([result.electors, result.unallocated, result.winner], [{ x: 3 }, 6, null]);
  assertEquals(result.contingent, null); // B and C could still give a majority
});
