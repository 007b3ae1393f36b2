import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  type Contest,
  margin,
  popularVote,
  swingSteps,
  tally,
  tippingPoint,
  uniformSwing,
} from "../../lib/election/mod.ts";
import { contests2016, electionOf, years } from "./units.ts";

const denominators = ["all votes", "two-party vote"] as const;

Deno.test("uniformSwing() moves the margin of every unit and of the nation by the points", () => {
  const contests = contests2016();
  for (const denominator of denominators) {
    const swung = uniformSwing(contests, {
      toward: "Clinton",
      from: "Trump",
      points: 2.5,
      of: denominator,
    });
    const points = (votes: Readonly<Record<string, number>>) =>
      margin(votes, "Clinton", "Trump", denominator).points;
    swung.forEach(({ votes }, i) =>
      assertAlmostEquals(points(votes) - points(contests[i]!.votes), 2.5, 1e-9)
    );
    assertAlmostEquals(points(popularVote(swung)) - points(popularVote(contests)), 2.5, 1e-9);
  }
});

Deno.test("uniformSwing() just past the tipping point's margin changes the outcome, every year", () => {
  for (const year of years) {
    const { contests } = electionOf(year);
    const [winner, loser] = Object.keys(tally(contests).electors) as [string, string];
    const { points } = tippingPoint(contests, winner).margin;
    const after = (swing: number) =>
      tally(uniformSwing(contests, { toward: loser, from: winner, points: swing }));
    const kept = after(points - 1e-6).outcome;
    assert(kept.kind === "majority" && kept.winner === winner, year);
    const lost = after(points + 1e-6).outcome;
    assert(lost.kind !== "majority" || lost.winner !== winner, year);
  }
});

Deno.test("swingSteps() agrees with uniformSwing() and tally() between all steps", () => {
  const { contests } = electionOf("1992");
  const swing = { toward: "Bush", from: "Clinton" };
  const steps = swingSteps(contests, swing);
  assertEquals(steps.at(-1)?.cumulative, 538);
  for (const { points, cumulative } of steps.filter(({ points }) => Math.abs(points) < 15)) {
    const swung = uniformSwing(contests, { ...swing, points: points + 1e-7 });
    assertEquals(tally(swung).electors["Bush"], cumulative);
  }
});

Deno.test("swingSteps() needs twice the lack where a third candidate leads", () => {
  const unit = { unit: "A", electors: 1, votes: { X: 30, Y: 28, Z: 42 } };
  // X passes Z at 42: 12 more of 100, a swing of 24 points between X and Y.
  assertEquals(swingSteps([unit], { toward: "X", from: "Y" })[0]?.points, 24);
});

Deno.test("uniformSwing() leaves missing contests alone and refuses who did not run", () => {
  const units = [{ unit: "A", electors: 1, votes: { X: 3, Y: 1 } }, {
    unit: "B",
    electors: 1,
    votes: {},
  }];
  assertEquals(uniformSwing(units, { toward: "Y", from: "X", points: 1 })[1]?.votes, {});
  assertThrows(
    () => uniformSwing(units, { toward: "Z", from: "X", points: 1 }),
    RangeError,
    'toward: found "Z", expected one of "X", "Y"',
  );
});

Deno.test("swingSteps() needs the whole margin of a candidate who has no votes somewhere", () => {
  const units: Contest[] = [
    { unit: "A", electors: 3, votes: { X: 0, Y: 0, Z: 10 } },
    { unit: "B", electors: 2, votes: { Y: 6, Z: 4 } },
    { unit: "C", electors: 1, votes: { X: 7, Z: 3 } },
    { unit: "D", electors: 9, votes: { X: 0, Y: 0 } },
    { unit: "E", electors: 4, votes: { Y: 1 } },
  ];
  // X passes Z in A with all of its ten votes, twice; 6 of 10 in B; is 7 of 10 ahead of Y in C, but of Z by
  // 4, twice. Nobody voted in D.
  assertEquals(
    swingSteps(units, { toward: "X", from: "Y" }).map(({ unit, points, cumulative }) =>
      [unit, points, cumulative].join(" ")
    ),
    ["C -70 1", "B 80 3", "E 100 7", "A 200 10"],
  );
});

Deno.test("swingSteps() has contests of half a vote too, and equal steps by name", () => {
  const unit = (name: string) => ({ unit: name, electors: 1, votes: { X: 0, Y: 1 } });
  for (const names of [["b", "a", "c"], ["c", "b", "a"], ["a", "c", "b"]]) {
    const own = { unit: "own", electors: 1, votes: { X: 1, Y: 0 } };
    const steps = swingSteps([...names.map(unit), own], { toward: "X", from: "Y" });
    assertEquals(steps.map(({ unit }) => unit), ["own", "a", "b", "c"]);
  }
});

Deno.test("swingSteps() has the swing at which a unit passes a third candidate, and none below no votes", () => {
  // 100 votes: X leads by 50 of Y, who has 10 to a third's 30. Y and X tie at 50 points, when Y has 35; Y
  // needs 20 votes more, 40 points, to reach the third.
  const step = (votes: Record<string, number>) =>
    swingSteps([{ unit: "A", electors: 3, votes }], { toward: "Y", from: "X" })[0]!.points;
  assertEquals(step({ X: 60, Y: 10, Z: 30 }), 50);
  assertEquals(step({ X: 25, Y: 15, Z: 60 }), 90);
  // Without a third candidate there is only the other's margin to make up, of half a vote too.
  assertEquals(step({ X: 3, Y: 1 }), 50);
  assertAlmostEquals(step({ X: 0.75, Y: 0.25 }), 50, 1e-12);
});
