import { assertEquals } from "@std/assert";
import { findAnomalies } from "tallybook/data";
import { reading } from "./reading.ts";

const FILE = "20161108__oh__general__elm__precinct.csv";
type Row = readonly [place: string, candidate: string, votes: number];
const found = (rows: readonly Row[]) =>
  findAnomalies(reading(
    FILE,
    "county,precinct,office,candidate,votes\n" +
      rows.map(([place, candidate, votes]) => `Elm,${place},President,${candidate},${votes}\n`)
        .join(""),
    { check: false },
  )).filter(({ kind }) => kind === "more votes than ballots");
/** What is said of one place with these counts beside Ada's 700 votes and Ben's 600. */
const said = (...counts: readonly (readonly [string, number])[]) =>
  found([
    ["1", "Ada", 700],
    ["1", "Ben", 600],
    ...counts.map(([name, count]) => ["1", name, count] as const),
  ])
    .map(({ message, votes }) => [message, votes]);

Deno.test("votes are held against the ballots cast, and where these are not told against the voters", () => {
  const more = (count: string, than: string, by: number) => [
    [
      `Elm, 1 has 1,300 votes for president and ${count} ${than}: ${
        by.toLocaleString("en")
      } too many`,
      by,
    ],
  ];
  assertEquals(said(["Ballots Cast", 1299]), more("1,299", "ballots cast", 1));
  assertEquals([said(["Ballots Cast", 1300]), said(["Ballots Cast", 1301])], [[], []]);
  assertEquals(said(["Registered Voters", 1290]), more("1,290", "voters", 10));
  assertEquals(said(["Registered Voters", 1300]), []);
  // With both each is held against the next.
  assertEquals(said(["Ballots Cast", 1300], ["Registered Voters", 1200]), [
    ["Elm, 1 has 1,300 ballots cast and 1,200 registered voters: 100 too many", 100],
  ]);
  assertEquals(said(["Ballots Cast", 1250], ["Registered Voters", 1200]).length, 2);
  assertEquals(said(["Ballots Cast", 1]), more("1", "ballots cast", 1299));
  assertEquals(said(["Registered Voters", 1299]), more("1,299", "voters", 1));
  // A count of 0 says nothing.
  assertEquals([said(["Ballots Cast", 0]), said(["Registered Voters", 0])], [[], []]);
});

Deno.test("of several counts of ballots the largest is their total; percents and sheets are none", () => {
  assertEquals(said(["Ballots Cast - Mail", 400], ["Ballots Cast", 1300]), []);
  assertEquals(said(["Ballots Cast", 1300], ["Ballots Cast - Mail", 400]), []);
  assertEquals(said(["Turnout percent of ballots cast", 63]), []);
  assertEquals(said(["Sheets counted", 900]), []);
});

Deno.test("places without such counts are passed over, and more than twenty are one line", () => {
  const places = (count: number) =>
    Array.from({ length: count }, (_, at): Row[] => [
      [`P${at}`, "Ada", 50],
      [`P${at}`, "Ballots Cast", 40],
    ]).flat();
  assertEquals(found([...places(1), ["Q", "Ada", 9]]).map(({ places, rows }) => [places, rows]), [
    [["Elm, P0"], [3]],
  ]);
  assertEquals(found(places(20)).length, 20);
  const [all, ...more] = found(places(21));
  assertEquals([more.length, all!.places.length, all!.votes, all!.rows!.length], [0, 21, 210, 21]);
  assertEquals(
    all!.message,
    "21 places have more votes than ballots, or more ballots than voters, such as: " +
      "Elm, P0 has 50 votes for president and 40 ballots cast: 10 too many",
  );
});
