import { assertEquals, assertThrows } from "@std/assert";
import { nationalResults } from "../../../lib/election/mod.ts";

const row = { year: 1824, no_popular_vote: "DE GA LA NY SC VT" };
const rows = [
  { ...row, candidate: "Andrew Jackson", popular_votes: 151_271, electors_won: 99 },
  { ...row, candidate: "John Quincy Adams", popular_votes: 113_122, electors_won: 84 },
  { ...row, candidate: "Henry Clay", popular_votes: 47_531, electors_won: 37 },
  { ...row, candidate: "William H. Crawford", popular_votes: 40_856, electors_won: 41 },
];

Deno.test("nationalResults() makes Adams the president of 1824, whom the House chose", () => {
  const [result] = nationalResults(rows);
  assertEquals([result!.president, result!.electors], ["John Quincy Adams", 261]);
  assertEquals(result!.statesWithoutVote, ["DE", "GA", "LA", "NY", "SC", "VT"]);
  assertEquals(result!.eligible, undefined);
});

Deno.test("nationalResults() counts electors of who had no popular votes, and keeps them out", () => {
  const of1960 = { year: 1960, no_popular_vote: null };
  const [result] = nationalResults([
    { ...of1960, candidate: "John F. Kennedy", popular_votes: 34_220_984, electors_won: 303 },
    { ...of1960, candidate: "Richard Nixon", popular_votes: 34_108_157, electors_won: 220 },
    { ...of1960, candidate: "Harry Byrd", popular_votes: null, electors_won: 14 },
  ], new Map([[1960, 100_000_000]]));
  assertEquals([result!.electors, result!.candidates.length, result!.eligible], [
    537,
    2,
    100_000_000,
  ]);
  assertEquals(result!.president, "John F. Kennedy");
});

Deno.test("nationalResults() puts years in order and leaves out those without a popular vote", () => {
  const of1789 = { year: 1789, candidate: "George Washington", popular_votes: null };
  const later = { ...rows[0]!, year: 1828 };
  const years = nationalResults([
    later,
    { ...of1789, electors_won: 69, no_popular_vote: "all" },
    ...rows,
  ]).map(({ year }) => year);
  assertEquals(years, [1824, 1828]);
});

Deno.test("nationalResults() names nobody president where two share the most electors", () => {
  const two = [{ ...rows[0]!, year: 1828 }, { ...rows[1]!, year: 1828, electors_won: 99 }];
  assertThrows(
    () => nationalResults(two),
    RangeError,
    'Cannot collect national results: most electors of 1828: found "Andrew Jackson, John Quincy Adams"',
  );
});

Deno.test("nationalResults() refuses rows that are none", () => {
  assertThrows(() => nationalResults(null as never), TypeError, "rows: found null");
  assertThrows(
    () => nationalResults([{ ...rows[0]!, electors_won: 98.5 }]),
    RangeError,
    "electors of Andrew Jackson in 1824: found 98.5",
  );
  assertEquals(nationalResults([{ ...rows[0]!, electors_won: null }])[0]!.electors, 0);
  assertThrows(
    () => nationalResults(rows, new Map([[1824, 0]])),
    RangeError,
    "eligible voters of 1824: found 0",
  );
});

Deno.test("nationalResults() names the one with most electors, wherever listed, and one elector is enough", () => {
  const of = (...electors: (number | null)[]) =>
    nationalResults(electors.map((electors_won, i) => ({
      year: 2000,
      candidate: `C${i}`,
      popular_votes: 10,
      electors_won,
      no_popular_vote: null,
    })))[0]!;
  assertEquals([of(5, 3, 9).president, of(9, 3, 5).president, of(3, 9, 5).president], [
    "C2",
    "C0",
    "C1",
  ]);
  assertEquals([of(1, 0).president, of(0, 1).president, of(null, 1).electors], ["C0", "C1", 1]);
  // Nobody has any: the first listed, and no tie.
  assertEquals([of(0, 0).president, of(null, null).electors], ["C0", 0]);
  assertThrows(() => of(1, 1), RangeError, 'most electors of 2000: found "C0, C1"');
});
