import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { recountShift } from "tallybook/election";
import { random } from "./prng.ts";

const past = [
  { unit: "A", votes: 100, shift: 2 },
  { unit: "B", votes: 300, shift: -2 },
];

Deno.test("recountShift() spread over ballots adds variances", () => {
  // Mean 0 a vote; s² = (100 × .02² + 300 × (2/300)²) / 1 = .04 + .01333; prediction for 1,200
  // votes: 1,200 × √(s² (1/400 + 1/1,200)), times t(.975; 1 df) = 12.7062.
  const { point, lower, upper, n } = recountShift(past, 1200);
  assertEquals([point, n], [0, 2]);
  const half = 12.706204736 * 1200 * Math.sqrt((0.04 + 4 / 300) * (1 / 400 + 1 / 1200));
  assertAlmostEquals(upper, half, 1e-6);
  assertAlmostEquals(lower, -half, 1e-6);
});

Deno.test("recountShift() spread over contests has the variance of their rates, with one degree of freedom fewer", () => {
  // Rates .02 and −1/150, mean 1/150; s² = 2 × (1/75)²; R's qt(.95, 1) is 6.3137515.
  const { point, upper } = recountShift(past, 1000, { spread: "contest", level: 0.9 });
  assertAlmostEquals(point, 1000 / 150, 1e-9);
  assertAlmostEquals(upper - point, 6.313751514675 * 1000 * Math.sqrt(2 / 75 ** 2 * 1.5), 1e-6);
});

Deno.test("recountShift() spread over contests grows with votes", () => {
  const one = recountShift(past, 1000, { spread: "contest" });
  const ten = recountShift(past, 10_000, { spread: "contest" });
  assertAlmostEquals(ten.upper, 10 * one.upper, 1e-6);
  // Rates .02 and −.00667: mean .00667.
  assertAlmostEquals(one.point, 1000 * (0.02 - 2 / 300) / 2, 1e-9);
  const single = recountShift(past, 100_000);
  assert(single.upper - single.lower < 10 * (ten.upper - ten.lower));
});

Deno.test("recountShift() of changes all alike has the width of a count", () => {
  // Nothing moved in 400 votes: ½ / 400 a vote; for 1,200 votes √(.00125 (1/400 + 1/1,200)) a vote.
  const none = past.map((change) => ({ ...change, shift: 0 }));
  const half = 12.706204736 * 1200 * Math.sqrt(0.5 / 400 * (1 / 400 + 1 / 1200));
  const quiet = recountShift(none, 1200);
  assertAlmostEquals(quiet.upper, half, 1e-6);
  assertAlmostEquals(quiet.lower, -half, 1e-6);
  // One vote in a hundred everywhere: 4 of 400 moved, (4 + ½) / 400 a vote.
  const alike = past.map((change) => ({ ...change, shift: change.votes / 100 }));
  const width = 12.706204736 * 1200 * Math.sqrt(4.5 / 400 * (1 / 400 + 1 / 1200));
  assertAlmostEquals(recountShift(alike, 1200).upper, 12 + width, 1e-6);
  // By contest: mean of (1 + ¼)/100² and (3 + ¼)/300², times 1 + ½.
  const rate = (1.25 / 100 ** 2 + 3.25 / 300 ** 2) / 2;
  const contest = recountShift(alike, 1200, { spread: "contest" });
  assertAlmostEquals(contest.upper, 12 + 12.706204736 * 1200 * Math.sqrt(1.5 * rate), 1e-6);
});

Deno.test("recountShift() covers what a recount of rare errors moves", () => {
  // Units of 1,000 votes; each vote is misread with chance 1 in 4,000, either way, and half the
  // samples of four units see nothing. Poisson by Knuth's product.
  const next = random(2000);
  const moved = (votes: number) => {
    let [count, product] = [0, next()];
    while (product > Math.exp(-votes / 4000)) {
      count += next() < 0.5 ? 1 : -1;
      product *= next();
    }
    return count;
  };
  const trials = 2000;
  let covered = 0;
  for (let trial = 0; trial < trials; trial++) {
    const units = ["A", "B", "C", "D"].map((unit) => ({ unit, votes: 1000, shift: moved(1000) }));
    const { lower, upper } = recountShift(units, 4000);
    const actual = moved(4000);
    if (lower <= actual && actual <= upper) covered++;
  }
  // Standard error √(.95 × .05 / 2,000) = .005.
  assert(covered / trials > 0.95 - 4 * 0.005, `${covered}`);
});

