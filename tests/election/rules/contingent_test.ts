import { assertEquals, assertThrows } from "@std/assert";
import { contingentElection, contingentNeed } from "tallybook/election";

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
    'delegations: found "A" twice, expected each once',
  );
});
