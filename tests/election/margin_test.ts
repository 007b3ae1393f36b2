import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { margin, popularVote } from "../../lib/election/mod.ts";
import fec2016 from "../golden/official_2016_fec.json" with { type: "json" };
import { contests2016, electionOf, reference, years } from "./units.ts";

Deno.test("margin() takes who is on no ballot there, and refuses a name that is misspelt", () => {
  const votes = { "Hillary Clinton": 60, "Donald Trump": 40 };
  assertEquals(margin(votes, "Evan McMullin", "Donald Trump").votes, -40);
  assertThrows(
    () => margin(votes, "Hilary Clinton", "Donald Trump"),
    RangeError,
    'Cannot compute a margin: candidate: found "Hilary Clinton", expected one of ' +
      '"Hillary Clinton", "Donald Trump"; nearest: "Hillary Clinton"',
  );
  assertThrows(() => margin(votes, "Hillary Clinton", "Trump"), RangeError, "opponent: found");
});

Deno.test("margin() refuses votes whose difference would be beyond all numbers", () => {
  const error = "votes for A: found 1e+308, expected a finite number of at least -9007199254740991";
  assertThrows(() => margin({ A: 1e308, B: -1e308 }, "A", "B"), RangeError, error);
});

Deno.test("margin() names its denominator", () => {
  const votes = { A: 60, B: 30, C: 10 };
  const ofAll = margin(votes, "A", "B");
  assertEquals([ofAll.votes, ofAll.of, ofAll.denominator, ofAll.points], [
    30,
    100,
    "all votes",
    30,
  ]);
  const ofTwo = margin(votes, "A", "B", "two-party vote");
  assertEquals([ofTwo.of, ofTwo.denominator], [90, "two-party vote"]);
  assertAlmostEquals(ofTwo.points, 100 / 3, 1e-12);
  const ofEligible = margin(votes, "A", "B", { name: "eligible voters", count: 200 });
  assertEquals([ofEligible.of, ofEligible.denominator, ofEligible.points], [
    200,
    "eligible voters",
    15,
  ]);
});

Deno.test("margin() equals the reference of every year, of all votes and two-party", () => {
  for (const year of years) {
    const { contests, democrat, republican } = electionOf(year);
    const votes = popularVote(contests);
    const { national } = reference(year);
    assertAlmostEquals(
      margin(votes, democrat, republican).points,
      national.margin_total_pct,
      1e-12,
    );
    assertAlmostEquals(
      margin(votes, democrat, republican, "two-party vote").points,
      national.margin_two_pct,
      1e-12,
    );
  }
});

Deno.test("margin() equals the FEC's lead of 2016: 2,868,686, or 2.10 and 2.23 points", () => {
  const votes = popularVote(contests2016());
  const { lead, lead_pct_of_total, lead_pct_two_party } = fec2016.derived;
  const ofAll = margin(votes, "Clinton", "Trump");
  assertEquals(ofAll.votes, lead);
  assertAlmostEquals(ofAll.points, lead_pct_of_total, 1e-12);
  assertAlmostEquals(
    margin(votes, "Clinton", "Trump", "two-party vote").points,
    lead_pct_two_party,
    1e-12,
  );
});

Deno.test("margin() changes only its sign when the candidates change places", () => {
  fc.assert(fc.property(fc.nat(1e8), fc.nat(1e8), fc.nat(1e8), (a, b, c) => {
    fc.pre(a + b > 0);
    for (const denominator of ["all votes", "two-party vote"] as const) {
      const one = margin({ A: a, B: b, C: c }, "A", "B", denominator);
      const other = margin({ A: a, B: b, C: c }, "B", "A", denominator);
      assertEquals([one.votes, one.share, one.of], [-other.votes, -other.share, other.of]);
    }
  }));
});

Deno.test("margin() of a candidate absent from one state's ballot counts no votes there", () => {
  assertEquals(margin({ A: 3 }, "B", "A").votes, -3);
});

Deno.test("margin() refuses a denominator that is none, with the nearest", () => {
  assertThrows(
    () => margin({ A: 1, B: 2 }, "A", "B", "two-party votes" as never),
    RangeError,
    'denominator: found "two-party votes", expected one of "all votes", "two-party vote"; ' +
      'nearest: "two-party vote"',
  );
});

Deno.test("margin() refuses one candidate twice, and nobody as the denominator", () => {
  assertThrows(() => margin({ A: 1 }, "A", "A"), RangeError, 'candidates: found "A twice"');
  assertThrows(
    () => margin({ A: 1, B: 2 }, "A", "B", { name: "eligible voters", count: 0 }),
    RangeError,
    "count of eligible voters: found 0, expected a finite number of more than 0",
  );
});
