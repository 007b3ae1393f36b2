import { assertEquals } from "@std/assert";
import { checkSums } from "../../../lib/data/returns/check_sums.ts";
import type { CountySum } from "../../../lib/data/returns/sums.ts";
import { totalsIndex } from "../../../lib/data/returns/totals_index.ts";

const NAMES = ["Ada Red", "Ben Blue"];
const votesOf = (votes: readonly number[]) =>
  new Map(votes.map((count, at) => [NAMES[at]!, count]));

/** Known totals: counties with a code, a name and two counts; the state's are their sums. */
function known(counties: readonly (readonly [string, string, number, number])[], state = true) {
  const rows = counties.flatMap(([fips, county, ...votes]) =>
    votes.map((count, at) => ({ fips, county, candidate: NAMES[at]!, votes: count }))
  );
  const sums = [2, 3].map((at) => counties.reduce((sum, one) => sum + (one[at] as number), 0));
  return totalsIndex(state ? votesOf(sums) : undefined, rows);
}
const sum = (
  county: string | null,
  votes: readonly number[],
  more: Partial<CountySum> = {},
): CountySum => ({
  year: 2016,
  state: "WI",
  fips: null,
  county,
  votes: votesOf(votes),
  modes: new Set(),
  places: true,
  ...more,
});
const TWO = known([["55001", "Adams", 5000, 4000], ["55003", "Ashland", 3000, 6000]]);
/** Level, place and verdict of each check. */
const short = (sums: readonly CountySum[], totals = TWO) =>
  checkSums(sums, () => totals).map(({ level, county, verdict }) =>
    `${level} ${county} ${verdict}`
  );

Deno.test("counties are held by code before name, and added up where they come twice", () => {
  assertEquals(short([sum("Adams", [5000, 4000]), sum("Ashland County", [3000, 6000])]), [
    "county Adams agrees",
    "county Ashland agrees",
    "state null agrees",
  ]);
  assertEquals(short([sum("Ashland", [5000, 4000], { fips: "55001" })]), ["county Adams agrees"]);
  assertEquals(short([sum("Adams", [2000, 4000]), sum("ADAMS", [3000, 0])]), [
    "county Adams agrees",
  ]);
  // An unknown code leaves the name.
  assertEquals(short([sum("Adams", [5000, 4000], { fips: "55999" })]), ["county Adams agrees"]);
});

Deno.test("rows without year or state are held against nothing; elections and states apart", () => {
  assertEquals(short([sum("Adams", [1, 1], { year: null })]), []);
  assertEquals(short([sum("Adams", [1, 1], { state: null })]), []);
  const asked: string[] = [];
  const mixed = [
    sum("Adams", [1, 1]),
    sum("Adams", [1, 1], { year: 2012 }),
    sum("Oak", [1, 1], { state: "OH" }),
  ];
  checkSums(mixed, (year, state) => {
    asked.push(`${year} ${state}`);
    return TWO;
  });
  assertEquals(asked, ["2016 WI", "2012 WI", "2016 OH"]);
});

Deno.test("a count may differ by half a percent; in counties of 2020 and 2024 by two", () => {
  // Half a percent of 200,000 is 1,000; two percent are 4,000.
  const large = known([["55001", "Adams", 100_000, 100_000], ["55003", "Ashland", 1, 1]]);
  const at = (year: number, votes: number) =>
    checkSums([sum("Adams", [100_000, votes], { year })], () => large)[0]!;
  assertEquals([at(2016, 99_000).verdict, at(2016, 98_999).verdict], ["agrees", "fewer votes"]);
  for (const year of [2020, 2024]) {
    assertEquals([at(year, 96_000).verdict, at(year, 95_999).verdict], ["agrees", "fewer votes"]);
  }
  const early = "; the known counts are from before some canvasses were closed";
  assertEquals(
    at(2016, 98_999).message,
    "Adams, WI 2016 has fewer votes than are known: Ada Red 100,000 where 100,000 are known, " +
      "Ben Blue 98,999 where 100,000 are known",
  );
  assertEquals(
    [at(2020, 95_999).message.endsWith(early), at(2020, 96_000).message.endsWith(early)],
    [
      true,
      false,
    ],
  );
  // The state's own count is certified.
  const state = checkSums(
    [sum("Adams", [100_000, 98_000], { year: 2020 }), sum("Ashland", [1, 1], { year: 2020 })],
    () => large,
  );
  assertEquals(state.map(({ level, verdict }) => [level, verdict]), [
    ["county", "agrees"],
    ["county", "agrees"],
    ["state", "fewer votes"],
  ]);
  assertEquals(state[2]!.message.startsWith("Wisconsin 2020 has fewer votes"), true);
  assertEquals(state[2]!.message.endsWith(early), false);
});

