import {
  refusal,
  requireCount,
  requireNumber,
  requireOptions,
  requireShare,
} from "../check/mod.ts";
import { logGamma } from "./distribution.ts";
import { binomialSampler, requireGenerator } from "./clean_election.ts";
import { type Column, requireColumn, requireLabels } from "./column.ts";
import type { Xoshiro128 } from "./xoshiro128.ts";

/** What a beta-binomial model is fitted to. */
export interface BetaBinomialProblem {
  /** Successes of each unit. */
  readonly successes: Column;
  /** Trials of each unit. */
  readonly trials: Column;
  /** A label a unit (its county): each group has its own mean share. Default: one group. */
  readonly groups?: ArrayLike<string>;
}

/** A fitted beta-binomial model. */
export interface BetaBinomialFit {
  /** Mean share of each group, by label. */
  readonly means: Readonly<Record<string, number>>;
  /** Correlation of two trials of one unit: 0 is binomial. Var(share) = p(1−p)(1 + (n−1)ρ)/n. */
  readonly correlation: number;
  /** Its standard error, from the curvature of the profile likelihood; null where ρ is 0. */
  readonly standardError: number | null;
  /** Log likelihood at the fit. */
  readonly logLikelihood: number;
  /** Log likelihood of the binomial model, ρ = 0, with the same means. */
  readonly binomialLogLikelihood: number;
  /** Units with more than 0 trials. */
  readonly n: number;
}

const TASK = "fit a beta-binomial model";

/**
 * A beta-binomial draw: successes in `trials` whose probability is itself drawn, with mean p, so that two
 * trials of one unit are correlated by `correlation`: how precincts vary beyond a coin's tosses.
 *
 * @throws {RangeError} if trials are not a whole number of at least 0, p not from 0 to 1, or the
 *   correlation not from 0 to less than 1
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { betaBinomialDraw, Xoshiro128 } from "tallybook/stats";
 *
 * const draw = betaBinomialDraw(10, 0.5, 0.1, new Xoshiro128(1));
 * assert(draw >= 0 && draw <= 10);
 * ```
 */
export function betaBinomialDraw(
  trials: number,
  p: number,
  correlation: number,
  random: Xoshiro128,
): number {
  const task = "draw from a beta-binomial distribution";
  requireCount(task, "trials", trials, { maximum: 1e12 });
  requireShare(task, "p", p);
  requireNumber(task, "correlation", correlation, { minimum: 0, below: 1 });
  requireGenerator(task, random);
  return betaBinomialSampler(trials, p, correlation)(random);
}

/** What draws from one beta-binomial distribution again and again. */
export function betaBinomialSampler(
  trials: number,
  p: number,
  correlation: number,
): (random: Xoshiro128) => number {
  const size = 1 / correlation - 1;
  const [successes, failures] = [p * size, (1 - p) * size];
  // Where a probability is 0 or 1, or the shapes are beyond a double, nothing varies but the binomial.
  if (!(successes > 0 && failures > 0 && size < 1e15)) return binomialSampler(trials, p);
  return (random) => {
    // The ratio in logarithms: a gamma draw of small shape may underflow.
    const success = logGammaDraw(successes, random);
    const failure = logGammaDraw(failures, random);
    return binomialSampler(trials, 1 / (1 + Math.exp(failure - success)))(random);
  };
}

/**
 * The logarithm of a gamma draw, by Marsaglia and Tsang (2000); a shape below 1 from the one above it, times
 * U^(1/shape).
 */
function logGammaDraw(shape: number, random: Xoshiro128): number {
  if (shape < 1) {
    return logGammaDraw(shape + 1, random) + Math.log(1 - random.uniform()) / shape;
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normalDraw(random);
    const v = (1 + c * z) ** 3;
    if (v <= 0) continue;
    const u = 1 - random.uniform();
    if (Math.log(u) < z * z / 2 + d - d * v + d * Math.log(v)) return Math.log(d * v);
  }
}

/** A standard normal draw (Marsaglia's polar method, one of the pair). */
function normalDraw(random: Xoshiro128): number {
  for (;;) {
    const a = 2 * random.uniform() - 1;
    const b = 2 * random.uniform() - 1;
    const square = a * a + b * b;
    if (square > 0 && square < 1) return a * Math.sqrt(-2 * Math.log(square) / square);
  }
}

