import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { collegeChances, type Contest, swingSteps } from "../../../lib/election/mod.ts";
import { normalTail } from "../../../lib/stats/mod.ts";
import { electionOf, reference } from "../units.ts";

const sides = { candidate: "X", against: "Y" };

Deno.test("collegeChances() of two states equals the closed form", () => {
  // δ_A = u_A − D = w_B(u_A − u_B) and δ_B = −w_A(u_A − u_B), with u_A − u_B ~ N(0, 2σ²).
  const votes = fc.record({
    X: fc.integer({ min: 200, max: 800 }),
    n: fc.integer({ min: 1, max: 3 }),
  });
  fc.assert(
    fc.property(votes, votes, fc.double({ min: -6, max: 6, noNaN: true }), (a, b, x) => {
      const contests: Contest[] = [
        { unit: "A", electors: 4, votes: { X: a.n * a.X, Y: a.n * (1000 - a.X) } },
        { unit: "B", electors: 3, votes: { X: b.n * b.X, Y: b.n * (1000 - b.X) } },
      ];
      const standardDeviation = 5;
      const [odds] = collegeChances(contests, { ...sides, margins: [x], standardDeviation });
      const [wA, wB] = [a.n / (a.n + b.n), b.n / (a.n + b.n)];
      const [mA, mB] = [a.X, b.X].map((X) => (2 * X - 1000) / 10) as [number, number];
      const position = mA - (wA * mA + wB * mB);
      const expected = normalTail(-(x + position) / (wB * standardDeviation * Math.SQRT2));
      assertAlmostEquals(odds!.candidate, expected, 1e-6); // A alone has 4 of 7
      assertAlmostEquals(odds!.against, 1 - expected, 1e-6);
    }),
    { numRuns: 40 },
  );
});

Deno.test("collegeChances() holds where one state has most of the votes", () => {
  // The closed form of two states above, with A having 80, 90 and 97 percent of the votes, or 2.
  for (const share of [0.8, 0.9, 0.97, 0.1]) {
    for (const [a, b] of [[4, 3], [9, 1], [1, 40]] as const) {
      const contests = [
        { unit: "A", electors: a, votes: { X: 52_000 * share * 100, Y: 48_000 * share * 100 } },
        { unit: "B", electors: b, votes: { X: 5e6 * (1 - share), Y: 5e6 * (1 - share) } },
      ].map((contest) => ({
        ...contest,
        votes: { X: Math.round(contest.votes.X), Y: Math.round(contest.votes.Y) },
      }));
      const margins = [-4, -1, 0, 2];
      const odds = collegeChances(contests, { ...sides, margins, standardDeviation: 5 });
      const national = 4 * share;
      margins.forEach((x, i) => {
        // A wins if x + 4 − national + (1 − share)(u_A − u_B) > 0; B if x − national − share (…) > 0.
        const expected = a > b
          ? normalTail(-(x + 4 - national) / ((1 - share) * 5 * Math.SQRT2))
          : normalTail(-(x - national) / (share * 5 * Math.SQRT2));
        assertAlmostEquals(odds[i]!.candidate, expected, 1e-6);
        assertAlmostEquals(odds[i]!.against, 1 - expected, 1e-6);
      });
    }
  }
});

Deno.test("collegeChances() refuses a grid that it could not compute, and margins that cannot be", () => {
  const contests = [
    { unit: "A", electors: 4, votes: { X: 5e8, Y: 5e8 } },
    { unit: "B", electors: 3, votes: { X: 500, Y: 500 } },
  ];
  const options = { ...sides, margins: [0], standardDeviation: 5 };
  assertThrows(() => collegeChances(contests, options), RangeError, "largest with 100.0 percent");
  for (const margin of [NaN, Infinity, 101]) {
    assertThrows(
      () => collegeChances(contests, { ...options, margins: [margin] }),
      RangeError,
      "margins[0]",
    );
  }
  assertThrows(
    () => collegeChances(contests, { ...options, against: "X" }),
    RangeError,
    'opponent: found "X"',
  );
});