Deno.test("agreement is told in votes", () => {
  const say = (votes: number) => checkSums([sum("Adams", [5000, votes])], () => TWO)[0]!;
  assertEquals([say(4000).message, say(3990).message], [
    "Adams, WI 2016 agrees with the known totals exactly",
    "Adams, WI 2016 agrees with the known totals to within 10 votes",
  ]);
  assertEquals(say(3990).difference, 10);
});

Deno.test("a difference is told in the two leading candidates' votes", () => {
  const rows = [["Ada Red", 500], ["Ben Blue", 400], ["Cy Gold", 30]] as const;
  const three = totalsIndex(
    undefined,
    rows.map(([candidate, votes]) => ({ fips: "55001", county: "Adams", candidate, votes })),
  );
  const votes = new Map(rows.map(([name, count]) => [name, 2 * count]));
  const [check] = checkSums([{ ...sum("Adams", []), votes }], () => three);
  assertEquals(check!.candidates.length, 3);
  assertEquals(
    check!.message,
    "Adams, WI 2016 has about twice the known votes: a total stands among its parts: " +
      "Ada Red 1,000 where 500 are known, Ben Blue 800 where 400 are known",
  );
});

Deno.test("a name of no county is told beside known ones only where a missing county is near", () => {
  const found = short([sum("Adams", [5000, 4000]), sum("Ashlnd", [9, 9])]);
  assertEquals(found, ["county Ashlnd county not known", "county Adams agrees"]);
  const [check] = checkSums([sum("Adams", [1, 1]), sum("Ashlnd", [9, 9])], () => TWO);
  assertEquals([check!.fips, check!.difference, check!.candidates.length], [null, 0, 0]);
  assertEquals(
    check!.message,
    'Wisconsin has no county "Ashlnd" in the known totals of 2016: nearest "Ashland"; ' +
      "its votes were not held against any",
  );
  // Votes from overseas are no county, and a county that has rows is not meant.
  assertEquals(short([sum("Adams", [5000, 4000]), sum("Overseas", [9, 9])]), [
    "county Adams agrees",
  ]);
  assertEquals(
    short([sum("Ashland", [3000, 6000]), sum("Ashlnd", [9, 9])]),
    ["county Ashland agrees"],
  );
});

Deno.test("a short name is near to nothing, one of five letters may be", () => {
  const totals = known([["55001", "Adams", 5000, 4000], ["55003", "Polks", 5, 5], [
    "55005",
    "Polk",
    5,
    5,
  ]]);
  const strange = (name: string) =>
    short([sum("Adams", [5000, 4000]), sum(name, [9, 9])], totals)[0];
  assertEquals(strange("Polkz"), "county Polkz county not known");
  assertEquals(strange("Polz"), "county Adams agrees");
});

