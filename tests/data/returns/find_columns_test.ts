import { assertEquals } from "@std/assert";
import { findColumns } from "../../../lib/data/returns/find_columns.ts";
import type { ReturnsField, ReturnsFormat } from "../../../lib/data/returns/fields.ts";

interface Told {
  format?: ReturnsFormat;
  columns?: Readonly<Partial<Record<ReturnsField, string>>>;
  state?: boolean;
}
const find = (header: string, { format = "tidy", ...told }: Told = {}) =>
  findColumns(header.split(","), { file: "r.csv", format, line: 3, ...told });
/** Fields with their columns' places. */
const fields = (header: string, told: Told = {}) => Object.fromEntries(find(header, told).fields);
const problems = (header: string, told: Told = {}) =>
  find(header, told).problems.map((
    { row, column, expected, found },
  ) => [row, column, expected, found]);

Deno.test("fields are found by their names, the best first, capitals and signs aside", () => {
  assertEquals(fields("State_PO,CANDIDATE,Votes,County Name"), {
    ...{ state: 0, county: 3, candidate: 1, votes: 2 },
  });
  assertEquals(fields("unit,precinct,candidate,votes,state").precinct, 1);
  // A place called location is a precinct in the layouts that use the word so.
  assertEquals(fields("location,candidate,votes,state").precinct, undefined);
  assertEquals(fields("location,candidate,votes,office", { format: "openelections" }).precinct, 0);
  // A column serves one field.
  assertEquals(fields("state,candidate,total_votes").votes, 2);
  assertEquals(fields("state,candidate,total_votes").total, undefined);
  assertEquals(fields("state,candidate,votes,total_votes").total, 3);
});

Deno.test("a caller's map goes before names, and a column that is not there is named with the nearest", () => {
  const columns = { candidate: "Choice", votes: "Total" };
  assertEquals(fields("state,Choice,Total,candidate,votes", { columns }), {
    state: 0,
    candidate: 1,
    votes: 2,
  });
  assertEquals(problems("state,Choices,candidate,votes", { columns: { candidate: "Choice" } }), [
    [3, "Choice", 'a column "Choice", as the option columns says', '"Choices", which may be meant'],
  ]);
});

Deno.test("two columns of one name are named by their places, and the second is not read", () => {
  assertEquals(problems("state,votes,candidate,votes"), [
    [3, "votes", "one column of each name", 'two columns "votes", the 2nd and the 4th'],
  ]);
  const at = (second: number) =>
    problems(
      ["state", "candidate", "votes", ...Array(second - 4).fill("x"), "votes"].join(","),
    )[0]![3];
  assertEquals([at(11), at(12), at(13), at(21), at(22), at(23), at(24)], [
    'two columns "votes", the 3rd and the 11th',
    'two columns "votes", the 3rd and the 12th',
    'two columns "votes", the 3rd and the 13th',
    'two columns "votes", the 3rd and the 21st',
    'two columns "votes", the 3rd and the 22nd',
    'two columns "votes", the 3rd and the 23rd',
    'two columns "votes", the 3rd and the 24th',
  ]);
  assertEquals(
    problems("votes,state,candidate,votes")[0]![3],
    'two columns "votes", the 1st and the 4th',
  );
  // Columns that nothing is read from may share a name.
  assertEquals(problems("state,candidate,votes,x,x"), []);
});

Deno.test("what a layout must have and has not is told, with what is there", () => {
  assertEquals(problems("candidate,votes"), [
    [
      3,
      "state_po",
      'a column "state_po", as tidy files have it, or its name in the option columns, such as ' +
      'columns: { state: "…" }',
      'the columns "candidate", "votes"',
    ],
  ]);
  assertEquals(problems("candidate,votes", { state: true }), []);
  assertEquals(
    problems("office,district,candidate", { format: "openelections" }).map(([, column]) => column),
    [
      "votes",
    ],
  );
  // The year of MEDSL's files may be told by their name.
  assertEquals(problems("state_po,office,candidate,candidatevotes", { format: "medsl" }), []);
  assertEquals(
    problems("Elm,Ada,17", { state: true })[0]![3],
    'a first line of values and no header: "Elm", "Ada", "17"',
  );
  assertEquals(
    problems("candidat,votes", { state: true })[0]![3],
    '"candidat", which may be meant',
  );
});

Deno.test("parts of a name stand for a candidate, where no column has the whole", () => {
  assertEquals(fields("state,first_name,last_name,votes"), {
    state: 0,
    lastname: 2,
    firstname: 1,
    votes: 3,
  });
  assertEquals(problems("state,first_name,last_name,votes"), []);
  assertEquals(problems("state,first_name,votes").map(([, column]) => column), ["candidate"]);
  assertEquals(fields("state,candidate,last_name,votes").lastname, undefined);
});

Deno.test("columns of modes make the votes where no column has them, and no modes beside a mode", () => {
  const modes = (header: string) => find(header).modes;
  assertEquals(modes("state,candidate,votes,mail,early"), [3, 4]);
  assertEquals(modes("state,candidate,votes,mode,mail,early"), []);
  assertEquals(problems("state,candidate,mail,early"), []);
  assertEquals(problems("state,mail,early").map(([, column]) => column), ["candidate", "votes"]);
  // "other", and other counts of votes where no column has all, are modes beside modes.
  assertEquals(modes("state,candidate,other,mail,zyx_votes"), [2, 3, 4]);
  assertEquals(modes("state,candidate,votes,other,mail,zyx_votes"), [3, 4]);
  assertEquals(modes("state,candidate,votes,other"), []);
});

Deno.test("Washington's column of counties and the state is a county's beside the level", () => {
  const header = "reporting_level,jurisdiction,candidate,votes";
  assertEquals(fields(header).county, 1);
  assertEquals([
    fields("jurisdiction,candidate,votes").county,
    fields("jurisdiction,candidate,votes").jurisdiction,
  ], [
    undefined,
    0,
  ]);
  assertEquals(fields(`${header},place`, { columns: { county: "place" } }).county, 4);
  assertEquals(fields(header, { columns: { precinct: "jurisdiction" } }).county, undefined);
});

Deno.test("columns that nothing is read from are listed, those without a name aside", () => {
  assertEquals(find("state,candidate,votes,Note,,mail").unread, ["Note"]);
});
