import { assertEquals, assertThrows } from "@std/assert";
import { contests, margin, plurality, popularVote, sumVotes, tally } from "tallybook/election";

/** As a file of returns would bring them: names that every object has, as its own. */
const VOTES: Record<string, number>[] = ["constructor", "__proto__", "toString", "valueOf"]
  .map((name) => JSON.parse(`{ "${name}": 5, "Y": 2 }`));

Deno.test("a candidate or state with a name that every object has is refused, not added to what it has", () => {
  for (const votes of VOTES) {
    const [name] = Object.keys(votes);
    const own = [{ unit: "A", electors: 3, votes }, { unit: "B", electors: 3, votes: { Y: 1 } }];
    const expected = `found "${name}", expected names of candidates that are the object's own`;
    for (const f of [popularVote, tally]) assertThrows(() => f(own), RangeError, expected);
    assertThrows(() => plurality({ votes }), RangeError, expected);
    const row = { state_po: "WI", candidate: name!, votes: 5 };
    assertThrows(() => sumVotes([row]), RangeError, `found "${name}", expected a name`);
    assertThrows(() => contests([row], { WI: 10 }), RangeError, "expected a name");
    assertThrows(() => contests([{ ...row, candidate: "Y", state_po: name! }], { WI: 10 }));
    assertThrows(() => margin({ A: 5, B: 4 }, "A", name!), RangeError);
  }
});

Deno.test("votes in a Map, a promise or an object's prototype are refused, not read as no returns", () => {
  const others = [new Map([["A", 5]]), Promise.resolve({ A: 5 }), new Set(["A"])];
  for (const votes of others) {
    assertThrows(() => plurality({ votes: votes as never }), TypeError, "expected an object");
    const contest = { unit: "A", electors: 3, votes: votes as never };
    assertThrows(() => tally([contest]), TypeError, "expected an object");
  }
  assertThrows(
    () => plurality({ votes: Object.create({ A: 5 }) }),
    RangeError,
    'found "A", expected names of candidates that are the object\'s own',
  );
  const bare: Record<string, number> = Object.assign(Object.create(null), { A: 5, B: 3 });
  assertEquals(plurality({ votes: bare }), { kind: "won", winner: "A", runnerUp: "B", lead: 2 });
});

Deno.test("tally() refuses names that look alike and are other code points, in one contest or in two", () => {
  const [one, two] = ["Jos\u00e9", "Jose\u0301"];
  const contest = (unit: string, votes: Record<string, number>) => ({ unit, electors: 3, votes });
  for (
    const contests of [
      [contest("A", { [one]: 5, [two]: 6, Y: 8 })],
      [contest("A", { [one]: 5 }), contest("B", { [two]: 5 })],
      [contest(one, { X: 5 }), contest(two, { X: 5 })],
    ]
  ) assertThrows(() => tally(contests), RangeError, "in two sequences of code points");
  assertEquals(tally([contest("A", { [two]: 5 }), contest("B", { [two]: 5 })]).electors, {
    [two]: 6,
  });
});
