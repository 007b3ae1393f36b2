import { assertEquals, assertThrows } from "@std/assert";
import { loadStateReturns } from "tallybook/data";

/** Sums of the FEC's national table of 2016. */
const OFFICIAL_2016: Readonly<Record<string, number>> = {
  "Hillary Clinton": 65_853_514,
  "Donald Trump": 62_984_828,
  "Gary Johnson": 4_489_341,
  "Jill Stein": 1_457_218,
  "Evan McMullin": 731_991,
};

Deno.test("loadStateReturns() sums to the FEC's totals of 2016", () => {
  const returns = loadStateReturns({ year: 2016 }).toRecords();
  assertEquals(new Set(returns.map((row) => row.state_po)).size, 51);
  for (const [candidate, votes] of Object.entries(OFFICIAL_2016)) {
    const ours = returns.filter((row) => row.candidate === candidate)
      .reduce((sum, row) => sum + row.votes, 0);
    assertEquals(ours, votes, candidate);
  }
  assertEquals(returns.reduce((sum, row) => sum + row.votes, 0), 136_669_276);
});

Deno.test("loadStateReturns() adds up a fusion candidate's lines", () => {
  const [clinton] = loadStateReturns({
    year: 2016,
    states: ["NY"],
    candidates: ["Hillary Clinton"],
  }).toRecords();
  // 4,379,783 Democratic + 140,043 Working Families + 36,292 Women's Equality
  assertEquals(clinton!.votes, 4_556_118);
  assertEquals(clinton!.ballot_lines, "DEM+WF+WEP");
});

Deno.test("loadStateReturns() refuses a state or a year that it does not hold", () => {
  assertThrows(() => loadStateReturns({ states: ["PR"] }), RangeError, "state_po");
  assertThrows(() => loadStateReturns({ year: 2015 }), RangeError, "2015");
});

Deno.test("loadStateReturns() names third parties from 1848 on", () => {
  // National sums as the states' rows of the compilations and of the FEC give them.
  const third: readonly (readonly [number, string, number])[] = [
    [1848, "Martin Van Buren", 291_475],
    [1892, "James B. Weaver", 1_026_595],
    [1912, "Theodore Roosevelt", 4_122_721],
    [1912, "Eugene V. Debs", 901_551],
    [1924, "Robert M. La Follette", 4_831_706],
    [1948, "Strom Thurmond", 1_175_930],
    [1968, "George Wallace", 9_901_118],
    [1980, "John B. Anderson", 5_719_850],
    [1992, "Ross Perot", 19_743_821],
    [2000, "Ralph Nader", 2_882_955],
    [2000, "Pat Buchanan", 448_895],
    [2000, "Harry Browne", 384_431],
  ];
  for (const [year, candidate, votes] of third) {
    const rows = loadStateReturns({ year, candidates: [candidate] });
    assertEquals(rows.reduce((sum, row) => sum + row.votes, 0), votes, `${candidate} ${year}`);
  }
});

Deno.test("loadStateReturns() has what the spoiler calculations of 1992 and 2000 rest on", () => {
  const votes = (year: number, state: string, candidate: string) =>
    loadStateReturns({ year, states: [state], candidates: [candidate] }).toRecords()[0]!.votes;
  // Florida 2000 as certified: Bush by 537, Nader 97,488, Buchanan 17,484.
  assertEquals(votes(2000, "FL", "George W. Bush") - votes(2000, "FL", "Al Gore"), 537);
  assertEquals([votes(2000, "FL", "Ralph Nader"), votes(2000, "FL", "Pat Buchanan")], [
    97_488,
    17_484,
  ]);
  assertEquals(votes(2000, "NH", "George W. Bush") - votes(2000, "NH", "Al Gore"), 7_211);
  assertEquals(votes(2000, "NH", "Ralph Nader"), 22_198);
  // Unnamed in one of the sources.
  assertEquals(votes(2000, "WI", "Pat Buchanan"), 11_471);
  // Ohio 1976: the official margin, which one source has as 9,333.
  assertEquals(votes(1976, "OH", "Jimmy Carter") - votes(1976, "OH", "Gerald Ford"), 11_116);
});

Deno.test("loadStateReturns() equals the FEC's national figures of 2020 and 2024", () => {
  const sum = (year: number, candidate: string) =>
    loadStateReturns({ year, candidates: [candidate] })
      .reduce((sum, row) => sum + row.votes, 0);
  assertEquals([sum(2020, "Joe Biden"), sum(2020, "Donald Trump")], [81_283_501, 74_223_975]);
  assertEquals([sum(2024, "Donald Trump"), sum(2024, "Kamala Harris")], [77_302_580, 75_017_613]);
});

Deno.test("loadStateReturns() gives a candidate one party in a year", () => {
  const parties = new Map<string, Set<string | null>>();
  for (const row of loadStateReturns().toRecords()) {
    const key = `${row.year} ${row.candidate}`;
    parties.set(key, (parties.get(key) ?? new Set()).add(row.party));
  }
  const several = [...parties].filter(([, names]) => names.size > 1).map(([key]) => key);
  assertEquals(several, []);
});
