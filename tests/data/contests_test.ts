import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { loadContests, loadElectoralVotes } from "tallybook/data";
import { popularVote, tally } from "tallybook/election";

/** Electors won by candidate, from the table of electoral votes. */
function electorsWon(year: number): Record<string, number> {
  const won: Record<string, number> = {};
  for (const row of loadElectoralVotes({ year, status: "won" }).toRecords()) {
    won[row.candidate] = (won[row.candidate] ?? 0) + row.electors;
  }
  return Object.fromEntries(Object.entries(won).sort((a, b) => b[1] - a[1]));
}

Deno.test("loadContests(): the pluralities give the electors won, 1964 to 2024", () => {
  for (let year = 1964; year <= 2024; year += 4) {
    const counted = tally(loadContests({ year }));
    assertEquals([year, counted.electors], [year, electorsWon(year)]);
    assertEquals(counted.total, 538);
    assertEquals([counted.tied, counted.missing], [[], []]);
  }
});

Deno.test("loadContests(): 2016's votes are the FEC's", () => {
  const nation = popularVote(loadContests({ year: 2016 }));
  assertEquals([nation["Hillary Clinton"], nation["Donald Trump"]], [65_853_514, 62_984_828]);
  assertEquals(Object.values(nation).reduce((sum, votes) => sum + votes, 0), 136_669_276);
});

Deno.test("loadContests(): Maine's second district of 2016 is near its certified count", () => {
  // The state's canvass has Trump 181,177 and Clinton 144,817; ours come from rounded shares.
  const district = loadContests({ year: 2016 }).find(({ unit }) => unit === "ME-02")!;
  const two = district.votes["Donald Trump"]! + district.votes["Hillary Clinton"]!;
  assertAlmostEquals(district.votes["Donald Trump"]! / two, 181_177 / (181_177 + 144_817), 0.0005);
});

Deno.test("loadContests(): states without a popular vote are contests without votes", () => {
  const missing = loadContests({ year: 1824 }).filter(({ votes }) =>
    Object.keys(votes).length === 0
  );
  assertEquals(missing.map(({ unit }) => unit), ["DE", "GA", "LA", "NY", "SC", "VT"]);
});

Deno.test("loadContests(): states whose electors were not counted have votes and no electors", () => {
  const uncounted = loadContests({ year: 1872 }).filter(({ electors }) => electors === 0);
  assertEquals(uncounted.map(({ unit }) => unit), ["AR", "LA"]);
  assertEquals(uncounted.every(({ votes }) => Object.keys(votes).length > 0), true);
});

Deno.test("loadContests() refuses a year without an election", () => {
  assertThrows(() => loadContests({ year: 2018 }), RangeError, "2018");
});
