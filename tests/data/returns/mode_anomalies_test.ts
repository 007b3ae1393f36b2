import { assertEquals } from "@std/assert";
import { findAnomalies } from "tallybook/data";
import { reading } from "./reading.ts";

const FILE = "20161108__oh__general__elm__precinct.csv";
const found = (content: string, kind: string) =>
  findAnomalies(reading(FILE, content, { check: false })).filter((one) => one.kind === kind);

/** Rows with votes and two modes or more: a list a row. */
const columns = (rows: readonly (readonly number[])[], modes = ["mail", "early"]) =>
  `county,precinct,office,candidate,votes,${modes.join(",")}\n` +
  rows.map((cells, at) =>
    `Elm,P${at >> 1},President,${["Ada", "Ben"][at % 2]},${cells.join(",")}\n`
  ).join("");
const count = (number: number, row: (at: number) => readonly number[]) =>
  Array.from({ length: number }, (_, at) => row(at));
const repeated = (content: string) => found(content, "modes repeated");

Deno.test("two columns of modes are repeated where eight rows with votes, of three counts, are equal", () => {
  const equal = (rows: number, counts = 9) =>
    columns(
      count(rows, (at) => {
        const votes = 10 + 7 * (at % counts);
        return [3 * votes, votes, votes, votes];
      }),
      ["mail", "early", "polls"],
    );
  assertEquals([repeated(equal(8)).length, repeated(equal(7)).length], [3, 0]);
  assertEquals([repeated(equal(9, 3)).length, repeated(equal(9, 2)).length], [3, 0]);
  const [one] = repeated(columns(count(8, (at) => [40 + 2 * at, 20 + at, 20 + at])));
  // 20 to 27.
  assertEquals([one!.votes, one!.message], [
    188,
    '"mail" and "early" are equal in all 8 rows with votes: one was copied from the other, or each is the total',
  ]);
  // Rows without votes in both say nothing; one row that differs says that they are no copies.
  const zeros = count(9, () => [0, 0, 0]);
  assertEquals(
    repeated(columns([...zeros, ...count(7, (at) => [4 + 2 * at, 2 + at, 2 + at])])),
    [],
  );
  assertEquals(
    repeated(columns([...count(20, (at) => [4 + 2 * at, 2 + at, 2 + at]), [5, 5, 0]])),
    [],
  );
});

const sums = (content: string) =>
  found(content, "modes do not add up").map((
    { places, candidate, votes, rows },
  ) => [places, candidate, votes, rows]);
/** Rows whose modes add up, but for so many first ones that have five votes more. */
const adding = (rows: number, wrong: number) =>
  columns(count(rows, (at) => [30 + 5 * at + (at < wrong ? 5 : 0), 10 + 2 * at, 20 + 3 * at]));

Deno.test("a row whose modes do not add up is named where eight rows have votes, and four fifths add up", () => {
  assertEquals(sums(adding(8, 1)), [[["Elm, P0"], "Ada", 5, [2]]]);
  assertEquals(sums(adding(7, 1)), []);
  assertEquals([sums(adding(10, 2)).length, sums(adding(10, 3)).length], [2, 0]);
  assertEquals(sums(adding(8, 0)), []);
  assertEquals(
    found(
      columns(count(8, (at) => [at === 3 ? 9999 : 30 + 5 * at, 10 + 2 * at, 20 + 3 * at])),
      "modes do not add up",
    )
      .map(({ message }) => message),
    ['Ben has 9,999 votes in Elm, P1, where "mail" + "early" are 45'],
  );
});

Deno.test("the columns that add up are found in the file: parts of parts are no part of the sum", () => {
  // Polls are counted in mail, too.
  const parts = columns(
    count(9, (at) => [30 + 5 * at + (at === 4 ? 1 : 0), 10 + 2 * at, 20 + 3 * at, 4 + at]),
    ["mail", "early", "polls"],
  );
  assertEquals(sums(parts), [[["Elm, P2"], "Ada", 1, [6]]]);
  // One column that is all the votes is no sum.
  const one = columns(count(9, (at) => [30 + at + (at === 4 ? 1 : 0), 30 + at, 5 + 3 * at * at]));
  assertEquals(sums(one), []);
});

Deno.test("more than twenty such rows are one finding", () => {
  assertEquals(sums(adding(100, 20)).length, 20);
  const [one, ...more] = found(adding(110, 21), "modes do not add up");
  assertEquals([more.length, one!.votes, one!.rows!.length, one!.candidate], [0, 105, 21, null]);
  assertEquals(
    one!.message.startsWith(
      'In 21 of 110 rows "mail" + "early" are not the votes, such as: Ada has 35 votes',
    ),
    true,
  );
});

/** Places of counties where two modes have these votes for two candidates. */
const rows = (counties: readonly string[], places: number, second: (votes: number) => number) =>
  "county,precinct,office,candidate,mode,votes\n" +
  counties.map((county, c) =>
    count(places, (at) => [20 + 3 * at + c, 11 + 7 * at]).map((votes, at) =>
      votes.map((one, who) =>
        `${county},P${at},President,${["Ada", "Ben"][who]},Mail,${one}\n` +
        `${county},P${at},President,${["Ada", "Ben"][who]},Polls,${second(one)}\n`
      ).join("")
    ).join("")
  ).join("");

Deno.test("modes as rows are repeated where a county's four places and two candidates have the same votes", () => {
  const same = (votes: number) => votes;
  assertEquals(
    repeated(rows(["Elm"], 4, same)).map(({ places, votes, message }) => [places, votes, message]),
    [[
      ["Elm"],
      // 20 + 23 + 26 + 29 and 11 + 18 + 25 + 32.
      184,
      '"Mail" and "Polls" have the same votes for every candidate in every place of 1 county (Elm): a total repeated in each mode',
    ]],
  );
  assertEquals(repeated(rows(["Elm"], 3, same)), []);
  assertEquals(repeated(rows(["Elm"], 4, (votes) => votes === 32 ? 33 : votes)), []);
  const six = ["A", "B", "C", "D", "E", "F"].map((letter) => `${letter}she`);
  const told = (counties: readonly string[]) =>
    /of (\d .*):/.exec(repeated(rows(counties, 4, same))[0]!.message)![1];
  assertEquals(told(six), "6 counties (Ashe, Bshe, Cshe, Dshe, Eshe, …)");
  assertEquals(told(six.slice(1)), "5 counties (Bshe, Cshe, Dshe, Eshe, Fshe)");
});