/**
 * Maximum likelihood for the beta-binomial model: a mean share a group and one correlation ρ for all. It
 * says how much units vary beyond the binomial, which a simulation of honest counts has to have.
 *
 * For each ρ the means are the maximum given ρ, by Brent's method on each group's share; ρ by the same
 * on its logit. A group whose units have only successes or only failures keeps its share of 1 or 0 and says
 * nothing about ρ. Cost: some 300 likelihoods of O(n).
 *
 * @throws {RangeError} if successes exceed trials, counts are not whole, or fewer than 2 units say anything
 *   about ρ (more than 1 trial, in a group that has both outcomes)
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { betaBinomialFit } from "tallybook/stats";
 *
 * // Shares of 10 to 90 percent in 100 trials each: far more than a coin's ±10.
 * const fit = betaBinomialFit({ successes: [10, 30, 50, 70, 90], trials: [100, 100, 100, 100, 100] });
 * assert(fit.correlation > 0.1);
 * ```
 */
export function betaBinomialFit(problem: BetaBinomialProblem): BetaBinomialFit {
  requireOptions(TASK, problem, ["successes", "trials", "groups"]);
  const n = requireColumn(TASK, "successes", problem.successes).length;
  requireColumn(TASK, "trials", problem.trials, n);
  if (problem.groups) requireLabels(TASK, "groups", problem.groups, n);
  const groups = new Map<string, Group>();
  for (let i = 0; i < n; i++) {
    // Beyond, the logarithms of gamma functions have no digits left for the likelihood.
    const trials = requireCount(TASK, `trials[${i}]`, problem.trials[i], { maximum: 1e9 });
    const successes = requireCount(TASK, `successes[${i}]`, problem.successes[i], {
      maximum: trials,
    });
    if (trials === 0) continue;
    const label = problem.groups?.[i] ?? "all units";
    const own = groups.get(label) ?? { successes: [], failures: [], coefficients: [] };
    groups.set(label, own);
    const failures = trials - successes;
    own.successes.push(successes);
    own.failures.push(failures);
    own.coefficients.push(
      logGamma(trials + 1) - logGamma(successes + 1) - logGamma(failures + 1),
    );
  }
  const all = [...groups.values()];
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const telling = all.filter((own) => sum(own.successes) > 0 && sum(own.failures) > 0);
  const units = sum(
    telling.map((own) => own.successes.filter((s, i) => s + own.failures[i]! > 1).length),
  );
  if (units < 2) {
    throw new RangeError(refusal({
      task: TASK,
      where: "units of more than 1 trial in a group with both outcomes",
      found: units,
      expected: "at least 2",
    }));
  }
  // A group's best share moves little from one correlation to the next: it is looked for near the last.
  const nearby = new Map<Group, number>();
  const shareAt = (own: Group, correlation: number): { x: number; value: number } => {
    const likelihood = likelihoodOf(own, correlation);
    const near = nearby.get(own);
    const found = (near === undefined ? undefined : climb(likelihood, near)) ??
      maximum(likelihood, 1e-9, 1 - 1e-9, 1e-10);
    nearby.set(own, found.x);
    return found;
  };
  const profile = (correlation: number): number =>
    sum(telling.map((own) => shareAt(own, correlation).value));
  const fitted = maximum((x) => profile(1 / (1 + Math.exp(-x))), Math.log(1e-9), 6, 1e-9);
  const correlation = 1 / (1 + Math.exp(-fitted.x));
  const pooled = (own: Group): number =>
    sum(own.successes) / (sum(own.successes) + sum(own.failures));
  const binomial = sum(telling.map((own) => likelihoodOf(own, 0)(pooled(own))));
  // At the lower end of the search the likelihood no longer rises: the binomial is the maximum.
  const none = fitted.value <= binomial || correlation < 2e-9;
  const means: Record<string, number> = {};
  for (const [label, own] of groups) {
    means[label] = none || !telling.includes(own) ? pooled(own) : shareAt(own, correlation).x;
  }
  const step = 1e-3 * Math.min(correlation, 1 - correlation);
  const curvature = none ? 0 : (2 * fitted.value - profile(correlation + step) -
    profile(correlation - step)) / step ** 2;
  return {
    means,
    correlation: none ? 0 : correlation,
    standardError: curvature > 0 ? 1 / Math.sqrt(curvature) : null,
    logLikelihood: none ? binomial : fitted.value,
    binomialLogLikelihood: binomial,
    n: sum(all.map((own) => own.successes.length)),
  };
}

/** The units of one group. */
interface Group {
  readonly successes: number[];
  readonly failures: number[];
  /** The logarithm of each unit's binomial coefficient. */
  readonly coefficients: number[];
}

/**
 * Log likelihood of one group at a correlation, the binomial coefficient included, as a function of its
 * share. What does not depend on the share is computed once.
 */
