import * as special from "../../stats/special_functions.ts";
import type { Estimate } from "../../stats/estimate.ts";
import {
  refusal,
  requireCount,
  requireDistinct,
  requireList,
  requireName,
  requireNumber,
  requireOptions,
  requireProper,
  requireRecord,
} from "../../check/mod.ts";
import { othersInWindow } from "./convolution.ts";

/** What is expected of a unit before the election. */
export interface UnitForecast {
  /** The unit, such as a state's abbreviation. */
  readonly unit: string;
  /** How many electors it has. */
  readonly electors: number;
  /** Votes expected for the two candidates together. */
  readonly votes: number;
  /** The first candidate's expected share of those votes. */
  readonly share: number;
}

/** How uncertain the forecast is, in shares of the two-candidate vote: 0.03 is three points. */
export interface ForecastError {
  /** Standard deviation of the error common to all units, normal. */
  readonly national: number;
  /** Standard deviation of each unit's own error. */
  readonly unit: number;
  /** Degrees of freedom of a t distribution for the units' own errors; normal if absent. */
  readonly degreesOfFreedom?: number;
}

/** The worth of one more vote in a unit. */
export interface DecisiveChance {
  /** The unit, such as a state's abbreviation. */
  readonly unit: string;
  /** Chance that one vote decides the unit and the unit decides the college. */
  readonly chance: number;
  /** Chance that one vote decides the unit. */
  readonly decidesUnit: number;
  /** Chance that the unit decides the college, given that one vote decides the unit. */
  readonly unitDecides: number;
}

/**
 * The chance that one vote decides a presidential election, by unit:
 *
 *   (1 / N) ∫ f(½ | s) · P(the others' electors lie in [M − w, M − 1] | s) φ(s) ds
 *
 * with N votes and w electors of the unit, a majority M of all electors, the
 * common error s, and the density f of the unit's share. The others' electors are
 * convolved exactly, and the integral over the common error is the trapezoid rule, which
 * is exact for such smooth functions: no random numbers, and the same result to 1e-9 on
 * a finer grid.
 *
 * The result is only as good as the tails of the errors: a normal tail gives safe
 * states chances like one in 10^36, which mean "never in this model" and nothing
 * more. Compare plausible states, and vary the errors.
 *
 * Method: Gelman, King and Boscardin (1998); Gelman, Silver and Edlin (2012).
 * Cost: O(grid × units × electors), about 0.1 s for 56 units.
 *
 * @throws {RangeError} if a count, a share or an error makes no sense, or the common error is so
 * much larger than the units' own that the grid would take too long.
 * @throws {TypeError} if an argument is of the wrong kind.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { decisiveVote } from "tallybook/election";
 *
 * // One unit alone decides whenever it is tied: density at one half over the votes.
 * const alone = [{ unit: "A", electors: 3, votes: 1000, share: 0.5 }];
 * const [a] = decisiveVote(alone, { national: 0.03, unit: 0.04 });
 * const density = 1 / (0.05 * Math.sqrt(2 * Math.PI)); // sd √(.03² + .04²) = .05
 * assertAlmostEquals(a!.chance, density / 1000, 1e-12);
 * ```
 */
export function decisiveVote(
  units: readonly UnitForecast[],
  error: ForecastError,
): DecisiveChance[] {
  requireForecast(units);
  requireError(error);
  const { density, above } = ownError(error);
  const weights = units.map(({ electors }) => electors);
  const majority = Math.floor(weights.reduce((sum, w) => sum + w, 0) / 2) + 1;
  const nodes = commonErrors(error);
  requireWork(units, nodes.length);
  const joint = new Float64Array(units.length);
  const tied = new Float64Array(units.length);
  for (const { shift, weight } of nodes) {
    const wins = units.map(({ share }) => above(0.5 - share - shift));
    const window = othersInWindow(weights, wins, majority);
    units.forEach(({ share }, i) => {
      const close = density(0.5 - share - shift) * weight;
      tied[i] = tied[i]! + close;
      joint[i] = joint[i]! + close * window[i]!;
    });
  }
  return units.map(({ unit, votes }, i) => ({
    unit,
    chance: joint[i]! / votes,
    decidesUnit: tied[i]! / votes,
    unitDecides: tied[i]! === 0 ? 0 : joint[i]! / tied[i]!,
  }));
}

/**
 * The chance of a decisive vote as a range over several assumptions about the
 * errors: what is not known is not the arithmetic but the tails. The point is
 * that of the first assumption. The level is 0: a range of settings covers
 * nothing with a stated chance.
 *
 * @throws {RangeError} if there are fewer than two assumptions.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { decisiveVoteRange } from "tallybook/election";
 *
 * const units = [{ unit: "A", electors: 3, votes: 1000, share: 0.52 }];
 * const range = decisiveVoteRange(units, [
 *   { national: 0.02, unit: 0.03 },
 *   { national: 0.03, unit: 0.03, degreesOfFreedom: 5 },
 * ]).get("A")!;
 * assert(range.lower < range.upper);
 * ```
 */
