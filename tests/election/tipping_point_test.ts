import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { collegeBias, popularVote, tally, tippingPoint } from "../../lib/election/mod.ts";
import { electionOf, reference, years } from "./units.ts";

Deno.test("tippingPoint() and collegeBias() equal the reference of every year, of all votes", () => {
  for (const year of years) {
    const { contests, democrat, republican } = electionOf(year);
    const expected = reference(year);
    const [winner, against] = expected.tally_won.D > expected.tally_won.R
      ? [democrat, republican]
      : [republican, democrat];
    const bias = collegeBias(contests, { winner, against, toward: democrat });
    assertEquals(bias.tipping.unit, expected.tipping_total.unit, year);
    assertEquals(bias.tipping.cumulative, expected.tipping_total.cum, year);
    assertAlmostEquals(bias.tipping.margin.points, expected.tipping_total.winner_margin_pct, 1e-12);
    assertAlmostEquals(bias.points, expected.ec_bias_pts_toward_D_total, 1e-12);
  }
});

Deno.test("tippingPoint() and collegeBias() equal the reference of every year, two-party", () => {
  for (const year of years) {
    const { contests, democrat, republican } = electionOf(year);
    const expected = reference(year);
    const [winner, against] = expected.tally_won.D > expected.tally_won.R
      ? [democrat, republican]
      : [republican, democrat];
    const bias = collegeBias(contests, { winner, against, toward: democrat }, {
      of: "two-party vote",
    });
    assertEquals(bias.tipping.unit, expected.tipping_two.unit, year);
    assertAlmostEquals(bias.tipping.margin.points, expected.tipping_two.winner_margin_pct, 1e-12);
    assertAlmostEquals(bias.points, expected.ec_bias_pts_toward_D_two, 1e-12);
  }
});

Deno.test("tippingPoint() of 2012 is Colorado of all votes and Pennsylvania two-party", () => {
  const { contests } = electionOf("2012");
  assertEquals(tippingPoint(contests, "Obama").unit, "CO");
  assertEquals(tippingPoint(contests, "Obama", { of: "two-party vote" }).unit, "PA");
});

Deno.test("tippingPoint() of 2016 moves to Pennsylvania when ME-02's elector is dropped", () => {
  const { contests } = electionOf("2016");
  const without = contests.filter(({ unit }) => unit !== "ME-02");
  assertEquals(tippingPoint(contests, "Trump").unit, "WI");
  // Without the elector the order is at 269 after Wisconsin; Pennsylvania's 0.718 points are next.
  const tip = tippingPoint(without, "Trump", { majority: 270 });
  assertEquals(tip.unit, "PA");
  assertEquals(tip.order.find(({ unit }) => unit === "WI")?.cumulative, 269);
});

Deno.test("tippingPoint() measures against the strongest other unless an opponent is named", () => {
  const units = [
    { unit: "A", electors: 5, votes: { X: 40, Y: 10, Z: 50 } },
    { unit: "B", electors: 4, votes: { X: 55, Y: 45 } },
    { unit: "C", electors: 2, votes: { X: 51, Y: 49 } },
  ];
  // Against Y alone A would be X's best unit; in truth Z won it, so that X needs it last.
  assertEquals(tippingPoint(units, "X", { against: "Y" }).order[0]?.unit, "A");
  assertEquals(tippingPoint(units, "X").order.map(({ unit }) => unit), ["B", "C", "A"]);
});

Deno.test("tippingPoint() leaves units without returns out and says when too few remain", () => {
  assertThrows(
    () =>
      tippingPoint([
        { unit: "A", electors: 3, votes: { X: 1, Y: 2 } },
        { unit: "B", electors: 4, votes: {} },
      ], "X"),
    RangeError,
    "electors of units with returns: found 3, expected at least the majority of 4",
  );
});

const unitVotes = fc.record({
  electors: fc.integer({ min: 1, max: 20 }),
  X: fc.integer({ min: 1, max: 10_000 }),
  Y: fc.integer({ min: 1, max: 10_000 }),
});

Deno.test("tippingPoint() is won by whoever has the majority, and lost by whoever lacks it", () => {
  fc.assert(fc.property(fc.array(unitVotes, { minLength: 1, maxLength: 12 }), (rows) => {
    const contests = rows.map(({ electors, X, Y }, i) => ({
      unit: `U${i}`,
      electors,
      votes: { X, Y },
    }));
    const { outcome } = tally(contests);
    const { margin } = tippingPoint(contests, "X");
    assertEquals(margin.votes > 0, outcome.kind === "majority" && outcome.winner === "X");
  }));
});

Deno.test("collegeBias() of one unit is zero, and changes its sign with its side", () => {
  fc.assert(fc.property(fc.array(unitVotes, { minLength: 1, maxLength: 8 }), (rows) => {
    const contests = rows.map(({ electors, X, Y }, i) => ({
      unit: `U${i}`,
      electors,
      votes: { X, Y },
    }));
    const toward = (name: string) =>
      collegeBias(contests, { winner: "X", against: "Y", toward: name }).points;
    assertAlmostEquals(toward("X"), -toward("Y"), 1e-9);
    const nation = [{ unit: "US", electors: 1, votes: popularVote(contests) }];
    assertAlmostEquals(
      collegeBias(nation, { winner: "X", against: "Y", toward: "X" }).points,
      0,
      1e-12,
    );
  }));
});

Deno.test("collegeBias() puts a unit that a third candidate won after those that the winner won", () => {
  const units = [
    { unit: "A", electors: 5, votes: { X: 40, Y: 10, Z: 50 } }, // Z's, though X is far before Y
    { unit: "B", electors: 4, votes: { X: 55, Y: 45, Z: 0 } },
    { unit: "C", electors: 3, votes: { X: 51, Y: 49, Z: 0 } },
  ];
  const { tipping, points } = collegeBias(units, { winner: "X", against: "Y", toward: "X" }, {
    majority: 7,
  });
  // X needs B and C; the nation's margin of X over Y is (146 − 104) / 300 = 14 points.
  assertEquals(tipping.unit, "C");
  assertAlmostEquals(points, 2 - 14, 1e-12);
});

Deno.test("collegeBias() refuses a third candidate as its side", () => {
  const units = [{ unit: "A", electors: 3, votes: { X: 1, Y: 2 } }];
  assertThrows(
    () => collegeBias(units, { winner: "Y", against: "X", toward: "Z" }),
    RangeError,
    'toward: found "Z", expected one of "Y", "X"',
  );
});
