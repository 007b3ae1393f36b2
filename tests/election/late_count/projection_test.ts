import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { leadBounds, naiveProjection, projectFromIncrements } from "tallybook/election";
import { all, reference } from "./tracker_2016.ts";

/** 23 November, when the news said two million. */
const then = reference.snapshots[3]!;
const pair = { candidate: "Clinton", rival: "Trump", remaining: then.remaining_two_party };

Deno.test("naiveProjection() on 23 November 2016 misses by 815,152 votes", () => {
  // 2,015,251 × (1 + 2,401,867 / 126,436,475) = 2,053,534, and the final lead is 2,868,686.
  const naive = naiveProjection(all[3]!.votes, pair.remaining, "Clinton", "Trump");
  assertEquals(Math.round(naive), 2_053_534);
  assertEquals(Math.round(naive - reference.snapshots.at(-1)!.lead), -815_152);
});

Deno.test("projectFromIncrements() on 23 November 2016 comes within 6% of the final lead", () => {
  const projected = projectFromIncrements(all.slice(0, 4), pair);
  // The increments from the 15th to the 23rd add up to the reference's difference of the two days.
  const expected = reference.derived.projection.L_final_hat_with_true_R;
  assertAlmostEquals(projected.point, expected, 1e-9 * expected);
  const final = reference.snapshots.at(-1)!.lead;
  assert(Math.abs(projected.point / final - 1) < 0.06);
  assert(projected.lower < final && final < projected.upper);
  assertEquals(projected.n, 3);
});

Deno.test("projectFromIncrements() leaves corrections out and says how many", () => {
  const snapshots = [
    { asOf: "1", votes: { a: 100, b: 100 } },
    { asOf: "2", votes: { a: 160, b: 140 } },
    { asOf: "3", votes: { a: 150, b: 145 } }, // ten taken back
    { asOf: "4", votes: { a: 220, b: 175 } },
  ];
  const estimate = projectFromIncrements(snapshots, { candidate: "a", rival: "b", remaining: 10 });
  // Increments 60:40 and 70:30 give a margin of .3 a vote; the lead is 45.
  assertAlmostEquals(estimate.point, 45 + 10 * 0.3);
  assertEquals(estimate.n, 2);
  assert(estimate.assumptions.includes("1 corrections left out"));
});

Deno.test("projectFromIncrements() is safe with three candidates", () => {
  // c takes a tenth of every batch: margins are per vote of all, so they need no two-party share.
  const snapshots = [
    { asOf: "1", votes: { a: 0, b: 0, c: 0 } },
    { asOf: "2", votes: { a: 50, b: 40, c: 10 } },
    { asOf: "3", votes: { a: 100, b: 80, c: 20 } },
  ];
  const estimate = projectFromIncrements(snapshots, { candidate: "a", rival: "b", remaining: 100 });
  assertEquals([estimate.point, estimate.lower, estimate.upper], [30, 30, 30]);
});

Deno.test("projectFromIncrements() never leaves the bounds, and needs two batches", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 3, maxLength: 6 }),
      fc.nat(5000),
      (gains, remaining) => {
        const votes = { a: 1000, b: 1000 };
        const snapshots = [{ asOf: "0", votes: { ...votes } }];
        gains.forEach(([a, b], i) => {
          votes.a += a + 1;
          votes.b += b + 1;
          snapshots.push({ asOf: String(i + 1), votes: { ...votes } });
        });
        const options = { candidate: "a", rival: "b", remaining };
        const estimate = projectFromIncrements(snapshots, options);
        const bounds = leadBounds(votes, remaining, "a");
        assert(bounds.lower <= estimate.lower && estimate.lower <= estimate.point + 1e-9);
        assert(estimate.point <= estimate.upper + 1e-9 && estimate.upper <= bounds.upper);
        // Not knowing how much is left cannot make the interval narrower.
        const unsure = projectFromIncrements(snapshots, { ...options, remainingError: 100 });
        assert(unsure.upper >= estimate.upper - 1e-9);
      },
    ),
    { seed: 23 },
  );
  assertThrows(
    () => projectFromIncrements(all.slice(0, 2), pair),
    RangeError,
    "increments that are not corrections: found 1, expected at least two",
  );
});

Deno.test("projectFromIncrements() with nothing left to count errs only by its number and margin", () => {
  // Batches of 60:40 and 140:60: margins .2 and .4, together 1/3; s² = 100 × (2/15)² + 200 × (1/15)² = 8/3.
  const snapshots = [
    { asOf: "1", votes: { a: 100, b: 100 } },
    { asOf: "2", votes: { a: 160, b: 140 } },
    { asOf: "3", votes: { a: 300, b: 200 } },
  ];
  // At a level of one half Student's t with one degree of freedom is 1.
  const of = (remaining: number, remainingError: number) =>
    projectFromIncrements(snapshots, {
      ...{ candidate: "a", rival: "b", remaining, remainingError, level: 0.5 },
    });
  const none = of(0, 6);
  assertAlmostEquals(none.point, 100, 1e-9);
  assertAlmostEquals(none.upper - none.point, 6 / 3, 1e-9);
  assertEquals(of(0, 0).upper, of(0, 0).lower);
  // Thirty votes: the variance of their margin is s² (1/300 + 1/30).
  const variance = 8 / 3 * (1 / 300 + 1 / 30);
  assertAlmostEquals(of(30, 0).upper - of(30, 0).point, 30 * Math.sqrt(variance), 1e-9);
  assertAlmostEquals(
    of(30, 6).point - of(30, 6).lower,
    Math.sqrt(900 * variance + 36 / 9 + 36 * variance),
    1e-9,
  );
});
