import { assertEquals } from "@std/assert";
import { findAnomalies } from "tallybook/data";
import { reading } from "./reading.ts";

const FILE = "20161108__oh__general__elm__precinct.csv";
interface Place {
  /** Votes for president, and in other contests, of the Republicans. */
  readonly president: number | "";
  readonly others: readonly (number | "")[];
}
const OFFICES = ["U.S. Senate", "Governor", "Attorney General"];

/** What is found in these places, beside a Democrat who has 100 votes everywhere. */
function found(places: readonly Place[], party = "REP") {
  const row = (at: number, office: string, who: string, name: string, votes: number | "") =>
    `Elm,P${at},${office},${who},${name},${votes}\n`;
  const content = "county,precinct,office,party,candidate,votes\n" +
    places.map(({ president, others }, at) =>
      row(at, "President", party, "Ada Red", president) +
      row(at, "President", "DEM", "Ben Blue", 100 + at) +
      others.map((votes, office) =>
        row(at, OFFICES[office]!, party, "Cy Red", votes) +
        row(at, OFFICES[office]!, "DEM", "Di Blue", 100 + at)
      ).join("")
    ).join("");
  return findAnomalies(reading(FILE, content, { check: false, mend: ["blanks"] }))
    .filter(({ kind }) => kind === "far from its own other contests");
}
/** Places of two hundred votes and more, the first with another count for president. */
const places = (count: number, first: number | "", contests = 1): Place[] =>
  Array.from({ length: count }, (_, at) => ({
    president: at === 0 ? first : 200 + at,
    others: Array(contests).fill(200 + at),
  }));

Deno.test("a place is named whose votes for president are far from the party's other contest, in eight places", () => {
  const [one, ...more] = found(places(8, 20));
  assertEquals([more, one!.places, one!.candidate, one!.votes, one!.rows], [
    [],
    ["Elm, P0"],
    "Ada Red",
    20,
    [2],
  ]);
  // log(20.5 / 200.5) is −2.28: 76 times the least spread of .03, which is wider here by the root of
  // 203.5 / 200.5, the median place's votes over its own.
  assertEquals(
    one!.message,
    "Ada Red has 20 votes in Elm, P0, where the party's votes in another contest there give about 201 " +
      "(75 standard deviations off)",
  );
  assertEquals(found(places(7, 20)), []);
});

Deno.test("it is far from five deviations on: to more votes and to fewer", () => {
  // 200.5 × e^±.15 = 232.9 and 172.6.
  assertEquals([found(places(9, 233)).length, found(places(9, 232)).length], [1, 0]);
  assertEquals([found(places(9, 171)).length, found(places(9, 173)).length], [1, 0]);
});

Deno.test("every other contest must agree that it is", () => {
  const two = (second: number) =>
    places(9, 400, 2).map(({ president, others }, at) => ({
      president,
      others: at === 0 ? [200, second] : others,
    }));
  // 400.5 / 360.5 is .105 on the log scale: 3.5 deviations of .03.
  assertEquals([found(two(360)).length, found(two(361)).length], [1, 0]);
  const [one] = found(places(9, 400, 3));
  assertEquals(
    one!.message,
    "Ada Red has 400 votes in Elm, P0, where the party's votes in 3 other contests there give about " +
      "201 (23 standard deviations off)",
  );
});

Deno.test("a difference of fewer than ten votes is nobody's concern, and small places vary more", () => {
  const small = (count: number) =>
    Array.from({ length: 9 }, (_, at) => ({ president: at === 0 ? count : 12, others: [12] }));
  // All are small: 12.5 are expected, and 22.5 are ten more.
  assertEquals([found(small(23)).length, found(small(22)).length], [1, 0]);
  // Beside places of 1,250 votes a place of 12 varies ten times as much: by .3 for each of .03.
  const beside = (count: number) => [
    { president: count, others: [12] },
    ...Array.from({ length: 8 }, () => ({ president: 1250, others: [1250] })),
  ];
  // 12.5 × e^1.5 = 56.
  assertEquals([found(beside(57)).length, found(beside(54)).length], [1, 0]);
});

Deno.test("a contest without votes in a place, a blank count and rows without party say nothing", () => {
  const with0 = places(9, 20).map((place, at) => at === 0 ? { ...place, others: [0] } : place);
  assertEquals(found(with0), []);
  assertEquals(found(places(9, "")), []);
  assertEquals(found(places(9, 20), ""), []);
  // Two contests of which one is blank there: the other still tells.
  const blank = places(9, 20, 2).map((place, at) =>
    at === 0 ? { ...place, others: ["" as const, 200] } : place
  );
  assertEquals(found(blank).map(({ message }) => message.includes("another contest")), [true]);
});
