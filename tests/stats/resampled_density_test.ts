import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { loadPrecinctVotes2024 } from "tallybook/data";
import { binomialDraw, resampledDensity, Xoshiro128 } from "tallybook/stats";
import { CountAgain } from "../../lib/stats/count_again.ts";
import { bernsteinWeights } from "../../lib/stats/latent_share.ts";
import { golden } from "../golden/read.ts";
import { logBetaBinomial } from "./log_beta_binomial.ts";

// Python, with another optimizer and other draws, six seeds: tests/golden/scripts/30_resampled_density.py.
const reference = golden<
  Record<"real" | "made", { weights: number[]; excess: number[]; p: number[] }>
>("resampled_density.json");

const rows = [...loadPrecinctVotes2024({ states: ["SC"] })].filter((row) =>
  row.mode === "early" && row.harris !== null && row.trump !== null && row.harris >= 0 &&
  row.trump >= 0 && row.harris + row.trump >= 100
);
const trials = rows.map((row) => row.trump! + row.harris!);
const real = rows.map((row) => row.trump!);
/** Every tenth place reports the next multiple of five percent. */
const made = real.map((k, i) => {
  const n = trials[i]!;
  return i % 10 === 0 ? Math.min(n, Math.round(n * 5 * Math.ceil(20 * k / n + 1e-9) / 100)) : k;
});

Deno.test("the distribution of latent shares is as likely as the one that scipy's optimizer finds", () => {
  for (const [name, successes] of [["real", real], ["made", made]] as const) {
    const units = successes.map((count, i) => ({ count, of: trials[i]! }));
    const { weights, shapes } = bernsteinWeights(units);
    assertAlmostEquals(weights.reduce((a, b) => a + b, 0), 1, 1e-9);
    const logLikelihood = (some: readonly number[]) =>
      units.reduce(
        (sum, { count, of }) =>
          sum + Math.log(some.reduce((p, weight, j) =>
            p + weight * Math.exp(logBetaBinomial(count, of, shapes[j]![0], shapes[j]![1])), 0)),
        0,
      );
    assert(weights.every((weight) => weight >= 0));
    // Weights that sum to 1 can't be likelier than the maximum: scipy's stop a ninth of a unit of 13,198 below.
    assert(logLikelihood(weights) >= logLikelihood(reference[name].weights));
    // A mixture is below its maximum by at most the steepest way up (Lindsay 1983).
    const steepest = Math.max(...shapes.map(([a, b]) =>
      units.reduce((sum, { count, of }) => {
        const each = shapes.map(([c, d]) => Math.exp(logBetaBinomial(count, of, c, d)));
        return sum + Math.exp(logBetaBinomial(count, of, a, b)) /
            each.reduce((all, part, j) => all + weights[j]! * part, 0);
      }, 0) - units.length
    ));
    assert(steepest < 0.2, `${name}: up to ${steepest} below the maximum`);
  }
});

Deno.test("round shares that were put in are found, as the independent program finds them", () => {
  const { excess, p } = reference.made;
  for (const seed of [1, 2]) {
    const found = resampledDensity(made, trials, { seed });
    // The envelope is a maximum of draws: the independent program's six seeds span what it gives. The author's
    // own program gives 0.067 to 0.070 (three seeds), its grid being a little wider; in truth it is a tenth.
    assert(
      found.excess >= Math.min(...excess) && found.excess <= Math.max(...excess),
    );
    assert(found.pValue <= Math.max(...p) + 0.01, `${found.pValue}`);
    assert(found.peaks.some(({ share }) => Math.abs(20 * share - Math.round(20 * share)) < 1e-9));
  }
});

Deno.test("South Carolina's early precincts show no more round shares than chance gives", () => {
  const found = resampledDensity(real, trials);
  assertEquals(found.n, rows.length);
  assert(found.excess <= Math.max(...reference.real.excess) + 0.002);
  assert(found.pValue > 0.05);
});

Deno.test("honest elections are flagged as often as the level says, or less", () => {
  const random = new Xoshiro128(5);
  const some = trials.slice(0, 150);
  let flagged = 0;
  for (let election = 0; election < 60; election++) {
    const drawn = some.map((n) => binomialDraw(n, 0.3 + 0.4 * random.uniform(), random));
    if (resampledDensity(drawn, some, { resamples: 99, seed: election }).pValue <= 0.1) flagged++;
  }
  // 60 draws of one in ten: more than 12 happen in fewer than one of a hundred.
  assert(flagged <= 12, `${flagged} of 60`);
});

Deno.test("by hand: the excess is what stands above the mean where it stands above every draw", () => {
  // 40 units of 1,000,000 at exactly one half: resamples scatter by 0.0007 about it, a bin is 0.001 wide.
  const found = resampledDensity(Array(40).fill(5e5), Array(40).fill(1e6), { resamples: 50 });
  assertEquals(found.peaks.map(({ share }) => share), [0.5]);
  // A draw lies within 0.0005 with the chance that a normal of deviation 0.000707 does: 0.5205.
  assertAlmostEquals(found.peaks[0]!.units, 40 * (1 - 0.5205), 0.05);
  // 40 triangles of half-width 0.001 at their height, over 40.
  assertAlmostEquals(found.peaks[0]!.density, 1000, 1e-9);
  assertEquals(found.pValue, 1 / 51);
});

