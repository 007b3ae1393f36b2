import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { DataError, readReturns } from "tallybook/data";
import { filledDown } from "../../../lib/data/returns/fill_down.ts";
import { textColumnOf } from "../../../lib/data/returns/text_column.ts";
import { mendings, reading, refusing, sum } from "./reading.ts";
import { problemsOf, withFile } from "./with_file.ts";

const NAME = "20161108__wi__general__dane__precinct.csv";
const OPTIONS = { check: false } as const;
const VOTES: readonly (readonly [precinct: string, candidate: string, votes: number])[] = [
  ["Elm", "Ada", 12],
  ["Elm", "Ben", 5],
  ["Oak", "Ada", 7],
  ["Oak", "Ben", 9],
];
const places = ({ returns }: ReturnType<typeof reading>) =>
  returns.toRecords().map(({ county, precinct, votes }) => `${county} ${precinct} ${votes}`);

Deno.test("names in the first rows of their groups are filled down, and it is listed", () => {
  const rows = VOTES.map(([precinct, candidate, votes], at) =>
    `${at === 0 ? "Dane" : ""},${at % 2 === 0 ? precinct : ""},President,${candidate},${votes}`
  );
  const read = reading(
    NAME,
    `county,precinct,office,candidate,votes\n${rows.join("\n")}\n`,
    OPTIONS,
  );
  assertEquals(places(read), ["Dane Elm 12", "Dane Elm 5", "Dane Oak 7", "Dane Oak 9"]);
  const note = "names in the first rows of their groups, blanks below: filled down";
  assertEquals(mendings(read), [note, note]);
});

Deno.test("blanks that follow no such pattern stay blank: totals of a county, a first row without a name", () => {
  const filled = (...cells: readonly string[]) => {
    const column = filledDown(textColumnOf(cells));
    return column && [...column.codes].map((code) => column.values[code]).join(" ");
  };
  assertEquals(filled("Elm", "", "Oak", ""), "Elm Elm Oak Oak");
  assertEquals(filled("Elm", "", "", "Oak", "", ""), "Elm Elm Elm Oak Oak Oak");
  assertEquals(filled("", "Elm", "", "Oak"), undefined);
  assertEquals(filled("Elm", "Elm", "Oak", "Oak", "", "", "", "", ""), undefined);
  assertEquals(filled("Elm", "", "Oak"), undefined);
  assertEquals(filled("Elm", ""), undefined);
});

Deno.test("an office in the first row only is refused, not left out below", () => {
  const rows = VOTES.map(([precinct, candidate, votes], at) =>
    `${precinct},${at === 0 ? "President" : ""},${candidate},${votes}`
  );
  const { message } = refusing(
    NAME,
    `precinct,office,candidate,votes\n${rows.join("\n")}\n`,
    OPTIONS,
  );
  assertStringIncludes(message, "blank cells in 3 rows beside 1 with an office that is read");
  assertStringIncludes(message, "fill the cells down");
});

Deno.test("a header line in the middle is left out where columns stand alike, refused where not", () => {
  const head = "state_po,county,candidate,votes\n";
  const rows = ["WI,Dane,Ada,12\n", "WI,Dane,Ben,5\n", "WI,Rock,Ada,7\n", "WI,Rock,Ben,9\n"];
  const read = reading("r.csv", head + rows[0] + rows[1] + head + rows[2] + rows[3], {
    ...OPTIONS,
    year: 2016,
  });
  assertEquals(sum(read), 33);
  assertStringIncludes(mendings(read)[0]!, "the header line again");
  const one = "precinct,office,candidate,votes\nElm,President,Ada,12\nElm,President,Ben,5\n";
  const other = "office,precinct,candidate,votes\nPresident,Oak,Ada,7\nPresident,Oak,Ben,9\n";
  assertEquals(sum(reading(NAME, one + one.replaceAll("Elm", "Oak"), OPTIONS)), 34);
  assertStringIncludes(
    refusing(NAME, one + other, OPTIONS).message,
    '"precinct", a second header line whose columns stand in another order',
  );
  // With the office where it was, the other columns tell.
  const swapped = "candidate,office,precinct,votes\nAda,President,Oak,7\nBen,President,Oak,9\n";
  assertStringIncludes(
    refusing(NAME, one + swapped, OPTIONS).message,
    "a second header line whose columns stand in another order",
  );
});

Deno.test("a column pct of percentages is no column of precincts", () => {
  const rows = ["Dane,Ada,12,70.6%", "Dane,Ben,5,29.4%"];
  const read = reading(NAME, `county,candidate,votes,pct\n${rows.join("\n")}\n`, OPTIONS);
  assertEquals(places(read), ["Dane null 12", "Dane null 5"]);
  assertEquals(read.unread, ["pct"]);
  const precincts = reading(
    NAME,
    "county,candidate,votes,pct\nDane,Ada,12,3\nDane,Ben,5,3\n",
    OPTIONS,
  );
  assertEquals(places(precincts), ["Dane 3 12", "Dane 3 5"]);
});

