import { assertEquals, assertStringIncludes } from "@std/assert";
import { openFile } from "../../../lib/data/returns/open_file.ts";
import { reading, refusing, sum } from "./reading.ts";

Deno.test("a file without a column of votes adds up all its modes, whatever they are called", () => {
  const read = reading(
    "20121106__ga__general__elm__precinct.csv",
    "county,precinct,office,district,party,candidate,election_day_votes,advanced_votes," +
      "satellite_votes,total_ballots_cast\n" +
      "Elm,1,President,,,Barack Obama,9,4,1,999\nElm,1,President,,,Mitt Romney,20,6,3,999\n",
  );
  assertEquals(sum(read), 9 + 4 + 1 + 20 + 6 + 3);
});

Deno.test("a long file without a column of votes is read to its end", () => {
  // Longer than what is read before it is decided what the file is (256 KiB): 9,000 places.
  const rows = Array.from(
    { length: 9000 },
    (_, at) =>
      `Elm,Place number ${at},President,,,Barack Obama,3,1\nElm,Place number ${at},President,,,Mitt Romney,2,1\n`,
  ).join("");
  const read = reading(
    "20121106__ga__general__elm__precinct.csv",
    `county,precinct,office,district,party,candidate,election_day_votes,advance_votes\n${rows}`,
  );
  assertEquals(sum(read), 9000 * 7);
  assertEquals(read.returns.height, 18_000);
});

Deno.test("an open file gives its bytes as often as it is asked", () => {
  const path = Deno.makeTempFileSync();
  try {
    const bytes = Uint8Array.from({ length: 600_000 }, (_, at) => at % 251);
    Deno.writeFileSync(path, bytes);
    const opened = openFile(path, "read");
    for (const from of [0, 7, 0]) {
      const read = [...opened.chunks(from)].flatMap((chunk) => [...chunk]);
      assertEquals(read.length, bytes.length - from);
      assertEquals([read[0], read.at(-1)], [bytes[from], bytes.at(-1)]);
    }
    opened.close();
  } finally {
    Deno.removeSync(path);
  }
});

Deno.test("counties and the state in one column are told apart by arithmetic", () => {
  const row = (level: string, place: string, name: string, votes: number) =>
    `,,${name},,,President/Vice President,NA,,${level},${place},${votes}\n`;
  const counties = ["Adams", "Asotin", "Benton"].map((place, at) =>
    row("county", place, "Al Gore & Joe Lieberman", 1406 + 1000 * at) +
    row("county", place, "George W. Bush & Dick Cheney", 3440 + 900 * at)
  ).join("");
  const read = reading(
    "20001107__wa__general.csv",
    "firstname,lastname,ballotname,partyname,partycode,officename,officeposition,measuretext," +
      `reporting_level,jurisdiction,votes\n${counties}` +
      row("state", "Washington", "Al Gore & Joe Lieberman", 3 * 1406 + 3000) +
      row("state", "Washington", "George W. Bush & Dick Cheney", 3 * 3440 + 2700),
  );
  assertEquals(sum(read), 3 * (1406 + 3440) + 3000 + 2700);
  assertEquals(read.returns.getColumn("county").toArray()[0], "Adams");
});

Deno.test("columns of candidates and parties the wrong way round are refused, with the way on", () => {
  const name = "20161108__ut__general__wayne__precinct.csv";
  const text = "county,precinct,office,district,candidate,party,votes\n" +
    "Wayne,Loa,President,,Republican,Donald Trump,109\n" +
    "Wayne,Loa,President,,Democratic,Hillary Clinton,11\nWayne,Loa,President,,,Jill Stein,1\n";
  assertStringIncludes(
    refusing(name, text).message,
    'columns: { candidate: "party", party: "candidate" }',
  );
  const read = reading(name, text, { columns: { candidate: "party", party: "candidate" } });
  assertEquals(sum(read), 109 + 11 + 1);
});