Deno.test("where no county is known a single strange name is told, five are the state's towns", () => {
  const towns = (count: number) =>
    Array.from({ length: count }, (_, at) => sum(`Town ${"abcdef"[at]}`, [1, 1]));
  assertEquals(short(towns(1)), ["county Town a county not known"]);
  assertEquals(short(towns(4)).length, 4);
  // 10 votes of 18,000: the state is judged since the file has its counties under other names.
  assertEquals(short(towns(5)), ["state null most missing"]);
  const [first] = checkSums(towns(1), () => TWO);
  assertEquals(
    first!.message,
    'Wisconsin has no county "Town a" in the known totals of 2016: its votes were not held against any',
  );
  // Of early elections no county is known.
  const early = known([], true);
  assertEquals(checkSums(towns(1), () => ({ ...early, state: undefined })), []);
});

Deno.test("places of no known county are the state's where they have half of its votes", () => {
  // Known are 8,000 and 10,000.
  const one = (ada: number, ben: number) => short([sum("Elsewhere", [ada, ben])]);
  assertEquals(one(4000, 5000).at(-1), "state null about half missing");
  assertEquals(one(4000, 4999), ["county Elsewhere county not known"]);
});

Deno.test("a state is judged where 98 percent of its counties have rows", () => {
  const names = Array.from({ length: 100 }, (_, at) => `Q${at}x`);
  const totals = known(
    names.map((name, at) => [`55${String(at).padStart(3, "0")}`, name, 500, 400]),
  );
  const states = (count: number) =>
    short(names.slice(0, count).map((name) => sum(name, [500, 400])), totals)
      .filter((line) => line.startsWith("state"));
  assertEquals([states(98), states(97)], [["state null fewer votes"], []]);
});

Deno.test("rows without county are the whole state's unless they are of smaller places", () => {
  assertEquals(short([sum(null, [8000, 10_000], { places: false })]), ["state null agrees"]);
  assertEquals(short([sum(null, [80, 100], { places: false })]), ["state null most missing"]);
  assertEquals(short([sum(null, [80, 100])]), []);
  assertEquals(short([sum(null, [80, 100], { fips: "55999", places: false })]), []);
  assertEquals(short([sum(null, [80, 100], { state: "DC" })]), ["state null most missing"]);
});

Deno.test("Alaska's and the District's places are held by name, and no strange name is told", () => {
  const alaska = known([["02001", "District 1", 500, 400], ["02002", "Anchorage", 100, 100]]);
  const one = (county: string, fips: string) =>
    short([sum(county, [500, 400], { state: "AK", fips })], alaska);
  assertEquals(one("District 1", "02002"), ["county District 1 agrees"]);
  assertEquals(one("Elsewhere", "02002"), ["state null fewer votes"]);
});

Deno.test("Kansas City is Jackson County's where the known totals have it there, in Missouri only", () => {
  const jackson = known([["29095", "Jackson", 500, 400], ["29001", "Adair", 9, 9]]);
  const at = (name: string, state: string, totals = jackson) =>
    short([sum(name, [500, 400], { state })], totals)[0];
  assertEquals(at("Kansas City", "MO"), "county Jackson agrees");
  assertEquals(at("Kansas City", "KS"), "county Kansas City county not known");
  const apart = known([["29095", "Jackson", 5, 4], ["36000", "Kansas City", 500, 400]]);
  assertEquals(at("Kansas City", "MO", apart), "county Kansas City agrees");
  assertEquals(at("Saint Louis", "MO"), "county Saint Louis county not known");
});

Deno.test("fewer votes are one mode's only where the rows name one mode and no other", () => {
  const of = (modes: readonly string[]) =>
    short([sum("Adams", [4000, 3000], { modes: new Set(modes) })])[0];
  assertEquals([of(["mail"]), of([""]), of([]), of(["mail", "early"])], [
    "county Adams one mode only",
    "county Adams fewer votes",
    "county Adams fewer votes",
    "county Adams fewer votes",
  ]);
  // Modes of all rows count.
  assertEquals(
    short([
      sum("Adams", [2000, 1000], { modes: new Set(["mail"]) }),
      sum("ADAMS", [2000, 2000], { modes: new Set(["early"]) }),
    ])[0],
    "county Adams fewer votes",
  );
});
