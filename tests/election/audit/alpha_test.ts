import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { alphaMartingale } from "tallybook/election";
import { golden } from "../../golden/read.ts";
import { random } from "./prng.ts";

/** Made by tests/golden/scripts/09_audits.py, equal to SHANGRLA's own to the last bit. */
interface Path {
  x: number[];
  eta: number;
  d: number;
  c: number;
  T: number[];
  p: number[];
  p_min: number;
}
const audits = golden<
  {
    alpha_path_N_inf: Path;
    alpha_path_N_100: Path;
  }
>("audits.json");

for (
  const [name, path, population] of [
    ["with replacement", audits.alpha_path_N_inf, Infinity],
    ["without replacement from 100 ballots", audits.alpha_path_N_100, 100],
  ] as const
) {
  Deno.test(`alphaMartingale() follows SHANGRLA's path ${name}`, () => {
    const { values, pValues, risk } = alphaMartingale(path.x, {
      population,
      reportedMean: path.eta,
      reportWeight: path.d,
      slack: path.c,
    });
    values.forEach((value, i) => assertAlmostEquals(value, path.T[i]!, 1e-12 * path.T[i]!));
    pValues.forEach((p, i) => assertAlmostEquals(p, path.p[i]!, 1e-12));
    assertAlmostEquals(risk, path.p_min, 1e-12);
  });
}

Deno.test("alphaMartingale() is sure once the ballots left cannot change the outcome", () => {
  // Six of ten ballots for the winner: the other four cannot bring the mean to ½ or below.
  const six = alphaMartingale([1, 1, 1, 1, 1, 1], { population: 10, reportedMean: 0.6 });
  assertEquals(six.risk, 0);
  // Six for the loser: nothing is left of the evidence, for good.
  const lost = alphaMartingale([0, 0, 0, 0, 0, 0, 1, 1, 1, 1], {
    population: 10,
    reportedMean: 0.6,
  });
  assertEquals(lost.pValues.at(-1), 1);
});

for (const population of [Infinity, 400]) {
  Deno.test(`alphaMartingale() of a tie of ${population} falls to the limit no more often than the limit`, () => {
    const [limit, audits_] = [0.1, 3000];
    const next = random(2023);
    let wrong = 0;
    for (let audit = 0; audit < audits_; audit++) {
      const sample: number[] = [];
      let [ones, left] = [200, 400];
      for (let ballot = 0; ballot < 200; ballot++) {
        const one = next() < (population === Infinity ? 0.5 : ones / left);
        sample.push(one ? 1 : 0);
        left--;
        if (one) ones--;
      }
      const { risk } = alphaMartingale(sample, {
        population,
        reportedMean: 0.56,
        reportWeight: 50,
      });
      if (risk <= limit) wrong++;
    }
    assert(wrong / audits_ <= limit + 3 * Math.sqrt((limit * (1 - limit)) / audits_), `${wrong}`);
    assert(wrong > 0);
  });
}

Deno.test("alphaMartingale() bets nothing where the null lets the ballots left be only 0, or only the bound", () => {
  const options = { population: 4, reportedMean: 0.75 };
  // After 1, 1 the null's two votes are out: a third of 0 is what it says, a third of 1 refutes it.
  const least = alphaMartingale([1, 1, 0], options);
  assertEquals(least.values[2], least.values[1]);
  assertEquals(alphaMartingale([1, 1, 1], options).pValues[2], 0);
  // After 0, 0 it says that both left are 1.
  const most = alphaMartingale([0, 0, 1], options);
  assertEquals(most.values[2], most.values[1]);
});

Deno.test("alphaMartingale() finds a true winner even when the report overstates the share", () => {
  // Reported 70%, in truth 60%: BRAVO with the reported share drifts the wrong way, since
  // .6 ln 1.4 + .4 ln .6 < 0. ALPHA learns.
  assert(0.6 * Math.log(1.4) + 0.4 * Math.log(0.6) < 0);
  const next = random(60);
  const sample = Array.from({ length: 2000 }, () => next() < 0.6 ? 1 : 0);
  assert(alphaMartingale(sample, { reportedMean: 0.7, reportWeight: 10 }).risk < 0.01);
});

/** How often an audit of a tie, ½ a vote each way at random, falls to the limit. */
function wrongly(
  limit: number,
  audits_: number,
  options: { reportedMean: number; reportWeight: number; slack?: number },
): number {
  const next = random(1948);
  let wrong = 0;
  for (let audit = 0; audit < audits_; audit++) {
    const sample = Array.from({ length: 150 }, () => next() < 0.5 ? 1 : 0);
    if (alphaMartingale(sample, options).risk <= limit) wrong++;
  }
  return wrong / audits_;
}

for (const reportWeight of [1e-9, 0.001, 0.1, 1, 100]) {
  for (const reportedMean of [0.51, 0.6, 0.99]) {
    Deno.test(`alphaMartingale() keeps its limit with a weight of ${reportWeight} on ${reportedMean}`, () => {
      // 4,000 audits: a standard error of √(.05 × .95 / 4,000) = .0034.
      const [limit, audits_] = [0.05, 4000];
      const most = limit + 4 * Math.sqrt((limit * (1 - limit)) / audits_);
      assert(wrongly(limit, audits_, { reportedMean, reportWeight }) <= most);
      assert(wrongly(limit, audits_, { reportedMean, reportWeight, slack: 3 }) <= most);
    });
  }
}

Deno.test("alphaMartingale() bets nothing where the slack leaves no room above the null mean", () => {
  // Slack 1 over √.001 is 31: the truncated estimate would be negative.
  const { values } = alphaMartingale([1], { reportedMean: 0.6, reportWeight: 0.001, slack: 1 });
  assertEquals(values, [1]);
});

Deno.test("alphaMartingale() answers in numbers, however long the sample and large the bound", () => {
  const sure = alphaMartingale(new Array(20_000).fill(1), { reportedMean: 0.9 });
  assertEquals([sure.values.at(-1), sure.risk], [Number.MAX_VALUE, 0]);
  const vast = alphaMartingale([1e300, 1e300], {
    reportedMean: 8e299,
    bound: 1e300,
    nullMean: 5e299,
  });
  const unit = alphaMartingale([1, 1], { reportedMean: 0.8 });
  assertAlmostEquals(vast.risk, unit.risk, 1e-3);
  assert(vast.values.every(Number.isFinite));
});

Deno.test("alphaMartingale() refuses ballots and means that cannot be", () => {
  assertThrows(
    () => alphaMartingale([2], { reportedMean: 0.6 }),
    RangeError,
    "ballot 1: found 2, expected a finite number of at least 0 and at most 1",
  );
  assertThrows(
    () => alphaMartingale([1], { reportedMean: 0.5 }),
    RangeError,
    "reported mean: found 0.5",
  );
  assertThrows(
    () => alphaMartingale([1, 1], { reportedMean: 0.6, population: 1 }),
    RangeError,
    "sample: found 2, expected at most 1 ballots",
  );
  assertThrows(
    () => alphaMartingale([1], { reportedMean: 0.6, population: 9.5 }),
    RangeError,
    "ballots in all: found 9.5",
  );
  assertThrows(
    () => alphaMartingale([1], { reportedMean: 0.6, reportWieght: 2 } as never),
    RangeError,
    'nearest: "reportWeight"',
  );
});