function likelihoodOf(
  { successes, failures, coefficients }: Group,
  correlation: number,
): (p: number) => number {
  if (!(correlation > 0)) {
    return (p) => {
      let total = 0;
      for (let i = 0; i < successes.length; i++) {
        total += coefficients[i]!;
        total += successes[i]! * Math.log(p) + failures[i]! * Math.log1p(-p);
      }
      return total;
    };
  }
  const size = 1 / correlation - 1;
  const ofSize = rising(size);
  const trials = successes.map((s, i) => ofSize(s + failures[i]!));
  return (p) => {
    const [success, failure] = [rising(p * size), rising((1 - p) * size)];
    let total = 0;
    for (let i = 0; i < successes.length; i++) {
      total += coefficients[i]!;
      total += success(successes[i]!) + failure(failures[i]!) - trials[i]!;
    }
    return total;
  };
}

/**
 * ln Γ(a + n) − ln Γ(a) as a function of n, without the cancellation of two huge logarithms where a is far
 * above n.
 */
function rising(a: number): (n: number) => number {
  let logGammaOfA: number | undefined;
  return (n) => {
    if (n === 0) return 0;
    if (n <= 32) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += Math.log(a + i);
      return sum;
    }
    if (a < 1e4) return stirling(a + n) - (logGammaOfA ??= logGamma(a));
    // Stirling's series of both, with the difference of the leading terms by log1p.
    const x = a + n;
    return (a - 0.5) * Math.log1p(n / a) + n * Math.log(x) - n + (1 / x - 1 / a) / 12 -
      (1 / x ** 3 - 1 / a ** 3) / 360;
  };
}

/** ln Γ(x) of x above 32 by Stirling's series, whose next term is below 1e-14 there. */
function stirling(x: number): number {
  const square = 1 / (x * x);
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI +
    (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680))) / x;
}

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

/**
 * The maximum of a function near a place: the tops of parabolas through three points a ten-thousandth of the
 * place's distance from 0 and 1 apart, until the top lies at the place. Undefined where they don't lead there.
 */
function climb(f: (x: number) => number, near: number): { x: number; value: number } | undefined {
  let x = near;
  for (let round = 0; round < 6; round++) {
    const h = 1e-4 * x * (1 - x);
    const [below, at, above] = [f(x - h), f(x), f(x + h)];
    const bend = above - 2 * at + below;
    const step = h * (below - above) / (2 * bend);
    if (!(bend < 0 && x + step > 1e-9 && x + step < 1 - 1e-9)) return undefined;
    x += step;
    // So small a step adds less to the maximum than its last digits.
    if (Math.abs(step) < 0.1 * h) return { x, value: at - (above - below) ** 2 / (8 * bend) };
  }
  return undefined;
}

/**
 * The maximum of a function with one: Brent's method (1973), parabolas through the three best points with
 * golden section where they do not help. On a smooth peak some ten evaluations; `tolerance` is that of x.
 */
function maximum(
  f: (x: number) => number,
  from: number,
  to: number,
  tolerance: number,
): { x: number; value: number } {
  const golden = (3 - Math.sqrt(5)) / 2;
  let [low, high] = [from, to];
  let x = low + golden * (high - low);
  let [w, v] = [x, x];
  let fx = f(x);
  let [fw, fv] = [fx, fx];
  let [step, before] = [0, 0];
  for (let round = 0; round < 100; round++) {
    const middle = (low + high) / 2;
    if (Math.abs(x - middle) + (high - low) / 2 <= 2 * tolerance) break;
    const r = (x - w) * (fx - fv);
    const q = (x - v) * (fx - fw);
    const numerator = (x - v) * q - (x - w) * r;
    const denominator = 2 * (q - r);
    const parabola = -numerator / denominator;
    const helps = Number.isFinite(parabola) && Math.abs(parabola) < Math.abs(before) / 2 &&
      x + parabola - low > 2 * tolerance && high - x - parabola > 2 * tolerance;
    before = helps ? step : (x < middle ? high : low) - x;
    step = helps ? parabola : golden * before;
    const u = x + (Math.abs(step) >= tolerance ? step : Math.sign(step) * tolerance);
    const fu = f(u);
    if (fu >= fx) {
      if (u >= x) low = x;
      else high = x;
      [v, fv, w, fw, x, fx] = [w, fw, x, fx, u, fu];
      continue;
    }
    if (u < x) low = u;
    else high = u;
    if (fu >= fw || w === x) [v, fv, w, fw] = [w, fw, u, fu];
    else if (fu >= fv || v === x || v === w) [v, fv] = [u, fu];
  }
  return { x, value: fx };
}
