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
