import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { checkReturns, loadCountyReturns } from "tallybook/data";
import { reading } from "./reading.ts";

const WISCONSIN = loadCountyReturns({ year: 2016, states: ["WI"] });

/** The verdicts on Wisconsin 2016 with its votes changed, each once. */
function verdicts(change: (votes: number, candidate: string) => number): string[] {
  const rows = WISCONSIN.map((row) => ({ ...row, votes: change(row.votes, row.candidate) }));
  return [...new Set(checkReturns(rows).map(({ verdict }) => verdict))];
}

Deno.test("checkReturns() says how sums stand to the known ones", () => {
  assertEquals(verdicts((votes) => votes), ["agrees"]);
  assertEquals(verdicts((votes) => 2 * votes), ["doubled"]);
  assertEquals(verdicts((votes) => 3 * votes), ["tripled"]);
  assertEquals(verdicts((votes) => Math.round(votes / 2)), ["about half missing"]);
  assertEquals(verdicts((votes) => Math.round(votes / 9)), ["most missing"]);
  assertEquals(verdicts((votes, name) => name === "Hillary Clinton" ? 0 : votes), [
    "a candidate missing",
  ]);
  const others = WISCONSIN.map((row) => ({
    ...row,
    candidate: `${row.candidate.slice(0, 1)} Oak`,
  }));
  assertEquals(
    new Set(checkReturns(others).map(({ verdict }) => verdict)),
    new Set([
      "another contest",
    ]),
  );
});

Deno.test("checkReturns() says it of a county and of the state, in votes", () => {
  const rows = WISCONSIN.map((row) =>
    row.fips === "55025" && row.candidate === "Donald Trump"
      ? { ...row, votes: row.votes - 10 }
      : row
  );
  const checks = checkReturns(rows);
  const dane = checks.find(({ fips }) => fips === "55025")!;
  assertStringIncludes(dane.message, "agrees with the known totals to within 10 votes");
  // 72 counties and the state.
  assertEquals(checks.length, 73);
});

Deno.test("checkReturns() finds a county by its name where there is no code", () => {
  for (const county of ["Fond du Lac", "FOND DU LAC COUNTY", "fond du lac co."]) {
    const rows = WISCONSIN.filter(({ fips }) => fips === "55039")
      .map((row) => ({ ...row, fips: null, county }));
    assertEquals(checkReturns(rows).map(({ fips, verdict }) => [fips, verdict]), [
      ["55039", "agrees"],
    ]);
  }
});

Deno.test("readReturns() holds sums against the known ones unless told not to", () => {
  const known = WISCONSIN.filter(({ fips }) => fips === "55025");
  const content = "county,precinct,office,candidate,votes\n" +
    known.map(({ candidate, votes }) => `Dane,All of it,President,${candidate},${votes}\n`)
      .join("");
  const name = "20161108__wi__general__dane__precinct.csv";
  assertEquals(reading(name, content).checks.map(({ verdict }) => verdict), ["agrees"]);
  assertEquals(reading(name, content, { check: false }).checks, []);
});

Deno.test("checkReturns() refuses what are no returns", () => {
  assertThrows(() => checkReturns(3 as unknown as []), TypeError, "check returns");
});

Deno.test("checkReturns() knows New York's candidates with all their lines", () => {
  // The state board's returns of 2004 for Albany: Democratic and Working Families, Republican and
  // Conservative; with the main lines alone the county is not the known one.
  const albany = (kerry: number, bush: number) =>
    checkReturns([
      ["John Kerry", kerry],
      ["George W. Bush", bush],
    ].map(([candidate, votes]) => ({
      year: 2004,
      state_po: "NY",
      county: "Albany",
      fips: "36001",
      candidate,
      votes,
    })) as never)[0]?.verdict;
  assertEquals(albany(86_213 + 3_110, 52_369 + 2_503), "agrees");
  assertEquals(albany(86_213, 52_369), "fewer votes");
});
