import {
  refusal,
  requireList,
  requireNumber,
  requireNumbers,
  requireOneOf,
  requireOptions,
} from "../check/mod.ts";
import { simplexWeights } from "./simplex_weights.ts";
import { requireWork } from "./work.ts";

/** A panel of units, one of which was treated. */
export interface SyntheticProblem {
  /** The units' names, unique. */
  readonly units: readonly string[];
  /** The treated unit. */
  readonly treated: string;
  /** For each unit, what it is matched on: outcomes before, and predictors, in one order and one scale. */
  readonly before: readonly (readonly number[])[];
  /** For each unit, its outcomes after. */
  readonly after: readonly (readonly number[])[];
}

/** One unit beside its synthetic control. */
export interface SyntheticFit {
  /** The unit. */
  readonly unit: string;
  /** The other units' weights, by name; those of weight 0 are left out. They sum to 1. */
  readonly weights: Readonly<Record<string, number>>;
  /** Observed minus synthetic, for each outcome after. */
  readonly gaps: readonly number[];
  /** Root mean square of observed minus synthetic before. */
  readonly errorBefore: number;
  /** The same after. */
  readonly errorAfter: number;
  /** errorAfter / errorBefore: infinite where the match before is exact. */
  readonly ratio: number;
}

/** The treated unit's synthetic control, with its place among placebos. */
export interface SyntheticControl extends SyntheticFit {
  /** The same for each other unit, as if it had been treated; the treated unit serves none of them. */
  readonly placebos: readonly SyntheticFit[];
  /** Place of the treated unit's ratio among all units', 1 the largest. */
  readonly rank: number;
  /** Rank over number of units: the placebo test's p-value. Its least value is 1 / units. */
  readonly pValue: number;
}

const TASK = "make a synthetic control";

/**
 * Synthetic control with placebos: the weighted mean of other units (weights of at least 0 that sum to 1)
 * that is nearest to the treated unit in what is known from before, as a forecast of what it would have
 * been after; and the same for each other unit, to see how often a forecast fails as much where nothing
 * happened. Units are ranked by the error after over the error before.
 *
 * Abadie, Diamond and Hainmueller (2010), matching on all rows of `before` alike: scale them as they should
 * count. The weights are exact (an active-set quadratic program, no iteration limit that matters).
 * `excludePlaceboWorseThan` leaves out placebos whose error before is more than so many times the treated
 * unit's. Cost: one quadratic program of (units − 1) weights a unit.
 *
 * @throws {RangeError} if there are fewer than 3 units, names repeat, the treated unit is not among them, or
 *   units and values before are too many together
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { syntheticControl } from "tallybook/stats";
 *
 * // Palm is halfway between Lake and Polk before; after, they have 2 and 4, and it has 9.
 * const found = syntheticControl({
 *   units: ["Palm", "Lake", "Polk"],
 *   treated: "Palm",
 *   before: [[2, 3], [1, 2], [3, 4]],
 *   after: [[9], [2], [4]],
 * });
 * assertAlmostEquals(found.gaps[0]!, 6, 1e-9);
 * ```
 */
export function syntheticControl(
  problem: SyntheticProblem,
  options: { readonly excludePlaceboWorseThan?: number } = {},
): SyntheticControl {
  requireOptions(TASK, options, ["excludePlaceboWorseThan"]);
  const { units, treated, before } = checked(problem);
  // A program adds a donor a round, and has at its end hardly more of them than values to match.
  requireWork(TASK, {
    programs: units.length,
    units: units.length,
    "values before": before[0]!.length,
    rounds: Math.min(units.length, before[0]!.length + 1),
    steps: 4,
  });
  const at = units.indexOf(treated);
  const own = fitOne(problem, at, -1);
  const limit = options.excludePlaceboWorseThan === undefined
    ? Infinity
    : requireNumber(TASK, 'option "excludePlaceboWorseThan"', options.excludePlaceboWorseThan, {
      minimum: 1,
    });
  const placebos = units
    .map((_, i) => i)
    .filter((i) => i !== at)
    .map((i) => fitOne(problem, i, at))
    .filter(({ errorBefore }) => limit === Infinity || errorBefore <= limit * own.errorBefore);
  const rank = 1 + placebos.filter(({ ratio }) => ratio >= own.ratio).length;
  return { ...own, placebos, rank, pValue: rank / (placebos.length + 1) };
}

function fitOne(problem: SyntheticProblem, unit: number, without: number): SyntheticFit {
  const { units, before, after } = problem;
  const donors = units.map((_, i) => i).filter((i) => i !== unit && i !== without);
  const weights = simplexWeights(donors.map((i) => before[i]!), before[unit]!);
  const gap = (values: readonly (readonly number[])[]): number[] =>
    values[unit]!.map((value, period) =>
      donors.reduce((sum, i, d) => sum - weights[d]! * values[i]![period]!, value)
    );
  const size = (gaps: readonly number[]): number =>
    Math.sqrt(gaps.reduce((sum, value) => sum + value * value, 0) / gaps.length);
  const gaps = gap(after);
  const whole = Math.max(size(before[unit]!), ...donors.map((i) => size(before[i]!)));
  const errorBefore = size(gap(before));
  const errorAfter = size(gaps);
  return {
    unit: units[unit]!,
    weights: Object.fromEntries(
      donors.map((i, d) => [units[i]!, weights[d]!] as const).filter(([, weight]) => weight > 0),
    ),
    gaps,
    errorBefore,
    errorAfter,
    // An exact match leaves rounding.
    ratio: errorBefore > 1e-10 * whole ? errorAfter / errorBefore : errorAfter === 0 ? 0 : Infinity,
  };
}

function checked(problem: SyntheticProblem): SyntheticProblem {
  requireOptions(TASK, problem, ["units", "treated", "before", "after"]);
  const { units, treated, before, after } = problem;
  requireList(TASK, "units", units, { least: 3 });
  for (const [i, name] of units.entries()) {
    if (typeof name === "string" && units.indexOf(name) === i) continue;
    const expected = "a name (text) that no other unit has";
    const message = refusal({ task: TASK, where: `units[${i}]`, found: name, expected });
    throw typeof name === "string" ? new RangeError(message) : new TypeError(message);
  }
  requireOneOf(TASK, "treated", treated, units);
  for (const [name, rows] of [["before", before], ["after", after]] as const) {
    requireList(TASK, name, rows, { length: units.length });
    requireNumbers(TASK, `${name}[0]`, rows[0]!, { least: 1 });
    for (const [i, row] of rows.entries()) {
      requireNumbers(TASK, `${name}[${i}]`, row, { length: rows[0]!.length });
      // Their squares must not overflow.
      row.forEach((value, period) =>
        requireNumber(TASK, `${name}[${i}][${period}]`, value, { minimum: -1e150, maximum: 1e150 })
      );
    }
  }
  return problem;
}
