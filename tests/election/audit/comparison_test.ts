import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  comparisonBallots,
  comparisonCourse,
  comparisonRisk,
  dilutedMargin,
  pickBallots,
} from "tallybook/election";
import { golden, goldenRows } from "../../golden/read.ts";
import { random } from "./prng.ts";

const { states_2016: states } = golden<{ states_2016: Record<string, Record<string, number>> }>(
  "audits.json",
);
/** One ballot in a thousand off by a vote either way, one in ten thousand by two. */
const rates = { oneOver: 0.001, oneUnder: 0.001, twoOver: 0.0001, twoUnder: 0.0001 };

for (const [state, row] of Object.entries(states)) {
  Deno.test(`comparisonBallots() sizes the audit of ${state} in 2016`, () => {
    const margin = dilutedMargin({ winner: row.W!, loser: row.L!, ballots: row.valid_total! });
    for (const limit of [0.05, 0.1]) {
      assertEquals(comparisonBallots(margin, limit), row[`supersimple_0err_${limit}`]);
      const expected = row[`supersimple_r1_.001_r2_.0001_${limit}`];
      assertEquals(comparisonBallots(margin, limit, { rates }), expected);
    }
  });
}

Deno.test("comparisonBallots() gives no number of ballots that nobody can count", () => {
  // Errors want as much as they bring where 2γ |ln(1 − 1 / 2γ)| × rate is the margin. The series ends
  // at base / (1 − rate / critical): at a billionth below, some sixty billion ballots, nearer none.
  const gamma = 1.03905;
  const base = 2 * gamma * Math.log(20) / 0.1;
  const critical = 0.1 / (-2 * gamma * Math.log1p(-1 / (2 * gamma)));
  const size = (below: number) =>
    comparisonBallots(0.1, 0.05, { rates: { oneOver: critical * (1 - below) } });
  // 1 − 1e-9 is known to 2^-53 or so, a ten-millionth of the billionth.
  assertAlmostEquals(size(1e-9)! / (base / 1e-9), 1, 2e-7);
  assertEquals([size(2 ** -52), size(-1e-9)], [null, null]);
});

Deno.test("comparisonBallots() is a sample with which comparisonRisk() meets the limit", () => {
  const cases = fc.record({
    margin: fc.double({ min: 0.005, max: 0.9, noNaN: true }),
    limit: fc.double({ min: 0.001, max: 0.5, noNaN: true }),
  });
  fc.assert(
    fc.property(cases, ({ margin, limit }) => {
      const ballots = comparisonBallots(margin, limit)!;
      assert(comparisonRisk(ballots, margin, {}) <= limit);
    }),
    { seed: 2010 },
  );
});

Deno.test("comparisonBallots() is the smallest sample that meets the limit with its own errors", () => {
  const cases = fc.record({
    margin: fc.double({ min: 0.01, max: 0.9, noNaN: true }),
    oneOver: fc.double({ min: 0, max: 0.003, noNaN: true }),
    oneUnder: fc.double({ min: 0, max: 0.003, noNaN: true }),
  });
  fc.assert(
    fc.property(cases, ({ margin, ...some }) => {
      const ballots = comparisonBallots(margin, 0.05, { rates: some });
      fc.pre(ballots !== null);
      // −2γ [ln α + Σ rate × n × ln(1 ∓ 1/2γ)] / μ ≤ n, and not with one ballot fewer.
      const wanted = (n: number) =>
        -2 * 1.03905 * (Math.log(0.05) + n * (some.oneOver * Math.log(1 - 1 / 2.0781) +
              some.oneUnder * Math.log(1 + 1 / 2.0781))) /
        margin;
      assert(wanted(ballots!) <= ballots! * (1 + 1e-12));
      assert(wanted(ballots! - 1) > (ballots! - 1) * (1 - 1e-12));
    }),
    { seed: 2011 },
  );
});

Deno.test("comparisonBallots() is null where errors outrun the margin", () => {
  assertEquals(comparisonBallots(0.002, 0.05, { rates: { twoOver: 0.01 } }), null);
});

Deno.test("comparisonRisk() of a tie that the records hide is met no more often than the limit", () => {
  // 2,000 ballots, all of them said to be 1,100 to 900. In truth 1,000 to 1,000: a hundred of the
  // winner's records are the loser's ballots. The audit draws with replacement.
  const [ballots, reported, limit, audits] = [2000, 1100, 0.1, 4000];
  const margin = (2 * reported - ballots) / ballots;
  const planned = comparisonBallots(margin, limit)!;
  const next = random(7);
  let wrong = 0;
  for (let audit = 0; audit < audits; audit++) {
    let twoOver = 0;
    for (let drawn = 0; drawn < planned; drawn++) if (next() < 100 / ballots) twoOver++;
    if (comparisonRisk(planned, margin, { twoOver }) <= limit) wrong++;
  }
  assert(wrong / audits <= limit + 3 * Math.sqrt((limit * (1 - limit)) / audits), `${wrong}`);
  assert(wrong > 0);
});

