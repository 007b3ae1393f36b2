import { assertThrows } from "@std/assert";
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