/** Mulberry32: a small generator of uniform numbers, for the comparison only. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

Deno.test("collegeChances() of 2016 agrees with drawing at random, within the drawing's error", () => {
  const { contests } = electionOf("2016");
  const standardDeviation = 5;
  const margins = [-1, 0.5, 2.23, 4];
  const found = collegeChances(contests, {
    candidate: "Clinton",
    against: "Trump",
    margins,
    standardDeviation,
  });
  const uniform = generator(2016);
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const units = contests.map(({ unit, electors, votes }) => {
    const [own, other] = [votes["Clinton"]!, votes["Trump"]!];
    return {
      electors,
      own,
      other,
      district: unit.includes("-"),
      margin: 100 * (own - other) / (own + other),
    };
  });
  const states = units.filter(({ district }) => !district);
  const all = states.reduce((sum, { own, other }) => sum + own + other, 0);
  const national = states.reduce((sum, u) => sum + u.margin * (u.own + u.other) / all, 0);
  assertAlmostEquals(national, reference("2016").national.margin_two_pct, 1e-9);
  const draws = 40_000;
  const won = margins.map(() => 0);
  for (let i = 0; i < draws; i++) {
    const u = units.map(() => standardDeviation * normal());
    const drift = units.reduce(
      (sum, unit, s) => unit.district ? sum : sum + u[s]! * (unit.own + unit.other) / all,
      0,
    );
    margins.forEach((x, m) => {
      const electors = units.reduce(
        (sum, unit, s) =>
          x + unit.margin - national + u[s]! - drift > 0 ? sum + unit.electors : sum,
        0,
      );
      if (electors >= 270) won[m]!++;
    });
  }
  margins.forEach((_, m) => {
    const share = won[m]! / draws;
    const error = Math.sqrt(share * (1 - share) / draws);
    assert(Math.abs(found[m]!.candidate - share) < 4 * error);
  });
});

Deno.test("collegeChances() with tiny deviations is uniform swing", () => {
  const { contests } = electionOf("2016");
  const steps = swingSteps(contests, { toward: "Clinton", from: "Trump", of: "two-party vote" });
  const needed = steps.find(({ cumulative }) => cumulative >= 270)!.points +
    reference("2016").national.margin_two_pct;
  const [below, above] = collegeChances(contests, {
    candidate: "Clinton",
    against: "Trump",
    margins: [needed - 0.2, needed + 0.2],
    standardDeviation: 0.02,
  });
  assertAlmostEquals(below!.candidate, 0, 1e-6);
  assertAlmostEquals(above!.candidate, 1, 1e-6);
});

Deno.test("collegeChances() sums to one, grows with the margin, and mirrors when sides change", () => {
  const { contests } = electionOf("1992");
  const margins = [-8, -3, 0, 3, 8];
  const odds = collegeChances(contests, {
    candidate: "Clinton",
    against: "Bush",
    margins,
    standardDeviation: 6,
  });
  odds.forEach(({ candidate, against, neither }, i) => {
    assertAlmostEquals(candidate + against + neither, 1, 1e-12);
    if (i > 0) assert(candidate > odds[i - 1]!.candidate);
  });
  const mirrored = collegeChances(contests, {
    candidate: "Bush",
    against: "Clinton",
    margins: margins.map((margin) => -margin),
    standardDeviation: 6,
  });
  odds.forEach((one, i) => assertAlmostEquals(one.candidate, mirrored[i]!.against, 1e-9));
});

Deno.test("collegeChances() leaves a third candidate's units to that candidate", () => {
  const contests = [
    { unit: "A", electors: 10, votes: { X: 20, Y: 30, Z: 50 } },
    { unit: "B", electors: 4, votes: { X: 55, Y: 45 } },
    { unit: "C", electors: 4, votes: { X: 45, Y: 55 } },
  ];
  const [odds] = collegeChances(contests, { ...sides, margins: [0], standardDeviation: 5 });
  assertEquals([odds!.candidate, odds!.against, odds!.neither], [0, 0, 1]); // 8 of 18 at most
});

Deno.test("collegeChances() refuses one state, absent candidates and no deviation", () => {
  const one = [{ unit: "A", electors: 3, votes: { X: 1, Y: 1 } }];
  const options = { ...sides, margins: [0], standardDeviation: 1 };
  assertThrows(
    () => collegeChances(one, options),
    RangeError,
    "states with votes for X or Y: found 1, expected two or more",
  );
  const { contests } = electionOf("2016");
  assertThrows(
    () => collegeChances(contests, options),
    RangeError,
    'candidate: found "X", expected one of "Clinton", "Trump"',
  );
  assertThrows(
    () => collegeChances(one, { ...options, standardDeviation: 0 }),
    RangeError,
    "standard deviation: found 0",
  );
});

Deno.test("collegeChances() of one unit with electors beside one without is the normal tail", () => {
  // Both have half of the votes: the margin of A is x + u_A − (u_A + u_B) / 2, of variance σ² / 2.
  const contests = [
    { unit: "A", electors: 3, votes: { X: 500, Y: 500 } },
    { unit: "B", electors: 0, votes: { X: 400, Y: 600 } },
  ];
  const sides = { candidate: "X", against: "Y", margins: [-2, 0, 1], standardDeviation: 3 };
  // A lies 10 points above the nation, B 10 below.
  collegeChances(contests, sides).forEach((odds, i) => {
    const chance = normalTail(-(sides.margins[i]! + 10) / (3 / Math.SQRT2));
    assertAlmostEquals(odds.candidate, chance, 1e-9);
    assertAlmostEquals(odds.against, 1 - chance, 1e-9);
  });
  // Level states: the chance is far from 0 and 1.
  const level = contests.map((contest) => ({ ...contest, votes: { X: 500, Y: 500 } }));
  collegeChances(level, sides).forEach((odds, i) => {
    assertAlmostEquals(odds.candidate, normalTail(-sides.margins[i]! / (3 / Math.SQRT2)), 1e-9);
  });
});
