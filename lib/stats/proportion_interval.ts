import {
  requireNumber,
  requireOneOf,
  requireOptions,
  requireProper,
  requireText,
} from "../check/mod.ts";
import { betaQuantile, normalQuantile } from "./distribution.ts";
import type { Estimate } from "./estimate.ts";

/** How an interval for a share is made. */
export interface ProportionOptions {
  /** "wilson", "jeffreys" or "clopper-pearson" (never below its level, often far above). Default: "wilson". */
  readonly method?: "wilson" | "jeffreys" | "clopper-pearson";
  /** The interval's level. Default: 0.95. */
  readonly level?: number;
  /** What the share is of. */
  readonly estimand?: string;
}

const TASK = "estimate a share";
const NAMES = {
  wilson: "Wilson's score interval",
  jeffreys: "Jeffreys' interval: equal tails of the beta posterior from prior (½, ½)",
  "clopper-pearson": "Clopper and Pearson's exact interval",
} as const;

/**
 * A share with an interval that holds its level for small counts, where share ± 1.96 standard errors does
 * not (none of 20 would be 0 ± 0). Brown, Cai and DasGupta (2001).
 *
 * `trials` may be an effective number, a survey's size over its design effect, with `successes` the share
 * of it. At 0 successes the lower end is 0, at all trials the upper end is 1.
 *
 * @throws {RangeError} if trials are not above 0, or successes are not between 0 and trials
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { proportionInterval } from "tallybook/stats";
 *
 * // None of 20: Wilson's upper end is z² / (20 + z²).
 * assertAlmostEquals(proportionInterval(0, 20).upper, 3.8414588 / 23.8414588, 1e-7);
 * ```
 */
export function proportionInterval(
  successes: number,
  trials: number,
  options: ProportionOptions = {},
): Estimate {
  requireOptions(TASK, options, ["method", "level", "estimand"]);
  if (options.estimand !== undefined) requireText(TASK, 'option "estimand"', options.estimand);
  const method = requireOneOf(TASK, 'option "method"', options.method ?? "wilson", [
    "wilson",
    "jeffreys",
    "clopper-pearson",
  ]);
  const level = requireProper(TASK, 'option "level"', options.level ?? 0.95);
  // The beta distribution's quantiles have too few digits beyond.
  const most = method === "wilson" ? Number.MAX_SAFE_INTEGER : 1e12;
  requireNumber(TASK, "trials", trials, { above: 0, maximum: most });
  requireNumber(TASK, "successes", successes, { minimum: 0, maximum: trials });
  const failures = trials - successes;
  const tail = (1 - level) / 2;
  const end = (upper: boolean): number => {
    if (upper ? failures === 0 : successes === 0) return upper ? 1 : 0;
    if (method === "wilson") {
      const z = normalQuantile(1 - tail);
      const half = z * Math.sqrt(successes * failures / trials + z * z / 4);
      return (successes + z * z / 2 + (upper ? half : -half)) / (trials + z * z);
    }
    const [a, b] = method === "jeffreys" ? [0.5, 0.5] : upper ? [1, 0] : [0, 1];
    return betaQuantile(upper ? 1 - tail : tail, successes + a, failures + b);
  };
  return {
    estimand: options.estimand ?? "Share of successes among trials",
    point: successes / trials,
    lower: Math.max(0, end(false)),
    upper: Math.min(1, end(true)),
    level,
    method: NAMES[method],
    assumptions: ["Trials are independent with one probability"],
    n: trials,
  };
}