Deno.test("recountShift() refuses what no recount gives", () => {
  assertThrows(
    () => recountShift(past.slice(1), 10),
    RangeError,
    "past changes: found 1 member, expected at least 2",
  );
  assertThrows(
    () => recountShift([...past, { unit: "C", votes: 0, shift: 0 }], 10),
    RangeError,
    "recounted in C",
  );
  assertThrows(
    () => recountShift([...past, { unit: "C", votes: 1, shift: 0.5 }], 10),
    RangeError,
    "votes shifted in C: found 0.5",
  );
  assertThrows(
    () => recountShift([...past, { unit: "C", votes: 1, shift: -3 }], 10),
    RangeError,
    "votes shifted in C: found -3, expected a whole number of at least -2",
  );
  assertThrows(() => recountShift(past, 10, { spread: "votes" as never }), RangeError, "spread");
});

Deno.test("recountShift() takes a shift of twice the votes recounted, and no larger one", () => {
  const shifted = (shift: number) =>
    recountShift([past[0]!, { unit: "B", votes: 300, shift }], 1200);
  assert(Number.isFinite(shifted(600).upper) && Number.isFinite(shifted(-600).lower));
  for (const shift of [601, -601]) {
    assertThrows(() => shifted(shift), RangeError, `votes shifted in B: found ${shift}`);
  }
});

Deno.test("recountShift()'s interval reaches as far down as up, whatever the rate", () => {
  // Rates .02 and .01; mean a vote .015 over contests, 5 of 400 over ballots. qt(.975, 1) = 12.7062.
  const both = [{ unit: "A", votes: 100, shift: 2 }, { unit: "B", votes: 300, shift: 3 }];
  const contest = recountShift(both, 1200, { spread: "contest" });
  // s² = 2 × .005², more than a count's: ((2 + ¼)/100² + (3 + ¼)/300²) / 2 is more still.
  const least = (2.25 / 100 ** 2 + 3.25 / 300 ** 2) / 2;
  const half = 12.706204736 * 1200 * Math.sqrt(1.5 * Math.max(2 * 0.005 ** 2, least));
  assertAlmostEquals(contest.point, 18, 1e-9);
  assertAlmostEquals(contest.lower, 18 - half, 1e-5);
  assertAlmostEquals(contest.upper, 18 + half, 1e-5);
  const ballot = recountShift(both, 1200);
  assertAlmostEquals(ballot.point, 15, 1e-9);
  assertAlmostEquals(ballot.upper - 15, 15 - ballot.lower, 1e-9);
  // Over ballots a third contest counts: its residual is divided by two degrees of freedom.
  const three = [...both, { unit: "C", votes: 600, shift: -60 }];
  const rate = -55 / 1000;
  const seen = (100 * (0.02 - rate) ** 2 + 300 * (0.01 - rate) ** 2 + 600 * (-0.1 - rate) ** 2) / 2;
  const wide = recountShift(three, 1000);
  // qt(.975, 2) = 4.302652729911.
  assertAlmostEquals(
    wide.upper - wide.point,
    4.302652729911 * 1000 * Math.sqrt(seen * (1 / 1000 + 1 / 1000)),
    1e-5,
  );
  const rates = [0.02, 0.01, -0.1];
  const mean = -0.07 / 3;
  const spread = rates.reduce((sum, r) => sum + (r - mean) ** 2, 0) / 2;
  const apart = recountShift(three, 1000, { spread: "contest" });
  assertAlmostEquals(
    apart.upper - apart.point,
    4.302652729911 * 1000 * Math.sqrt(spread * (1 + 1 / 3)),
    1e-5,
  );
  assertEquals(
    [wide.method, apart.method].map((method) => method.split(";")[0]),
    ["mean change per vote", "mean change per vote over contests"],
  );
  assertEquals(
    [wide.assumptions[0], apart.assumptions[0]],
    [
      "errors strike ballots or units singly, not in a common way",
      "the contest is like those recounted",
    ],
  );
});
