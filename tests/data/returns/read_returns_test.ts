import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { readReturns } from "tallybook/data";
import { problemsOf, withFile } from "./with_file.ts";

const HEADER = "state_po,fips,county,candidate,votes\n";

Deno.test("readReturns() reads the tidy layout", () => {
  const { returns, mended, leftOut } = withFile(
    `${HEADER}WI,55025,Dane,Ada Lovelace,12\nWI,55025,Dane,"Turing, Alan",0\n`,
    (path) => readReturns(path, { format: "tidy", year: 2016 }),
  );
  assertEquals(returns.toRecords(), [
    {
      year: 2016,
      state_po: "WI",
      fips: "55025",
      county: "Dane",
      precinct: null,
      candidate: "Ada Lovelace",
      party: null,
      mode: null,
      votes: 12,
    },
    {
      year: 2016,
      state_po: "WI",
      fips: "55025",
      county: "Dane",
      precinct: null,
      candidate: "Turing, Alan",
      party: null,
      mode: null,
      votes: 0,
    },
  ]);
  assertEquals([mended, leftOut], [[], {}]);
});

Deno.test("readReturns() reads MEDSL's layout and says how many rows were for other offices", () => {
  const { returns, leftOut } = withFile(
    "year,state,state_po,county_name,county_fips,office,candidate,party,candidatevotes,totalvotes\n" +
      "2020,WISCONSIN,WI,DANE,55025,US PRESIDENT,JOE BIDEN,DEMOCRAT,260121,344791\n" +
      "2020,WISCONSIN,WI,DANE,55025,US HOUSE,MARK POCAN,DEMOCRAT,1,1\n",
    (path) => readReturns(path, { format: "medsl" }),
  );
  assertEquals(returns.toRecords().map((row) => [row.year, row.county, row.votes]), [
    [2020, "DANE", 260121],
  ]);
  assertEquals(leftOut, { "US HOUSE": 1 });
});

Deno.test("readReturns() takes year and state from the name of an OpenElections file", () => {
  const { returns } = withFile(
    "county,office,district,party,candidate,votes\nAdams,President,,DEM,Hillary Clinton,14219\n",
    (path) => readReturns(path, { format: "openelections" }),
    "20161108__pa__general__county.csv",
  );
  const [row] = returns.toRecords();
  assertEquals([row?.year, row?.state_po, row?.votes], [2016, "PA", 14219]);
});

Deno.test("readReturns() refuses counts that are negative, fractional, blank, text or separated", () => {
  const rows = ["-4", "3.5", "", "twelve", '"1,234"', "n/a"]
    .map((votes, index) => `WI,55025,Dane,Candidate ${index},${votes}`).join("\n");
  assertEquals(problemsOf(HEADER + rows + "\n").map(({ row, found }) => [row, found]), [
    [2, "-4, which is negative"],
    [3, "3.5, which is a fraction"],
    [4, "a blank cell"],
    [5, '"twelve"'],
    [6, '"1,234" with separators of thousands'],
    [7, '"n/a"'],
  ]);
});

Deno.test("readReturns() accepts 12.0 as the count that a spreadsheet meant", () => {
  const { returns } = withFile(
    `${HEADER}WI,55025,Dane,Ada,12.0\n`,
    (path) => readReturns(path, { format: "tidy" }),
  );
  assertEquals(returns.toRecords()[0]?.votes, 12);
});

Deno.test("readReturns() leaves out and lists totals that equal their parts", () => {
  const text = `${HEADER}WI,55025,Dane,Ada,3\nWI,55025,Dane,Total Votes Cast,3\nWI,,TOTAL,Ada,3\n`;
  const { returns, mended } = withFile(text, (path) => readReturns(path, { format: "tidy" }));
  assertEquals(returns.toRecords().map(({ votes }) => votes), [3]);
  assertEquals(mended.map(({ row, column }) => [row, column]), [
    [3, "candidate"],
    [4, "county"],
  ]);
});

Deno.test("readReturns() refuses totals that are no sums, and goes on where an option says so", () => {
  const text = `${HEADER}WI,55025,Dane,Ada,3\nWI,55025,Dane,Total Votes Cast,4\n` +
    "WI,55027,Dodge,Ada,5\nWI,,TOTAL,Ada,9\n";
  assertEquals(problemsOf(text).map(({ row, column }) => [row, column]), [
    [3, "candidate"],
    [5, "county"],
  ]);
  const { returns, mended } = withFile(
    text,
    (path) => readReturns(path, { format: "tidy", mend: ["totals"] }),
  );
  assertEquals(returns.getColumn("votes").sum(), 8);
  assertEquals(mended.map(({ row }) => row), [3, 5]);
});

Deno.test("readReturns() refuses duplicate rows and points at the first", () => {
  const text = `${HEADER}WI,55025,Dane,Ada,3\nWI,55025,Dane,Alan,4\nWI,55025,Dane,Ada,5\n`;
  assertEquals(problemsOf(text).map(({ row, found }) => [row, found]), [[4, "the same as row 2"]]);
});

Deno.test("readReturns() refuses unknown states and codes, and codes of another state", () => {
  const text =
    `${HEADER}XX,55025,Dane,Ada,3\nWI,55026,Dane,Ada,3\nWI,27053,Hennepin,Ada,3\nWI,5X,Dane,Alan,1\n`;
  assertEquals(problemsOf(text).map(({ row, column, found }) => [row, column, found]), [
    [2, "state_po", '"XX"'],
    [3, "fips", '"55026"'],
    [4, "fips", '"27053"'],
    [5, "fips", '"5X"'],
  ]);
});

Deno.test("readReturns() mends codes that lost a leading zero, and says so", () => {
  const { returns, mended } = withFile(
    `${HEADER}AL,1001,Autauga,Ada,3\n`,
    (path) => readReturns(path, { format: "tidy" }),
  );
  assertEquals(returns.toRecords()[0]?.fips, "01001");
  assertEquals(mended.map(({ row, expected, found }) => [row, expected, found]), [
    [2, '"01001"', '"1001"'],
  ]);
});

Deno.test("readReturns() refuses a file without a row for president", () => {
  const [problem] = problemsOf("county,office,candidate,votes\nAdams,State House,Ada,1\n", {
    format: "openelections",
    state: "PA",
  });
  assertEquals(problem?.found, 'rows for "State House"');
});

Deno.test("readReturns() gives back the counts of any well-formed file", () => {
  const name = fc.stringMatching(/^[A-Z][a-z]{1,8}( [A-Z][a-z]{1,8})?$/)
    .filter((text) => !/^totals?/i.test(text));
  const rows = fc.uniqueArray(
    fc.record({ candidate: name, votes: fc.nat({ max: 2_000_000 }) }, { noNullPrototype: true }),
    { minLength: 1, maxLength: 20, selector: (row) => row.candidate },
  );
  fc.assert(
    fc.property(rows, (expected) => {
      const text = expected.map((row) => `WI,55025,Dane,${row.candidate},${row.votes}`).join("\n");
      const { returns } = withFile(
        `${HEADER}${text}\n`,
        (path) => readReturns(path, { format: "tidy" }),
      );
      const found = returns.toRecords().map(({ candidate, votes }) => ({ candidate, votes }));
      assertEquals(found, expected);
    }),
    { numRuns: 30, seed: 2016 },
  );
});
