import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { comparisonBallots, comparisonRisk, dilutedMargin } from "tallybook/election";
import { golden } from "../../golden/read.ts";
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
  assertThrows(() => comparisonBallots(0, 0.05), RangeError, "margin above 0");
  assertThrows(() => comparisonBallots(0.1, 0.05, { inflator: 1 }), RangeError, "inflator");
  assertThrows(() => comparisonRisk(10, 0.1, { oneOver: -1 }), RangeError, "oneOver");
  assertAlmostEquals(comparisonRisk(0, 0.1, {}), 1);
});
