import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { contests, popularVote, totalVotes } from "../../lib/election/mod.ts";
import { electionOf, reference, years } from "./units.ts";

Deno.test("contests() adds the party lines of a fusion ticket", () => {
  const rows = [
    { state_po: "SC", candidate: "A", votes: 2 },
    { state_po: "SC", candidate: "B", votes: 4 },
    { state_po: "SC", candidate: "A", votes: 3 },
  ];
  assertEquals(contests(rows, { SC: 9 }), [{ unit: "SC", electors: 9, votes: { A: 5, B: 4 } }]);
});

Deno.test("contests() reads a row's unit before its state", () => {
  const rows = [{ state_po: "ME", unit: "ME-02", candidate: "A", votes: 1 }];
  assertEquals(contests(rows, { "ME-02": 1 })[0]?.votes, { A: 1 });
});

Deno.test("contests() leaves a unit without rows without votes, not with zeros", () => {
  assertEquals(contests([], { MI: 16 }), [{ unit: "MI", electors: 16, votes: {} }]);
});

Deno.test("contests() refuses a unit that has no electors and lists those that have", () => {
  assertThrows(
    () => contests([{ state_po: "PR", candidate: "A", votes: 1 }], { MI: 16, WI: 10 }),
    RangeError,
    'unit of a row of A: found "PR", expected one of "MI", "WI"',
  );
  assertThrows(() => contests([{ candidate: "A", votes: 1 }], { MI: 16 }), TypeError);
});

Deno.test("contests() refuses votes and electors that are not counts", () => {
  for (const votes of [-1, 1.5, NaN, Infinity, 2 ** 60]) {
    assertThrows(
      () => contests([{ state_po: "MI", candidate: "A", votes }], { MI: 16 }),
      RangeError,
      "votes for A in MI: found",
    );
  }
  assertThrows(() => contests([], { MI: 1.5 }), RangeError, "electors of MI: found 1.5");
});

Deno.test("popularVote() equals the reference's national totals of every year", () => {
  for (const year of years) {
    const { contests, democrat, republican } = electionOf(year);
    const votes = popularVote(contests);
    const { D, R, total } = reference(year).national;
    assertEquals([votes[democrat], votes[republican], totalVotes(votes)], [D, R, total], year);
  }
});

Deno.test("popularVote() counts a district whose state's own contest is absent or missing", () => {
  const district = { unit: "ME-02", electors: 1, votes: { A: 3 } };
  assertEquals(popularVote([district]), { A: 3 });
  assertEquals(popularVote([{ unit: "ME", electors: 2, votes: {} }, district]), { A: 3 });
});

Deno.test("popularVote() loses no vote of contests() that have no districts", () => {
  const row = fc.record({
    state_po: fc.constantFrom("WI", "MI", "PA"),
    candidate: fc.constantFrom("A", "B", "C"),
    votes: fc.nat(1e7),
  });
  fc.assert(fc.property(fc.array(row), (rows) => {
    const built = contests(rows, { WI: 10, MI: 16, PA: 20 });
    const sum = rows.reduce((all, { votes }) => all + votes, 0);
    assertEquals(totalVotes(popularVote(built)), sum);
  }));
});

Deno.test("contests() takes a row of no votes, and more than one row of one votes", () => {
  assertEquals(
    contests([
      { state_po: "NY", candidate: "A", votes: 0 },
      { state_po: "NY", candidate: "B", votes: 1 },
      { state_po: "NY", candidate: "B", votes: 1 },
    ], { NY: 3 }),
    [{ unit: "NY", electors: 3, votes: { A: 0, B: 2 } }],
  );
});
