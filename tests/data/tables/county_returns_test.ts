import { assertEquals } from "@std/assert";
import {
  loadCountyReturns,
  loadNewYorkCounties,
  loadReconciliation,
  loadStateReturns,
} from "tallybook/data";

/**
 * Votes by line in the state board's returns of 2004, typed from a file of another compiler
 * (OpenElections), which lacks two lines that the state's totals give by subtraction: the
 * Conservative one in Albany, 155,574 − 153,071 = 2,503, and the Working Families' one in Allegany,
 * 133,525 − 133,351 = 174.
 */
const LINES_2004 = [
  ["Albany", [86_213, 3_110], [52_369, 2_503]],
  ["Allegany", [6_392, 174], [11_894, 416]],
  ["Erie", [240_563, 10_527], [173_198, 11_225]],
  ["Kings", [494_165, 20_808], [159_200, 7_949]],
  ["New York", [509_841, 16_924], [104_883, 2_522]],
  ["Richmond", [66_255, 2_193], [85_302, 5_023]],
  ["St. Lawrence", [22_173, 684], [17_310, 719]],
  ["Yates", [4_062, 143], [6_053, 256]],
] as const;

Deno.test("New York's counties of 2004 have all lines of a candidate", () => {
  const rows = loadCountyReturns({ year: 2004, states: ["NY"] });
  const votes = (county: string, candidate: string) =>
    rows.find((row) => row.county === county && row.candidate === candidate)?.votes;
  for (const [county, [democratic, families], [republican, conservative]] of LINES_2004) {
    assertEquals(votes(county, "John Kerry"), democratic + families, county);
    assertEquals(votes(county, "George W. Bush"), republican + conservative, county);
  }
});

/** Sums of precincts, from files of another compiler (OpenElections): Obama, Romney. */
const PRECINCT_SUMS_2012 = [
  ["Chautauqua", 23_812, 27_971],
  ["Herkimer", 11_273, 13_282],
  ["Rensselaer", 37_408, 29_113],
  ["Seneca", 7_094, 5_889],
] as const;

Deno.test("New York's counties of 2012 equal the sums of their precincts", () => {
  const rows = loadCountyReturns({ year: 2012, states: ["NY"] });
  for (const [county, obama, romney] of PRECINCT_SUMS_2012) {
    const of = rows.filter((row) => row.county === county);
    assertEquals(of.find((row) => row.candidate === "Barack Obama")?.votes, obama, county);
    assertEquals(of.find((row) => row.candidate === "Mitt Romney")?.votes, romney, county);
  }
});

Deno.test("what New York's counties lack of the official count is as the caveat says", () => {
  const missing = [
    [2004, "John Kerry", 0],
    [2004, "George W. Bush", 0],
    [2008, "Barack Obama", 244],
    [2008, "John McCain", 43],
    [2012, "Barack Obama", 5_497],
    [2012, "Mitt Romney", 862],
  ] as const;
  for (const [year, candidate, votes] of missing) {
    const choice = { year, states: ["NY"], candidates: [candidate] };
    const sum = (rows: readonly { votes: number }[]) =>
      rows.reduce((total, row) => total + row.votes, 0);
    assertEquals(sum(loadStateReturns(choice)) - sum(loadCountyReturns(choice)), votes);
  }
  assertEquals(loadNewYorkCounties().length, 3 * 62 * 3);
});

Deno.test("every state and year whose counties differ by 1,000 votes or more has a cause", () => {
  const unexplained = loadReconciliation({ table: "county_returns" })
    .filter((row) => Math.abs(row.difference) >= 1000 && row.cause === null);
  assertEquals(unexplained, []);
});
