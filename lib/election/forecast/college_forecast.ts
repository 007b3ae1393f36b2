import * as special from "../../stats/special_functions.ts";
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
import { convolved, mixed, type Polynomial, product } from "./polynomial.ts";
import { groupBy } from "../group_by.ts";

/** What is expected of a unit between two candidates. */
export interface CollegeUnit {
  /** The unit, such as a state's abbreviation. */
  readonly unit: string;
  /** How many electors it has. */
  readonly electors: number;
  /** The first candidate's expected share of the two candidates' votes. */
  readonly share: number;
  /** The region whose error the unit shares; needed where there is a regional error. */
  readonly region?: string;
}

/** Standard deviations of the errors of a forecast, in shares: 0.03 is three points. */
export interface CollegeError {
  /** Of the error common to all units, normal. */
  readonly national: number;
  /** Of the error common to the units of a region, normal; none unless told. */
  readonly regional?: number;
  /** Of each unit's own error. */
  readonly unit: number;
  /** Degrees of freedom of a t distribution for the units' own errors; normal if absent. */
  readonly degreesOfFreedom?: number;
}

/** Chances of a majority, of a tie, and of every number of electors. */
export interface CollegeForecast {
  /** Chance that the first candidate has a majority of the electors. */
  readonly candidate: number;
  /** Chance that the other has. */
  readonly against: number;
  /** Chance that each has half: 269 of 538. 0 where the electors are odd in number. */
  readonly tie: number;
  /** Chance of each number of the first candidate's electors, from 0 to all. */
  readonly electors: readonly number[];
  /** The first candidate's electors on average. */
  readonly mean: number;
  /** The first candidate's chance in each unit. */
  readonly units: readonly { readonly unit: string; readonly chance: number }[];
}

/**
 * Chances of winning the Electoral College, and of a tie in it, when forecasts err: by an error
 * common to the nation, one to each region, and one of each unit. The share of a unit is
 * share + N + R + u; given N and R the units are independent, so that electors convolve exactly,
 * and both errors are integrated by the trapezoid rule on one grid, which for such smooth
 * functions is exact to 1e-10. No random numbers.
 *
 * Independent errors make a sure thing of a small lead; what matters most is how large the common
 * error is taken to be. Two candidates only, and a unit's tie is not counted: the shares are
 * continuous. Districts of a state are units of their own, with their own errors.
 *
 * Cost: O(grid × electors²), about 0.1 s for 56 units.
 *
 * @throws {RangeError} If an expectation or an error makes no sense, a region is missing, or one
 * error is so much smaller than another that the grid would take too long.
 * @throws {TypeError} If an argument is of the wrong kind.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { collegeForecast } from "tallybook/election";
 *
 * // Two even units whose errors correlate at ½: both won with chance ¼ + asin(½)/2π = 1/3.
 * const units = ["A", "B"].map((unit) => ({ unit, electors: 3, share: 0.5 }));
 * const { candidate, against, tie } = collegeForecast(units, { national: 0.03, unit: 0.03 });
 * assertAlmostEquals(candidate, 1 / 3, 1e-9);
 * assertAlmostEquals(against, 1 / 3, 1e-9);
 * assertAlmostEquals(tie, 1 / 3, 1e-9);
 * ```
 */
export function collegeForecast(
  units: readonly CollegeUnit[],
  error: CollegeError,
): CollegeForecast {
  requireForecast(units, error);
  const { national, regional = 0 } = error;
  const step = stepOf(error);
  const common = normalGrid(national, step);
  const ofRegion = normalGrid(regional, step);
  requireWork(units, common.length, ofRegion.length);
  const reach = (common.length - 1) / 2 + (ofRegion.length - 1) / 2;
  const above = upperTail(error);
  // Each unit's chance at each sum of the two common errors.
  const chances = units.map(({ share }) =>
    Float64Array.from({ length: 2 * reach + 1 }, (_, s) => above(0.5 - share - (s - reach) * step))
  );
  const groups = regional === 0
    ? [units.map((_, i) => i)]
    : [...groupBy(units.keys(), (i) => units[i]!.region!).values()];
  const atSums = groups.map((group) =>
    Array.from(
      { length: 2 * reach + 1 },
      (_, s) => product(group.map((i) => [units[i]!.electors, chances[i]![s]!] as const)),
    )
  );
  const total = units.reduce((sum, { electors }) => sum + electors, 0);
  const electors = new Float64Array(total + 1);
  common.forEach((weight, n) => {
    let joint: Polynomial = Float64Array.of(1);
    for (const sums of atSums) joint = convolved(joint, mixed(sums, n, ofRegion));
    for (let won = 0; won <= total; won++) electors[won]! += weight * joint[won]!;
  });
  const sum = (from: number, to: number) =>
    Math.min(1, electors.slice(from, to).reduce((all, chance) => all + chance, 0));
  const half = Math.floor(total / 2);
  return {
    candidate: sum(half + 1, total + 1),
    against: sum(0, Math.ceil(total / 2)),
    tie: total % 2 === 0 ? electors[half]! : 0,
    electors: [...electors],
    mean: electors.reduce((mean, chance, won) => mean + won * chance, 0),
    units: units.map(({ unit }, i) => ({
      unit,
      chance: common.reduce(
        (all, weight, n) =>
          all + weight * ofRegion.reduce((part, w, r) => part + w * chances[i]![n + r]!, 0),
        0,
      ),
    })),
  };
}

