import { assertEquals, assertThrows } from "@std/assert";
import * as fc from "fast-check";
import { sumVotes } from "tallybook/election";

Deno.test("sumVotes() conserves votes and does not depend on the rows' order", () => {
  const row = fc.record({
    candidate: fc.constantFrom("A", "B", "C"),
    votes: fc.integer({ min: 0, max: 100_000_000 }),
  });
  fc.assert(fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
    const forward = sumVotes(rows);
    const total = rows.reduce((sum, { votes }) => sum + votes, 0);
    assertEquals(Object.values(forward).reduce((sum, votes) => sum + votes, 0), total);
    assertEquals(sumVotes([...rows].reverse()), forward);
  }));
});

Deno.test("sumVotes() refuses a count that is negative or not whole", () => {
  assertThrows(() => sumVotes([{ candidate: "A", votes: -1 }]), RangeError, "found -1");
  assertThrows(() => sumVotes([{ candidate: "A", votes: 0.5 }]), RangeError, "found 0.5");
});
