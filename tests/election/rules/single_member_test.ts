import { assertEquals, assertThrows } from "@std/assert";
import {
  districtRule,
  nationalPopularVote,
  proportionalRule,
  winnerTakeAll,
  withoutSenators,
} from "tallybook/election";

Deno.test("rules refuse what no return or statute gives", () => {
  const half = [{ unit: "A", electors: 3, votes: { x: 0.5 } }];
  assertThrows(() => winnerTakeAll(half), RangeError, "votes for x in A");
  const state = { unit: "A", electors: 3, votes: { x: 1 } };
  assertThrows(
    () => districtRule([state], [{ unit: "B-01", electors: 1, votes: {} }]),
    RangeError,
    'districts: found "B-01", expected a district of one of the 1 states, like "ME-02"',
  );
  assertThrows(() => withoutSenators([{ ...state, electors: 1 }]), RangeError, "electors of A");
  assertThrows(
    () => winnerTakeAll([]),
    RangeError,
    "contests: found 0 members, expected at least 1",
  );
  assertThrows(
    () => winnerTakeAll([state, state]),
    RangeError,
    'contests: found "A" twice, expected each once',
  );
  for (const rule of [winnerTakeAll, withoutSenators, proportionalRule, nationalPopularVote]) {
    assertThrows(
      () => rule([state], { candidates: ["y"] }),
      RangeError,
      'candidate: found "y", expected one of "x"',
    );
  }
});

Deno.test("districtRule() refuses more districts than a state has electors", () => {
  const states = [{ unit: "ME", electors: 2, votes: { X: 10, Y: 20 } }];
  const districts = (n: number) =>
    Array.from({ length: n }, (_, i) => ({
      unit: `ME-0${i + 1}`,
      electors: 1,
      votes: { X: 5, Y: 6 },
    }));
  districtRule(states, districts(2));
  assertThrows(
    () => districtRule(states, districts(3)),
    RangeError,
    "electors of ME left for ME-03: found 0, expected a whole number of at least 1",
  );
});

Deno.test("districtRule() without districts gives each state to its winner", () => {
  const states = [{ unit: "ME", electors: 4, votes: { X: 2, Y: 1 } }];
  assertEquals(districtRule(states, []).electors, { X: 4 });
});