export function decisiveVoteRange(
  units: readonly UnitForecast[],
  errors: readonly ForecastError[],
): Map<string, Estimate> {
  requireList(TASK, "assumptions", errors, { least: 2 });
  const results = errors.map((error) => decisiveVote(units, error));
  return new Map(units.map(({ unit }, i) => {
    const chances = results.map((result) => result[i]!.chance);
    return [unit, {
      estimand: `chance that one vote in ${unit} decides the election`,
      point: chances[0]!,
      lower: Math.min(...chances),
      upper: Math.max(...chances),
      level: 0,
      method: "deterministic integration; range over the assumptions, without a level",
      assumptions: errors.map(describe),
      n: units.length,
    }];
  }));
}

function describe({ national, unit, degreesOfFreedom }: ForecastError): string {
  const tails = degreesOfFreedom === undefined ? "normal" : `t with ${degreesOfFreedom} df`;
  return `errors of ${national} common and ${unit} own (${tails})`;
}

/** Density and upper tail of a unit's own error, scaled to its standard deviation. */
function ownError({ unit, degreesOfFreedom }: ForecastError) {
  if (degreesOfFreedom === undefined) {
    return {
      density: (x: number) => Math.exp(-0.5 * (x / unit) ** 2) / (unit * Math.sqrt(2 * Math.PI)),
      above: (x: number) => special.normalCdf(-x, 0, unit),
    };
  }
  const scale = unit * Math.sqrt((degreesOfFreedom - 2) / degreesOfFreedom);
  return {
    density: (x: number) => special.studentPdf(x / scale, degreesOfFreedom) / scale,
    above: (x: number) => special.studentCdf(-x / scale, degreesOfFreedom),
  };
}

/** Nodes of the trapezoid rule times the common error's density, over ±9 standard deviations. */
function commonErrors({ national, unit }: ForecastError): { shift: number; weight: number }[] {
  if (national === 0) return [{ shift: 0, weight: 1 }];
  // Steps well below both widths: the integrand is smooth on the scale of the smaller.
  const half = Math.min(LARGEST_GRID, Math.ceil((9 * national) / (Math.min(national, unit) / 8)));
  const step = (9 * national) / half;
  return Array.from({ length: 2 * half + 1 }, (_, i) => {
    const shift = (i - half) * step;
    const density = Math.exp(-0.5 * (shift / national) ** 2) / (national * Math.sqrt(2 * Math.PI));
    return { shift, weight: density * step };
  });
}

const TASK = "find the chance of a decisive vote";
const LARGEST_GRID = 10_000;
/** Steps of the convolutions that take about a second. */
const MOST_WORK = 3e8;

function requireWork(units: readonly UnitForecast[], nodes: number): void {
  const total = units.reduce((sum, { electors }) => sum + electors, 0);
  if (nodes < 2 * LARGEST_GRID && nodes * units.length * total <= MOST_WORK) return;
  throw new RangeError(
    refusal({
      task: TASK,
      where: "forecast",
      found: `${units.length} units with ${total} electors at ${nodes} common errors`,
      expected: `fewer than ${2 * LARGEST_GRID} common errors, and a product of at most ` +
        `${MOST_WORK}: larger own errors, or fewer units and electors`,
    }),
  );
}

/** Checks a forecast: each unit once, with electors, votes and a share. */
function requireForecast(units: readonly UnitForecast[]): void {
  requireList(TASK, "units", units, { least: 1 });
  for (const [i, forecast] of units.entries()) {
    requireRecord(TASK, `units[${i}]`, forecast);
    const { unit, electors, votes, share } = forecast;
    requireName(TASK, `unit of units[${i}]`, unit);
    requireCount(TASK, `electors of ${unit}`, electors, { minimum: 1 });
    requireCount(TASK, `votes expected in ${unit}`, votes, { minimum: 1 });
    requireProper(TASK, `share expected in ${unit}`, share);
  }
  requireDistinct(TASK, "units", units.map(({ unit }) => unit));
}

function requireError(error: ForecastError): void {
  requireOptions(TASK, error, ["national", "unit", "degreesOfFreedom"]);
  const { national, unit, degreesOfFreedom } = error;
  requireNumber(TASK, "common error", national, { minimum: 0, maximum: 1 });
  requireNumber(TASK, "units' own error", unit, { minimum: 1e-9, maximum: 1 });
  if (degreesOfFreedom !== undefined) {
    requireNumber(TASK, "degrees of freedom", degreesOfFreedom, { above: 2, maximum: 1e6 });
  }
}
