import { assertEquals, assertThrows } from "@std/assert";
import {
  betaQuantile,
  binomialBeta,
  conleyCovariance,
  dosePermutationTest,
  falseAlarmRate,
  kingModel,
  leastSquares,
  moransI,
  numeric,
  permutationTest,
  randomIntercept,
  resampledDensity,
  specificationTest,
  syntheticControl,
  wildClusterTest,
} from "tallybook/stats";
import { requireWork } from "../../lib/stats/work.ts";

// What would run for minutes is refused before it begins, with the parts that make it long.
const many = (count: number, value: (i: number) => number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => value(i));
const places = (count: number) => ({
  longitude: many(count, (i) => -100 + (i % 400) / 10),
  latitude: many(count, (i) => 30 + Math.floor(i / 400) / 10),
});
const refuses = (call: () => unknown, message: string) => assertThrows(call, RangeError, message);

Deno.test("requireWork() lets pass what is at its limit, and names the parts of what is beyond", () => {
  requireWork("test", { draws: 1e5, units: 1e5 });
  assertThrows(
    () => requireWork("test", { draws: 1e5, units: 100_001 }),
    RangeError,
    "Cannot test: work: found 100000 draws × 100001 units, expected at most 10000000000 together",
  );
});

Deno.test("dosePermutationTest() refuses more draws, units and columns than it can do", () => {
  const outcome = many(2000, (i) => Math.sin(i));
  const dose = many(2000, (i) => Math.cos(3 * i));
  const problem = { outcome, dose, groups: Array.from(outcome, (_, i) => `g${i % 4}`) };
  refuses(
    () => dosePermutationTest(problem, { draws: 1e7 }),
    "Cannot permute a dose within groups: work: found 10000000 draws × 2000 units × 1 columns",
  );
  for (const [option, value] of [["draws", 1e7 + 1], ["limit", 1e7 + 1], ["draws", 0]] as const) {
    refuses(
      () => dosePermutationTest(problem, { [option]: value }),
      `option "${option}": found ${value}, expected a whole number`,
    );
  }
  // Where all orders are listed draws do not count.
  const few = { outcome: [1, 2, 9], dose: [0, 0.5, 1], groups: ["a", "a", "a"] };
  assertEquals(dosePermutationTest(few, { draws: 1e7 }).orders, 6);
});

Deno.test("moransI() refuses more pairs, and more draws by neighbors, than it can do", () => {
  const count = 100_001;
  refuses(
    () => moransI(many(count, (i) => i), places(count)),
    "work: found 100001 units × 100001 others, expected at most 10000000000",
  );
  refuses(
    () => moransI(many(2001, (i) => i % 7), places(2001), { nearest: 5, draws: 1e6 }),
    "work: found 1000000 draws × 10005 neighbors",
  );
  refuses(
    () => moransI([1, 2, 3, 4], places(4), { draws: 1e6 + 1 }),
    'option "draws": found 1000001, expected a whole number of at least 1 and at most 1000000',
  );
});

Deno.test("conleyCovariance() refuses more pairs than it can do", () => {
  const count = 100_001;
  const fit = leastSquares({ outcome: many(count, (i) => i % 5), terms: [] });
  refuses(() => conleyCovariance(fit, places(count), { cutoff: 1 }), "work: found 100001 units");
});

Deno.test("falseAlarmRate() refuses more elections and counts than it can do", () => {
  const ballots = many(10_001, () => 100);
  const problem = { ballots, shares: ballots.map(() => 0.5), test: () => ({ pValue: 1 }) };
  refuses(
    () => falseAlarmRate(problem, { elections: 1e6 }),
    "work: found 1000000 elections × 10001 counts",
  );
});

Deno.test("bootstraps refuse more draws, clusters and columns than they can do", () => {
  const count = 10_001;
  const terms = [numeric("x", many(count, (i) => Math.sin(i)))];
  const fit = leastSquares({ outcome: many(count, (i) => Math.cos(i * i)), terms });
  const clusters = Array.from({ length: count }, (_, i) => `c${i}`);
  refuses(
    () => wildClusterTest(fit, "x", clusters, { draws: 1e6 }),
    "work: found 1000000 draws × 10001 clusters × 2 columns",
  );
  refuses(
    () => specificationTest([{ fit, name: "x", clusters }], { draws: 1e6 }),
    "work: found 1000000 draws × 10001 clusters × 2 columns",
  );
});

Deno.test("ecological models refuse more draws and places than they can do", () => {
  const units = Array.from({ length: 4000 }, (_, i) => ({
    first: 100 + i % 700,
    second: 200 + i % 300,
    total: 1000,
  }));
  refuses(() => kingModel(units, { draws: 1e6 }), "work: found 1000000 draws × 4000 places");
  refuses(() => binomialBeta(units, { sweeps: 1e6 }), "work: found 1000000 sweeps × 4000 places");
});

Deno.test("resamplings refuse more draws, places and points than they can do", () => {
  const trials = many(1000, () => 100);
  refuses(
    () => resampledDensity(trials.map(() => 50), trials, { resamples: 1e5, points: 1e5 }),
    "work: found 100000 resamples × 101000 places and points",
  );
  const treated = many(2000, (i) => i % 2);
  const strata = Array.from(treated, () => "all");
  const problem = { outcome: many(2000, (i) => Math.sin(i)), treated, strata };
  refuses(
    () => permutationTest(problem, { method: "sampled", draws: 1e7 }),
    "work: found 10000000 draws × 2000 units",
  );
});

Deno.test("randomIntercept() refuses more units and columns than it can decompose so often", () => {
  const count = 200_000;
  const outcome = many(count, (i) => Math.sin(i));
  const groups = Array.from(outcome, (_, i) => `g${i % 9}`);
  const terms = Array.from(
    { length: 16 },
    (_, j) => numeric(`x${j}`, many(count, (i) => i % (j + 2))),
  );
  refuses(
    () => randomIntercept({ outcome, terms, groups }),
    "Cannot fit a random intercept: work: found 160 decompositions × 200000 units × 17 columns × 27 " +
      "columns and sums",
  );
});

Deno.test("syntheticControl() refuses more units and values before than it can match", () => {
  const panel = (count: number, periods: number) => ({
    units: Array.from({ length: count }, (_, i) => `u${i}`),
    treated: "u0",
    before: Array.from({ length: count }, (_, i) => Array(periods).fill(i)),
    after: Array.from({ length: count }, () => [1]),
  });
  refuses(
    () => syntheticControl(panel(1000, 60)),
    "Cannot make a synthetic control: work: found 1000 programs × 1000 units × 60 values before × 61 " +
      "rounds × 4 steps",
  );
  // There are no more rounds than units.
  refuses(() => syntheticControl(panel(300, 400)), "× 300 rounds × 4 steps");
});

Deno.test("betaQuantile() answers shapes up to ten million million, and no larger ones", () => {
  assertEquals(betaQuantile(0.5, 1e13, 1e13), 0.5);
  refuses(() => betaQuantile(0.5, 1e13 + 1, 2), "a: found 10000000000001");
  refuses(() => betaQuantile(0.5, 2, 1e13 + 1), "b: found 10000000000001");
});