const TASK = "forecast the Electoral College";
/** Standard deviations to which the common errors are integrated. */
const REACH = 8.5;

/** A quarter of the smallest error: the integrand is smooth on that scale. */
function stepOf({ national, regional = 0, unit }: CollegeError): number {
  return Math.min(...[national, regional, unit].filter((error) => error > 0)) / 4;
}

/** Weights of the normal distribution at −k, …, k steps; a single one if it has no width. */
function normalGrid(deviation: number, step: number): number[] {
  if (deviation === 0) return [1];
  const half = Math.ceil(REACH * deviation / step);
  if (2 * half > MOST_NODES) return new Array(MOST_NODES + 1).fill(0);
  const raw = Array.from(
    { length: 2 * half + 1 },
    (_, i) => Math.exp(-0.5 * ((i - half) * step / deviation) ** 2),
  );
  const all = raw.reduce((sum, weight) => sum + weight, 0);
  return raw.map((weight) => weight / all);
}

function upperTail({ unit, degreesOfFreedom: df }: CollegeError): (x: number) => number {
  if (df === undefined) return (x) => special.normalCdf(-x, 0, unit);
  const scale = unit * Math.sqrt((df - 2) / df);
  return (x) => special.studentCdf(-x / scale, df);
}

/** Nodes and steps that take about a second. */
const MOST_NODES = 5_000;
const MOST_WORK = 5e8;

function requireWork(units: readonly CollegeUnit[], national: number, regional: number): void {
  const total = units.reduce((sum, { electors }) => sum + electors, 0);
  const work = (national + regional) * units.length * total + national * regional * total +
    national * (regional > 1 ? total ** 2 / 2 : 0);
  if (Math.max(national, regional) <= MOST_NODES && work <= MOST_WORK) return;
  throw new RangeError(
    refusal({
      task: TASK,
      where: "forecast",
      found: `${total} electors at ${national} by ${regional} common errors`,
      expected: "fewer electors, or errors nearer to one another in size",
    }),
  );
}

function requireForecast(units: readonly CollegeUnit[], error: CollegeError): void {
  requireOptions(TASK, error, ["national", "regional", "unit", "degreesOfFreedom"]);
  const { national, regional = 0, unit: own, degreesOfFreedom } = error;
  requireNumber(TASK, "national error", national, { minimum: 0, maximum: 1 });
  requireNumber(TASK, "regional error", regional, { minimum: 0, maximum: 1 });
  requireNumber(TASK, "units' own error", own, { minimum: 1e-9, maximum: 1 });
  if (degreesOfFreedom !== undefined) {
    requireNumber(TASK, "degrees of freedom", degreesOfFreedom, { above: 2, maximum: 1e6 });
  }
  requireList(TASK, "units", units, { least: 1 });
  units.forEach((forecast, i) => {
    requireRecord(TASK, `units[${i}]`, forecast);
    const { unit, electors, share, region } = forecast;
    requireName(TASK, `name of units[${i}]`, unit);
    requireCount(TASK, `electors of ${unit}`, electors);
    requireProper(TASK, `share expected in ${unit}`, share);
    if (regional > 0 || region !== undefined) requireName(TASK, `region of ${unit}`, region);
  });
  requireDistinct(TASK, "units", units.map(({ unit }) => unit));
}
