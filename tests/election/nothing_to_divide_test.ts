/** What is answered where a rate, a share or a spread has nothing to divide by, or nothing varies. */
import { assertAlmostEquals, assertEquals } from "@std/assert";
import {
  bravoExpectedBallots,
  bravoRisk,
  bravoStopsAt,
  decisiveVote,
  faithlessRate,
  jointRegion,
  projectFromIncrements,
  recountByTechnology,
  regionalCorrelation,
  shareToOverturn,
  spoilerUnits,
  stateDeviation,
} from "tallybook/election";

Deno.test("a recount where nobody had votes changed 0 of 10,000, even if it found some", () => {
  const units = [{
    unit: "1",
    technology: "scan",
    original: { A: 0, B: 0 },
    recount: { A: 3, B: 0 },
  }];
  const [row] = recountByTechnology(units, "A", "B");
  assertEquals([row!.votes, row!.absolute, row!.per10000], [0, 3, 0]);
});

Deno.test("with no votes left a tie takes half of them, and a lead cannot be overturned", () => {
  assertEquals(shareToOverturn(0, 0), 0.5);
  assertEquals(shareToOverturn(1, 0), null);
  assertEquals(shareToOverturn(0, 100, 0), 0.5);
  // A lead of all votes left takes all of them.
  assertEquals(shareToOverturn(100, 100), 1);
});

Deno.test("with no votes left the projection is the lead, without doubt", () => {
  const snapshots = [[0, 0], [60, 40], [90, 80]].map(([a, b], i) => ({
    asOf: String(i),
    votes: { a: a!, b: b! },
  }));
  const { point, lower, upper } = projectFromIncrements(snapshots, {
    candidate: "a",
    rival: "b",
    remaining: 0,
  });
  assertEquals([point, lower, upper], [10, 10, 10]);
});

Deno.test("electors who never were faithless have a rate of 0 and up; who always were, of 1 and down", () => {
  const records = (faithless: number) =>
    [2008, 2012].map((year) => ({ year, electors: 50, faithless }));
  const none = faithlessRate(records(0));
  // Clopper and Pearson without a success: 1 − 0.025^(1/n).
  assertEquals([none.point, none.lower], [0, 0]);
  assertAlmostEquals(none.upper, 1 - 0.025 ** (1 / 100), 1e-12);
  const all = faithlessRate(records(50));
  assertEquals([all.point, all.upper], [1, 1]);
  assertAlmostEquals(all.lower, 0.025 ** (1 / 100), 1e-12);
});

Deno.test("states that swing as the nation does deviate by 0, and surely so; their regions are not alike", () => {
  const year = (at: number, shift: number) => ({
    year: at,
    candidate: "A",
    against: "B",
    contests: [["X", 50], ["Y", 60], ["Z", 40]].map(([unit, a]) => ({
      unit: String(unit),
      electors: 3,
      votes: { A: Number(a) + shift, B: 100 - Number(a) - shift },
    })),
  });
  const found = stateDeviation([year(2008, 0), year(2012, 1), year(2016, -2)]);
  const { point, lower, upper } = found.standardDeviation;
  for (const value of [point, lower, upper]) assertAlmostEquals(value!, 0, 1e-6);
  const swings = ["X", "Y", "Z", "W"].map((unit) => ({ from: 2008, to: 2012, unit, deviation: 0 }));
  assertEquals(regionalCorrelation(swings, (unit) => unit < "Y" ? "first" : "second"), 0);
});

Deno.test("regions whose states swing alike, and differ, have a correlation of 1", () => {
  const swings = ["W", "X", "Y", "Z"].map((unit) => ({
    from: 2008,
    to: 2012,
    unit,
    deviation: unit < "Y" ? -3 : 3,
  }));
  assertEquals(regionalCorrelation(swings, (unit) => unit < "Y" ? "first" : "second"), 1);
});

Deno.test("a contest in which all ballots are the winner's", () => {
  // Each doubles the likelihood: log2(1 / 0.05) = 4.3.
  assertAlmostEquals(bravoRisk({ winner: 4, loser: 0 }, 1), 1 / 16, 1e-15);
  assertEquals(bravoRisk({ winner: 400, loser: 1 }, 1), 1);
  assertEquals([bravoStopsAt(3, 1, 0.05), bravoStopsAt(10, 1, 0.05)], [5, 10]);
  // Wald: (ln 20 + ln 2 / 2) / ln 2.
  assertAlmostEquals(
    bravoExpectedBallots({ winner: 100, loser: 0, ballots: 100 }, 0.05),
    (Math.log(20) + Math.log(2) / 2) / Math.log(2),
    1e-12,
  );
});

Deno.test("a unit that cannot tie decides nothing", () => {
  // Half a point of error: the normal density 98 standard deviations out is 0 in double precision.
  const units = [
    { unit: "sure", electors: 3, share: 0.99, votes: 100 },
    { unit: "close", electors: 4, share: 0.5, votes: 100 },
  ];
  const [sure, close] = decisiveVote(units, { national: 0, unit: 0.005 });
  assertEquals([sure!.chance, sure!.decidesUnit, sure!.unitDecides], [0, 0, 0]);
  assertEquals(close!.unitDecides, 1);
});

Deno.test("where the second candidate had no votes, no net share of theirs ties a unit", () => {
  const units = spoilerUnits([
    { unit: "A", electors: 3, votes: { X: 50, Y: 45, Z: 10, W: 0 } },
    { unit: "B", electors: 3, votes: { X: 50, Y: 45, Z: 0, W: 10 } },
  ], { beneficiary: "Y", opponent: "X", without: ["Z", "W"] });
  const { lines, frontier } = jointRegion(units, ["Z", "W"], 4);
  // A: a lead of 5 and 10 votes of Z, so that only a net share above one half gains it. B: half of W's.
  assertEquals(lines.map(({ points }) => points.length), [0, 5]);
  assertEquals(frontier, [{ one: 1, two: 0.5 }]);
});