Deno.test("columns of votes are known by the names that counties give them; others are asked for", () => {
  for (
    const name of [
      "Vote",
      "Vote Total",
      "TotalVotes",
      "Votes Cast",
      "No. of Votes",
      "Votes Received",
    ]
  ) {
    const read = reading(
      NAME,
      `precinct,office,candidate,${name}\nElm,President,Ada,12\n`,
      OPTIONS,
    );
    assertEquals(sum(read), 12);
  }
  assertStringIncludes(
    refusing(NAME, "precinct,office,candidate,Results\nElm,President,Ada,12\n", OPTIONS).message,
    'or its name in the option columns, such as columns: { votes: "…" }',
  );
});

Deno.test("12,00 and '12 are the counts that they name, 1.055,00 has separators of thousands", () => {
  const file = (cell: string) => `precinct;office;candidate;votes\nElm;President;Ada;${cell}\n`;
  assertEquals(["12,00", "12,0", "'12"].map((cell) => sum(reading(NAME, file(cell), OPTIONS))), [
    12,
    12,
    12,
  ]);
  assertStringIncludes(
    refusing(NAME, file("1.055,00"), OPTIONS).message,
    '"1.055,00" with separators of thousands',
  );
  const mended = reading(NAME, file("1.055,00"), { ...OPTIONS, mend: ["thousands"] });
  assertEquals(sum(mended), 1055);
  assertEquals(
    ["12,5", "12,000,5"].map((cell) =>
      refusing(NAME, file(cell), OPTIONS).message.includes("digits only")
    ),
    [true, true],
  );
});

Deno.test("codes within the state get its two digits, by the row's state or the file's", () => {
  const codes = ({ returns }: ReturnType<typeof reading>) => returns.getColumn("fips").toArray();
  const own = "statefp,countyfp,candidate,votes\n55,025,Ada,3\n39,049,Ada,4\n";
  assertEquals(codes(reading("r.csv", own, { ...OPTIONS, year: 2016 })), ["55025", "39049"]);
  const named = "county_fips,office,candidate,votes\n25,President,Ada,3\n25.0,President,Ben,4\n";
  const read = reading(NAME, named, OPTIONS);
  assertEquals(codes(read), ["55025", "55025"]);
  assertStringIncludes(mendings(read)[0]!, "the state's are put before");
  // A number that is no county's code is one no longer.
  assertEquals(
    problemsOf("county_fips,candidate,votes\n26,Ada,3\n", { name: NAME, state: "WI" })[0]?.found,
    '"55026"',
  );
});

Deno.test("counties are found with a number, the state or their code's three digits beside the name", () => {
  for (
    const county of [
      "Dane (WI)",
      "DANE CO.",
      "Dane County, Wisconsin",
      "13 - Dane",
      "Dane-13",
      "025",
    ]
  ) {
    const rows = ["Hillary Clinton,217697", "Donald Trump,71275"].map((row) =>
      `"${county}",President,${row}`
    );
    const { checks } = reading(
      "20161108__wi__general__precinct.csv",
      `county,office,candidate,votes\n${rows.join("\n")}\n`,
    );
    assertEquals([checks.length, checks[0]?.fips], [1, "55025"], county);
  }
});

Deno.test("a column of jurisdictions is counties' where the file's name says so", () => {
  const text = "jurisdiction,office,candidate,votes\nDane,President,Ada,12\nRock,President,Ada,5\n";
  assertEquals(places(reading("20161108__wi__general__county.csv", text, OPTIONS)), [
    "Dane null 12",
    "Rock null 5",
  ]);
  assertEquals(places(reading("20161108__wi__general.csv", text, OPTIONS))[0], "null null 12");
});

Deno.test("records of JSON are rows; other JSON is named", () => {
  const records = VOTES.map(([precinct, candidate, votes]) => ({
    ...{ precinct, office: "President", candidate, votes },
  }));
  const name = NAME.replace("csv", "json");
  assertEquals(sum(reading(name, JSON.stringify(records), OPTIONS)), 33);
  assertEquals(sum(reading(name, JSON.stringify({ results: records }), OPTIONS)), 33);
  const odd = records.map((record, at) => at === 2 ? { ...record, votes: "7*" } : record);
  assertStringIncludes(refusing(name, JSON.stringify(odd), OPTIONS).message, "row 3");
  assertStringIncludes(refusing(name, '[{"a": {"b": 1}}]', OPTIONS).message, "found JSON");
});

Deno.test("a wide file in Windows-1252 is refused, and read where the option says so", () => {
  const text = "Precinct,Hillary Clinton,Donald Trump,Zoë Ash\nElm,12,5,1\n";
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  withFile(bytes, (path) => {
    const { message } = assertThrows(() => readReturns(path, OPTIONS), DataError);
    assertStringIncludes(message, "bytes as in Windows-1252 or Latin-1");
    const { returns } = readReturns(path, { ...OPTIONS, mend: ["encoding"] });
    assertEquals(returns.toRecords().at(-1)!.candidate, "Zoë Ash");
  }, NAME);
});
