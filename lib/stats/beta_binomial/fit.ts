import { refusal, requireOptions } from "../../check/mod.ts";
import { type Column, requireColumn, requireLabels, requireSuccesses } from "../column.ts";
import { logGammaAbove } from "../log_gamma_above.ts";
import { type Group, likelihoodOf } from "./likelihood.ts";
import { climb, maximum } from "./maximum.ts";

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

const LEAST_SHARE = 1e-5;

/**
 * Maximum likelihood for the beta-binomial model: a mean share a group and one correlation ρ for all. It
 * says how much units vary beyond the binomial, which a simulation of honest counts has to have.
 *
 * For each ρ the means are the maximum given ρ, by Brent's method on each group's share; ρ by the same
 * on its logit. A group whose units have only successes or only failures keeps its share of 1 or 0 and says
 * nothing about ρ. Cost: some 300 likelihoods of O(n).
 *
 * @throws {RangeError} if successes exceed trials, counts are not whole, fewer than 2 units say anything about
 *   ρ (more than 1 trial, in a group that has both outcomes), or the share of such a group is nearer than 1e-5
 *   to 0 or 1: its mean is looked for to 1e-10, which would leave it few digits
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
  // Beyond, the logarithms of gamma functions have no digits left for the likelihood.
  requireSuccesses(TASK, problem.successes, problem.trials, 1e9);
  const groups = new Map<string, Group>();
  for (let i = 0; i < n; i++) {
    const [trials, successes] = [problem.trials[i]!, problem.successes[i]!];
    if (trials === 0) continue;
    const label = problem.groups?.[i] ?? "all units";
    const own = groups.get(label) ?? { successes: [], failures: [], coefficients: [] };
    groups.set(label, own);
    const failures = trials - successes;
    own.successes.push(successes);
    own.failures.push(failures);
    own.coefficients.push(
      logGammaAbove(trials) - logGammaAbove(successes) - logGammaAbove(failures),
    );
  }
  const all = [...groups.values()];
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const hasBoth = (own: Group) => sum(own.successes) > 0 && sum(own.failures) > 0;
  const telling = all.filter(hasBoth);
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
  const pooled = (own: Group): number =>
    sum(own.successes) / (sum(own.successes) + sum(own.failures));
  for (const [label, own] of groups) {
    const share = pooled(own);
    if (hasBoth(own) && !(share >= LEAST_SHARE && share <= 1 - LEAST_SHARE)) {
      throw new RangeError(refusal({
        task: TASK,
        where: `share of successes, ${label}`,
        found: share,
        expected: `0, 1, or from ${LEAST_SHARE} to ${1 - LEAST_SHARE}`,
      }));
    }
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
