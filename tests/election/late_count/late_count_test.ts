import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  increments,
  leadBounds,
  naiveProjection,
  possibleLeaders,
  projectFromIncrements,
  projectGroups,
  shareToOverturn,
} from "tallybook/election";
import { golden } from "../../golden/read.ts";

/** Dated trackers of 2016; made by tests/golden/scripts/12_late_count.py. */
const reference = golden<{
  snapshots: {
    date: string;
    clinton: number;
    trump: number;
    lead: number;
    remaining_two_party: number;
    inc_clinton?: number;
    inc_trump?: number;
  }[];
  derived: { projection: { L_final_hat_with_true_R: number } };
}>("late_count_2016.json");
const all = reference.snapshots.map((row) => ({
  asOf: row.date,
  votes: { Clinton: row.clinton, Trump: row.trump },
}));
/** 23 November, when the news said two million. */
const then = reference.snapshots[3]!;
const pair = { candidate: "Clinton", rival: "Trump", remaining: then.remaining_two_party };

Deno.test("increments() are the steps of the tracker of 2016", () => {
  const steps = increments(all);
  steps.forEach((step, i) => {
    const row = reference.snapshots[i + 1]!;
    assertEquals(step.votes, { Clinton: row.inc_clinton!, Trump: row.inc_trump! });
    assertEquals(step.correction, false);
  });
});

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
    "two increments that are not corrections, but found 1",
  );
});

Deno.test("leadBounds() hold for every split of the rest among three candidates", () => {
  const counts = fc.record({ a: fc.nat(500), b: fc.nat(500), c: fc.nat(500) });
  fc.assert(
    fc.property(counts, counts, (counted, rest) => {
      const remaining = rest.a + rest.b + rest.c;
      const { lower, upper, level } = leadBounds(counted, remaining, "a");
      const final = counted.a + rest.a - Math.max(counted.b + rest.b, counted.c + rest.c);
      assert(lower <= final && final <= upper && level === 1);
      const names = ["a", "b", "c"] as const;
      const best = names.reduce((x, y) => counted[y] + rest[y] > counted[x] + rest[x] ? y : x);
      assert(possibleLeaders(counted, remaining).includes(best));
    }),
    { seed: 3 },
  );
});

Deno.test("shareToOverturn() is the share that exactly draws level", () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.integer({ min: 1, max: 5000 }), (lead, remaining) => {
      const share = shareToOverturn(lead, remaining);
      if (lead > remaining) return assertEquals(share, null);
      assertAlmostEquals(lead + remaining * (1 - 2 * share!), 0, 1e-9 * remaining);
    }),
    { seed: 4 },
  );
  // Of votes that go to the two of them only: 80 of 100 left, ten behind, 45 to 35.
  assertAlmostEquals(shareToOverturn(10, 100, 0.8)!, 45 / 80);
  assertEquals(shareToOverturn(0, 0), 0.5);
  assertThrows(() => shareToOverturn(-1, 5), RangeError, "the lead");
});

Deno.test("projectGroups() widens with correlation and adds the variances of its parts", () => {
  const groups = [
    {
      group: "mail",
      lead: -500,
      remaining: 4000,
      remainingError: 300,
      margin: 0.3,
      marginError: 0.05,
    },
    {
      group: "late",
      lead: 200,
      remaining: 1000,
      remainingError: 100,
      margin: -0.1,
      marginError: 0.1,
    },
  ];
  const apart = projectGroups(groups, "a", { correlation: 0 });
  const alike = projectGroups(groups, "a");
  assertEquals(apart.point, alike.point);
  assertEquals(apart.point, -300 + 1200 - 100);
  assert(alike.upper > apart.upper);
  // By hand: sd of margins 200 and 100, of sizes 90 and 10, of products 15 and 10.
  const sd = Math.sqrt(200 ** 2 + 100 ** 2 + 90 ** 2 + 10 ** 2 + 15 ** 2 + 10 ** 2);
  assertAlmostEquals(apart.upper - apart.point, 1.959963984540054 * sd, 1e-9);
  const together = Math.sqrt(300 ** 2 + 90 ** 2 + 10 ** 2 + 15 ** 2 + 10 ** 2);
  assertAlmostEquals(alike.upper - alike.point, 1.959963984540054 * together, 1e-9);
  assertThrows(() => projectGroups([], "a"), RangeError, "one group");
  assertThrows(
    () => projectGroups([{ ...groups[0]!, margin: 2 }], "a"),
    RangeError,
    "margin from −1 to 1",
  );
});

Deno.test("late counts refuse mismatched snapshots", () => {
  assertThrows(
    () => increments([{ asOf: "1", votes: { a: 1 } }, { asOf: "2", votes: { b: 1 } }]),
    RangeError,
    "Expected the candidates a in the snapshot of 2, but found b",
  );
  assertThrows(() => possibleLeaders({}, 5), RangeError, "one candidate");
  assertThrows(() => leadBounds({ a: 1 }, 5, "a"), RangeError, "rival of a");
  assertThrows(() => leadBounds({ a: 1, b: 2 }, 5, "z"), RangeError, "Expected z");
});
