import { assertEquals } from "@std/assert";
import { compareTotals } from "../../../lib/data/returns/compare_totals.ts";
import { totalsIndex } from "../../../lib/data/returns/totals_index.ts";

type Record_ = Readonly<Record<string, number>>;
const compare = (votes: Record_, known: Record_, oneMode = false) =>
  compareTotals(new Map(Object.entries(votes)), new Map(Object.entries(known)), {
    tolerance: 0.01,
    oneMode,
  });

/** The verdict on two counts where 10,000 and 8,000 are known: one percent of both is 180. */
const large = (ada: number, ben: number, oneMode = false) =>
  compare({ "Ada Red": ada, "Ben Blue": ben }, { "Ada Red": 10_000, "Ben Blue": 8000 }, oneMode)!
    .verdict;
/** The same where both have this many. */
const even = (known: number, ada: number, ben: number) =>
  compare({ "Ada Red": ada, "Ben Blue": ben }, { "Ada Red": known, "Ben Blue": known })!.verdict;

Deno.test("sums agree up to the tolerance's share of both, and always up to 25 votes", () => {
  assertEquals([large(9820, 8180), large(9819, 8000), large(10_000, 8181)], [
    "agrees",
    "fewer votes",
    "more votes",
  ]);
  assertEquals([even(100, 75, 125), even(100, 74, 100), even(100, 100, 126)], [
    "agrees",
    "fewer votes",
    "more votes",
  ]);
});

Deno.test("doubled and tripled sums are so for both candidates, to within five percent and 25 votes", () => {
  // 2.1 × 10,000 + 25, and 1.9 × 10,000 − 25.
  assertEquals([large(21_025, 16_000), large(21_026, 16_000)], ["doubled", "more votes"]);
  assertEquals([large(18_975, 16_000), large(18_974, 16_000)], ["doubled", "more votes"]);
  // 3.15 × 10,000 + 25, and 2.85 × 10,000 − 25.
  assertEquals([large(31_525, 24_000), large(31_526, 24_000)], ["tripled", "more votes"]);
  assertEquals([large(28_475, 24_000), large(28_474, 24_000)], ["tripled", "more votes"]);
  // Of few votes both together must be more than 1.8 or 2.7 times as many.
  assertEquals([even(200, 360, 360), even(200, 361, 360)], ["more votes", "doubled"]);
  assertEquals([even(100, 270, 270), even(100, 271, 270)], ["more votes", "tripled"]);
});

Deno.test("what is missing is named by how much it is", () => {
  // 0.6, 0.4 and 0.97 of 18,000.
  assertEquals([large(6000, 4800), large(6001, 4800)], ["about half missing", "fewer votes"]);
  assertEquals([large(3200, 4000), large(3199, 4000)], ["about half missing", "most missing"]);
  assertEquals([large(9460, 8000, true), large(9459, 8000, true), large(9459, 8000)], [
    "fewer votes",
    "one mode only",
    "fewer votes",
  ]);
  assertEquals([large(0, 8000), large(0, 7819)], ["a candidate missing", "about half missing"]);
  assertEquals([large(0, 0), compare({}, { Ada: 100 })!.verdict], ["most missing", "most missing"]);
  assertEquals(compare({ "Cy Gold": 1 }, { "Ada Red": 100 })!.verdict, "another contest");
});

Deno.test("more for one and fewer for the other is neither, beyond the tolerance and 25 votes", () => {
  // 10,000 × 1.01 + 25, and 8,000 × 0.99 − 25.
  assertEquals([large(10_125, 7000), large(10_126, 7000)], ["fewer votes", "candidates differ"]);
  assertEquals([large(12_000, 7895), large(12_000, 7894)], ["more votes", "candidates differ"]);
});

Deno.test("the two leading known candidates are judged, others that both sides name are shown", () => {
  const known = { "Cy Gold": 40, "Ada Red": 900, "Ben Blue": 700, "Di Green": 20, "Others": 5 };
  const compared = compare(
    { "Ada Red": 880, "Ada Red / Eve Red": 10, "BLUE, BEN": 700, "Cy Gold": 3 },
    known,
  )!;
  assertEquals(compared, {
    verdict: "agrees",
    candidates: [
      { candidate: "Ada Red", votes: 890, known: 900 },
      { candidate: "Ben Blue", votes: 700, known: 700 },
      { candidate: "Cy Gold", votes: 3, known: 40 },
    ],
    difference: 10,
  });
  for (const nobody of [{}, { "Ada Red": 0 }, { "Others": 9, "None of these candidates": 4 }]) {
    assertEquals(compare({ "Ada Red": 5 }, nobody), undefined);
  }
});

Deno.test("a second candidate whose votes stand under others is not missing", () => {
  const known = { "Ada Red": 10_000, "Ben Blue": 3000 };
  const with_ = (others: number) => compare({ "Ada Red": 10_000, "Other": others }, known)!;
  assertEquals([with_(3000).verdict, with_(3000).difference], ["agrees", 0]);
  assertEquals([with_(2999).verdict, with_(2999).difference], ["a candidate missing", 3000]);
  // The first is missed all the same.
  assertEquals(
    compare({ "Ben Blue": 3000, "Others": 20_000 }, known)!.verdict,
    "a candidate missing",
  );
});

Deno.test("counties are found by name: a city beside its county, and no name of two counties", () => {
  const row = (fips: string, county: string, votes = 1, candidate = "Ada") => ({
    fips,
    county,
    candidate,
    votes,
  });
  const { byFips, byName } = totalsIndex(undefined, [
    row("24005", "Baltimore County", 5),
    row("24005", "Baltimore County", 2),
    row("24005", "Baltimore County", 4, "Ben"),
    row("24510", "Baltimore city"),
    row("51510", "Alexandria city"),
    row("22001", "St. Joseph"),
    row("1", "Twin"),
    row("2", "Twin County"),
  ]);
  assertEquals([...byFips.get("24005")!.votes], [["Ada", 7], ["Ben", 4]]);
  const of = (name: string) => byName.get(name)?.fips;
  assertEquals(
    ["baltimore", "baltimorecity", "alexandria", "alexandriacity", "stjoseph", "stjosephs", "twin"]
      .map(of),
    ["24005", "24510", "51510", "51510", "22001", "22001", undefined],
  );
});
