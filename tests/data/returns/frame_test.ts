import { assertEquals } from "@std/assert";
import { reading } from "./reading.ts";

/** The columns of a file's returns, by name. */
const columnsOf = (content: string, options = {}) =>
  reading("r.csv", content, { check: false, ...options }).returns;
const cells = (frame: ReturnType<typeof columnsOf>, ...names: readonly string[]) =>
  names.map((name) => [...frame.getColumn(name as "votes").toArray()] as unknown[]);

Deno.test("columns come in one order, each with its type, whatever the file's", () => {
  const frame = columnsOf("votes,candidate,state_po,year,fips\n7,Ada,WI,2016,55025\n");
  assertEquals(frame.columns, [
    ...["year", "state_po", "fips", "county", "precinct", "candidate", "party", "mode", "votes"],
  ]);
  assertEquals(frame.toRecords().map((row) => ({ ...row })), [{
    ...{ year: 2016, state_po: "WI", fips: "55025", county: null, precinct: null },
    ...{ candidate: "Ada", party: null, mode: null, votes: 7 },
  }]);
  assertEquals(frame.dtypes.map(String).map((type) => type.includes("Int32")), [
    ...[true, false, false, false, false, false, false, false, true],
  ]);
});

Deno.test("what the file does not say is the options', in every row; what it says goes before", () => {
  const options = { year: 2012, state: "WI", county: "Dane" };
  const frame = columnsOf("candidate,votes\nAda,5\nBen,6\n", { ...options, format: "tidy" });
  assertEquals(cells(frame, "year", "state_po", "county", "fips"), [
    [2012, 2012],
    ["WI", "WI"],
    ["Dane", "Dane"],
    [null, null],
  ]);
  const own = columnsOf("year,state_po,county,candidate,votes\n2016,MI,Wayne,Ada,5\n", {});
  assertEquals(cells(own, "year", "state_po", "county"), [[2016], ["MI"], ["Wayne"]]);
});

Deno.test("blank cells are null, not text", () => {
  const frame = columnsOf(
    "year,state_po,county,precinct,candidate,party,mode,votes\n" +
      "2016,WI,Dane,,Ada,REP,,5\n2016,WI,Dane,P 1,Ada,,mail,6\n",
  );
  assertEquals(cells(frame, "precinct", "party", "mode", "county"), [
    [null, "P 1"],
    ["REP", null],
    [null, "mail"],
    ["Dane", "Dane"],
  ]);
});

Deno.test("rows that are no returns are left out of every column, and stand apart with their kind", () => {
  const content = "year,state_po,county,precinct,candidate,votes,mail,polls\n" +
    "2016,WI,Dane,1,Under Votes,3,1,2\n2016,WI,Dane,1,Ada,5,2,3\n2016,WI,Dane,1,Total Votes,5,2,3\n" +
    "2016,WI,Rock,2,Ben,6,1,5\n";
  const read = reading("r.csv", content, { check: false });
  assertEquals(cells(read.returns, "county", "precinct", "candidate", "votes"), [
    ["Dane", "Rock"],
    ["1", "2"],
    ["Ada", "Ben"],
    [5, 6],
  ]);
  // Columns of modes come last, by the file's names.
  assertEquals(read.returns.columns.slice(-3), ["votes", "mail", "polls"]);
  const { returns } = read as unknown as { returns: ReturnType<typeof columnsOf> };
  assertEquals(cells(returns, "mail", "polls"), [[2, 1], [3, 5]]);
  assertEquals([...read.apart.getColumn("kind").toArray()], ["no vote", "total of candidates"]);
  assertEquals([...read.apart.getColumn("votes").toArray()], [3, 5]);
});

Deno.test("a count that is left blank stays null beside the others", () => {
  const content = "year,state_po,county,candidate,votes,mail,polls\n" +
    "2016,WI,Dane,Ada,5,,3\n2016,WI,Rock,Ada,6,1,5\n";
  const frame = columnsOf(content, { mend: ["modes", "blanks"] });
  assertEquals(cells(frame, "votes", "mail", "polls"), [[5, 6], [null, 1], [3, 5]]);
});

Deno.test("precincts that start anew in each ward carry the ward's name", () => {
  const frame = columnsOf(
    "year,state_po,county,ward,precinct,candidate,votes\n" +
      "2016,MA,Suffolk,1,2,Ada,5\n2016,MA,Suffolk,Ward 3,2,Ada,6\n2016,MA,Suffolk,4,,Ada,7\n" +
      "2016,MA,Suffolk,,9,Ada,8\n2016,MA,Suffolk,,,Ada,9\n",
  );
  assertEquals(cells(frame, "precinct", "votes"), [
    ["Ward 1, 2", "Ward 3, 2", "Ward 4", "9", null],
    [5, 6, 7, 8, 9],
  ]);
});

Deno.test("a file of towns within counties has a column of them", () => {
  const frame = columnsOf(
    "year,state_po,county,town,candidate,votes\n2016,CT,Fairfield,Bethel,Ada,5\n2016,CT,Fairfield,,Ben,6\n",
  );
  assertEquals(cells(frame, "jurisdiction", "county"), [
    ["Bethel", null],
    ["Fairfield", "Fairfield"],
  ]);
  assertEquals(frame.columns.indexOf("jurisdiction"), 4);
});