Deno.test("a count drawn again has the chances of its beta-binomial mixture", () => {
  const latent = {
    weights: [0.1, 0, 0.05, 0.2, 0, 0, 0.3, 0.15, 0, 0.1, 0, 0.1],
    shapes: Array.from({ length: 12 }, (_, j) => [j + 1, 12 - j] as const),
  };
  const again = new CountAgain(latent);
  for (
    const [count, of] of [[3, 7], [0, 40], [61, 100], [500, 500], [700, 2500], [9, 12000]] as const
  ) {
    again.of(count, of);
    const posterior = latent.weights.map((weight, j) =>
      weight * Math.exp(logBetaBinomial(count, of, ...latent.shapes[j]!))
    );
    const all = posterior.reduce((a, b) => a + b, 0);
    // Far tails are left out: the chances of the rest are in proportion.
    const exact = Array.from(
      { length: again.to - again.from + 1 },
      (_, i) =>
        posterior.reduce((total, part, j) => {
          const [a, b] = latent.shapes[j]!;
          const k = again.from + i;
          return total + part / all * Math.exp(logBetaBinomial(k, of, count + a, of - count + b));
        }, 0),
    );
    const kept = exact.reduce((a, b) => a + b, 0);
    assert(kept > 1 - 1e-5);
    let sum = 0;
    for (let k = again.from; k <= again.to; k++) {
      assertAlmostEquals(again.chance(k), exact[k - again.from]! / kept, 1e-11);
      // A uniform number in the middle of a count's own part draws it, and the part's end the next.
      const middle = sum + again.chance(k) / 2;
      if (again.chance(k) > 1e-9) assertEquals(again.draw(middle), k);
      sum += again.chance(k);
    }
    assertAlmostEquals(sum, 1, 1e-9);
    assertEquals([again.draw(0), again.draw(1 - 2 ** -53) <= again.to], [again.from, true]);
  }
});

Deno.test("by hand: a draw has an excess only where it is the highest", () => {
  // One unit at one half: draws scatter by 0.0007 about it, so that they touch nine points of the grid at most,
  // and no more of them are the highest anywhere. The others' excess is 0, below the unit's own of 1 − 0.5205.
  const found = resampledDensity([5e5], [1e6], { resamples: 200 });
  assertAlmostEquals(found.excess, 1 - 0.5205, 0.002);
  assert(found.pValue <= 10 / 201, `${found.pValue}`);
});

Deno.test("what is no count is refused", () => {
  assertThrows(() => resampledDensity([5], [4]), RangeError, "successes[0]");
  assertThrows(() => resampledDensity([0], [0]), RangeError, "none above 0");
  assertThrows(() => resampledDensity([1], [2], { resamples: 1 }), RangeError, "resamples");
  assertThrows(() => resampledDensity([1], [2], { points: 2 }), RangeError, "points");
});

Deno.test("few places: all curves drawn one by one, the envelope and the excess from their definitions", () => {
  const [successes, sizes] = [[3, 40, 25, 0, 60, 33, 0, 9], [10, 80, 50, 20, 60, 90, 0, 18]];
  const counted = successes.map((count, i) => ({ count, of: sizes[i]! })).filter(({ of }) =>
    of > 0
  );
  const [resamples, points, seed] = [30, 21, 3];
  const random = new Xoshiro128(seed);
  const again = new CountAgain(bernsteinWeights(counted));
  // A triangle of one step to either side, and the bin around a point with its upper edge.
  const kernel = (at: number) =>
    Array.from({ length: points }, (_, x) => Math.max(0, 1 - Math.abs(at - x)));
  const bin = (at: number) =>
    Array.from({ length: points }, (_, x) => at > x - 0.5 + 1e-9 && at <= x + 0.5 + 1e-9 ? 1 : 0);
  const none = () => new Array<number>(points).fill(0);
  const add = (to: number[], more: readonly number[], times = 1) =>
    more.forEach((value, x) => to[x]! += times * value);
  const observed = { curve: none(), bins: none() };
  const drawn = Array.from({ length: resamples }, () => ({ curve: none(), bins: none() }));
  const mean = none();
  for (const { count, of } of counted) {
    const place = (k: number) => k / of * (points - 1);
    again.of(count, of);
    add(observed.curve, kernel(place(count)));
    add(observed.bins, bin(place(count)));
    for (let k = again.from; k <= again.to; k++) add(mean, bin(place(k)), again.chance(k));
    for (const one of drawn) {
      const k = again.draw(random.uniform());
      add(one.curve, kernel(place(k)));
      add(one.bins, bin(place(k)));
    }
  }
  const excessOf = (one: typeof observed, others: readonly (typeof observed)[]) =>
    none().map((_, x) =>
      one.curve[x]! > Math.max(...others.map(({ curve }) => curve[x]!)) + 1e-12
        ? Math.max(0, one.bins[x]! - mean[x]!)
        : 0
    );
  const own = excessOf(observed, drawn);
  const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const asLarge =
    drawn.filter((one) =>
      total(excessOf(one, drawn.filter((other) => other !== one))) >= total(own) - 1e-9
    ).length;
  const found = resampledDensity(successes, sizes, { resamples, points, seed });
  assert(total(own) > 0 && asLarge > 0 && asLarge < resamples);
  assertEquals([found.n, found.resamples], [7, resamples]);
  assertAlmostEquals(found.excess, total(own) / 7, 1e-9);
  assertAlmostEquals(found.pValue, (1 + asLarge) / (1 + resamples), 1e-12);
  const peaks = own.flatMap((units, x) => units > 0 ? [{ x, units }] : []);
  assertEquals(
    found.peaks.map(({ share }) => Math.round(share * (points - 1))),
    peaks.map(({ x }) => x),
  );
  found.peaks.forEach(({ units, density, envelope }, i) => {
    const { x } = peaks[i]!;
    assertAlmostEquals(units, peaks[i]!.units, 1e-9);
    assertAlmostEquals(density, observed.curve[x]! * (points - 1) / 7, 1e-9);
    assertAlmostEquals(
      envelope,
      Math.max(...drawn.map(({ curve }) => curve[x]!)) * (points - 1) / 7,
      1e-9,
    );
  });
});