Deno.test("comparison audits refuse margins and rates that cannot be", () => {
  assertThrows(() => comparisonBallots(0, 0.05), RangeError, "margin: found 0");
  assertThrows(() => comparisonBallots(0.1, 0.05, { inflator: 1 }), RangeError, "inflator");
  assertThrows(() => comparisonRisk(10, 0.1, { oneOver: -1 }), RangeError, "oneOver");
  assertAlmostEquals(comparisonRisk(0, 0.1, {}), 1);
});

Deno.test("comparison audits of Colorado want the ballots that the state's own program wanted", () => {
  let found = 0;
  for (const row of goldenRows("colorado_contests.csv")) {
    const margin = Number(row.margin) / Number(row.ballots);
    const limit = Number(row.risk_limit);
    assertEquals(row.gamma, "1.03905");
    const seen = {
      oneOver: Number(row.one_over),
      twoOver: Number(row.two_over),
      oneUnder: Number(row.one_under),
      twoUnder: Number(row.two_under),
    };
    const wanted = Number(row.estimated);
    if (Object.values(seen).every((count) => count === 0)) {
      assertEquals(comparisonBallots(margin, limit), Number(row.optimistic));
      continue;
    }
    found++;
    // The program rounds to a few digits before it rounds up: one ballot either way.
    const ours = comparisonBallots(margin, limit, { found: seen })!;
    assert(Math.abs(ours - wanted) <= 1, `${ours} and ${wanted}`);
    assert(comparisonRisk(wanted, margin, seen) <= limit * 1.01);
  }
  assertEquals(found, 13);
});

interface Draws {
  seed: string;
  ballots: number;
  drawn: { position: number; random_number: number }[];
}
const draws = golden<Record<string, Draws>>("colorado_draws.json");

for (
  const [year, lead, limit, needed] of [
    ["2020", 436_202, 0.04, 64],
    ["2024", 350_348, 0.03, 99],
  ] as const
) {
  Deno.test(`the audit of Colorado in ${year} drew the ballots that its seed gives, and enough`, () => {
    const { seed, ballots, drawn } = draws[year]!;
    const picks = pickBallots(seed, ballots, drawn.length);
    assertEquals(picks, drawn.map(({ random_number }) => random_number));
    // The state's program wanted 64 and 99 ballots (contest.csv); one fewer is not enough.
    const risks = comparisonCourse(new Array(drawn.length).fill(0), lead / ballots);
    const first = risks.findIndex((risk) => risk <= limit) + 1;
    assert(first <= needed && first > needed - 4, `${first}`);
    assert(risks.at(-1)! <= limit);
    risks.forEach((risk, i) =>
      assertAlmostEquals(risk, comparisonRisk(i + 1, lead / ballots, {}), 1e-12)
    );
  });
}

Deno.test("comparisonCourse() after all ballots is comparisonRisk(), whatever their order", () => {
  const overstatements = [0, 1, 0, -1, 2, 0, -2, ...new Array(200).fill(0)];
  const course = comparisonCourse(overstatements, 0.1);
  const all = { oneOver: 1, twoOver: 1, oneUnder: 1, twoUnder: 1 };
  assertAlmostEquals(course.at(-1)!, comparisonRisk(207, 0.1, all), 1e-12);
  assertEquals(course[4], 1);
  assertThrows(() => comparisonCourse([3], 0.1), RangeError, "overstatements[0]: found 3");
  assertThrows(() => comparisonCourse([0.5], 0.1), RangeError, "overstatements[0]: found 0.5");
});

Deno.test("comparisonRisk() is at most 1, and no sample will do where each ballot brings as much error as it settles", () => {
  assertEquals(comparisonRisk(5, 0.01, { twoOver: 2 }), 1);
  assertEquals(comparisonRisk(0, 0.01, {}), 1);
  // A ballot off by one brings −2γ ln(1 − 1/(2γ)) = 1.36 of what a margin of it settles in ballots.
  const per = -2 * 1.03905 * Math.log(1 - 1 / (2 * 1.03905));
  const at = (share: number) =>
    comparisonBallots(0.1, 0.05, { rates: { oneOver: share * 0.1 / per } });
  assertEquals([at(1.001), at(1.5), at(3)], [null, null, null]);
  // Just below it a sample of many times 62.25 does.
  assertEquals(at(0.5), Math.ceil(62.25238 / 0.5));
  assertEquals(at(0.9), Math.ceil(62.25238 / 0.1));
});

Deno.test("comparisonBallots() is never infinite: where errors bring just what each ballot settles there is none", () => {
  // Rates around the one that brings as much, to a double's last digits: some bring exactly as much.
  const per = -2 * 1.03905 * Math.log1p(-1 / (2 * 1.03905));
  for (let i = 1; i <= 200; i++) {
    const margin = i / 1000;
    for (let ulps = -3; ulps <= 3; ulps++) {
      const oneOver = margin / per * (1 + ulps * Number.EPSILON);
      const found = comparisonBallots(margin, 0.05, { rates: { oneOver } });
      assertEquals(found === null || Number.isFinite(found), true, `${margin} ${oneOver}`);
    }
  }
});
