import { refusal, requireList, requireNumber, requireOptions } from "../../check/mod.ts";
import type { Contest } from "../contest.ts";
import { majorityOf } from "../tally.ts";
import { Electors, type OpenUnit, waveOf } from "./college_waves.ts";
import { openUnits } from "./open_units.ts";

/** Chances of the electors' majority: they sum to one. */
export interface CollegeOdds {
  /** The chance that the candidate has it. */
  readonly candidate: number;
  /** The chance that the other has it. */
  readonly against: number;
  /** Nobody has a majority. */
  readonly neither: number;
}

/** Where the nation is put, and how far states depart from it. */
export interface CollegeChancesOptions {
  /** The candidate's. */
  readonly candidate: string;
  /** Of the candidate compared with. */
  readonly against: string;
  /** National margins of `candidate`, in points of the two-party vote. */
  readonly margins: readonly number[];
  /** Standard deviation of each state's departure, in points. */
  readonly standardDeviation: number;
}

/**
 * Chances of an Electoral College majority when the nation's margin is exactly x: state margins
 * are x + r_s + u_s − D with D = Σ w_t u_t and independent u_s ~ N(0, σ²).
 *
 * The states depend on one another through D. With y = x − D they are independent, so the chance
 * is the integral over y of the joint density of (majority at y, D = x − y). That density's
 * Fourier transform in D is a product over states, multiplied out over electors exactly; y and the
 * frequency are summed by the trapezoid rule, whose error for such smooth functions is far below
 * 1e-6 at the steps used. Cost: about 1,000 products over units and electors, a twentieth of a
 * second for the United States, and little more for many margins than for one.
 *
 * At least two units must have votes: with one, D alone decides it. The more of the votes one state
 * has, the finer the grid; past about 98 percent it is too fine to be computed, and refused.
 *
 * @throws {RangeError} If the standard deviation is not positive, fewer than two units have
 * returns, a candidate has no votes, or the grid would be too large.
 * @throws {TypeError} If an argument is of the wrong kind.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { collegeChances } from "tallybook/election";
 *
 * const contests = [
 *   { unit: "A", electors: 4, votes: { X: 500, Y: 500 } },
 *   { unit: "B", electors: 3, votes: { X: 500, Y: 500 } },
 * ];
 * const [level] = collegeChances(contests, {
 *   candidate: "X",
 *   against: "Y",
 *   margins: [0],
 *   standardDeviation: 3,
 * });
 * assertAlmostEquals(level!.candidate, 0.5, 1e-9); // A alone has the majority
 * ```
 */
export function collegeChances(
  contests: readonly Contest[],
  options: CollegeChancesOptions,
): CollegeOdds[] {
  requireOptions(TASK, options, ["candidate", "against", "margins", "standardDeviation"]);
  const { margins, standardDeviation: sigma } = options;
  requireNumber(TASK, "standard deviation", sigma, { minimum: 1e-6, maximum: 1e6 });
  requireList(TASK, "margins", margins);
  margins.forEach((margin, i) =>
    requireNumber(TASK, `margins[${i}]`, margin, { minimum: -100, maximum: 100 })
  );
  const units = openUnits(TASK, contests, options).map((unit) => ({
    ...unit,
    position: unit.position / sigma,
  }));
  if (margins.length === 0) return [];
  const majority = majorityOf(contests.reduce((sum, { electors }) => sum + electors, 0));
  const open = units.reduce((sum, { electors }) => sum + electors, 0);
  // In standard deviations from here on. Spread of D, and of D without the largest state, whose
  // wave alone is cut off sharply: it is what the others add that smooths the integrand.
  const squares = units.map(({ weight }) => weight ** 2);
  const spread = Math.sqrt(sumOf(squares));
  const rest = Math.sqrt(Math.max(0, sumOf(squares) - Math.max(...squares)));
  const targets = Array.from(margins, (margin) => margin / sigma);
  const first = Math.min(...targets) - 8 * spread;
  const step = Math.min(spread / 2, rest);
  const grid = {
    first,
    step,
    count: Math.ceil((Math.max(...targets) + 8 * spread - first) / step) + 1,
  };
  const frequencies = Math.ceil(30 * Math.max(1, spread / rest / 1.4)) + 1;
  requireWork(units, { frequencies, count: grid.count, open });
  const waves = units.map((unit) => waveOf(unit, grid));
  const electors = new Electors(units);
  const result = targets.map(() => ({ candidate: 0, against: 0 }));

  for (let f = 0; f < frequencies; f++) {
    const frequency = f * 0.4 / spread;
    const here = waves.map((wave) => wave(frequency));
    const share = step * (0.4 / spread) / (2 * Math.PI) * (f === 0 ? 1 : 2);
    for (let j = 0; j < grid.count; j++) {
      const y = first + j * step;
      const near = targets.some((x) => Math.abs(x - y) <= 8 * spread);
      if (!near || electors.bound(here, j) < NOTHING) continue;
      const [winRe, winIm, loseRe, loseIm] = electors.tails(here, j, majority, open - majority);
      targets.forEach((x, i) => {
        if (Math.abs(x - y) > 8 * spread) return;
        // Real part of e^{−ik(x − y)} times each transform.
        const cos = Math.cos(frequency * (x - y));
        const sin = Math.sin(frequency * (x - y));
        const odds = result[i]!;
        odds.candidate += share * (winRe! * cos + winIm! * sin);
        odds.against += share * (loseRe! * cos + loseIm! * sin);
      });
    }
  }
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  return result.map((odds) => {
    const candidate = clip(odds.candidate);
    const against = clip(Math.min(1 - candidate, odds.against));
    return { candidate, against, neither: clip(1 - candidate - against) };
  });
}

const TASK = "find electoral chances";
/** Transforms below this do not show in twelve digits of a chance. */
const NOTHING = 1e-15;
/** Multiplications that take about a second. */
const MOST_WORK = 2e8;

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** The nearer one state has all the votes, the finer the grid; and far margins lengthen it. */
function requireWork(
  units: readonly OpenUnit[],
  { frequencies, count, open }: { frequencies: number; count: number; open: number },
): void {
  const work = frequencies * count * ((units.length + 2) * (open / 4 + 1) + 200);
  if (work <= MOST_WORK) return;
  const largest = Math.max(...units.map(({ weight }) => weight));
  throw new RangeError(
    refusal({
      task: TASK,
      where: "states and margins",
      found: `${units.length} units, the largest with ${
        (100 * largest).toPrecision(4)
      } percent of the votes, at ${count} steps`,
      expected: "fewer units, margins closer together, or votes less in one state",
    }),
  );
}
