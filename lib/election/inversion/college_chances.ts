import { type Contest, isDistrict } from "../contest.ts";
import { plurality } from "../plurality.ts";
import { majorityOf } from "../tally.ts";

/** Chances of the electors' majority: they sum to one. */
export interface CollegeOdds {
  readonly candidate: number;
  readonly against: number;
  /** Nobody has a majority. */
  readonly neither: number;
}

/** Where the nation is put, and how far states depart from it. */
export interface CollegeChancesOptions {
  readonly candidate: string;
  readonly against: string;
  /** National margins of `candidate`, in points of the two-party vote. */
  readonly margins: readonly number[];
  /** Standard deviation of each state's departure, in points. */
  readonly standardDeviation: number;
}

/** A unit as the model sees it; without electors where a third candidate won. */
interface OpenUnit {
  readonly electors: number;
  /** Margin less the nation's, in standard deviations. */
  readonly position: number;
  /** Share of the national two-party vote; 0 for a district, whose state has its votes. */
  readonly weight: number;
}

/**
 * Chances of an Electoral College majority when the nation's margin is exactly x: state margins
 * are x + r_s + u_s − D with D = Σ w_t u_t and independent u_s ~ N(0, σ²).
 *
 * The states depend on one another through D. With y = x − D they are independent, so the chance
 * is the integral over y of the joint density of (majority at y, D = x − y). That density's
 * Fourier transform in D is a product over states, multiplied out over electors exactly; y and the
 * frequency are summed by the trapezoid rule, whose error for such smooth functions is far below
 * 1e-6 at the steps used. Cost: about 1,500 products over units and electors, a quarter of a second for
 * the United States, and little more for many margins than for one.
 *
 * At least two units must have votes: with one, D alone decides it.
 *
 * @throws {RangeError} If the standard deviation is not positive, fewer than two units have
 * returns, or a candidate has no votes.
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
  const { margins, standardDeviation: sigma } = options;
  if (!(sigma > 0)) {
    throw new RangeError(
      `Cannot find electoral chances: expected a positive standard deviation, found ${sigma}`,
    );
  }
  if (margins.length === 0) return [];
  const units = openUnits(contests, options);
  const majority = majorityOf(contests.reduce((sum, { electors }) => sum + electors, 0));
  const open = units.reduce((sum, { electors }) => sum + electors, 0);
  // In standard deviations from here on. Spread of D:
  const spread = Math.sqrt(units.reduce((sum, { weight }) => sum + weight ** 2, 0));
  const frequencies = Array.from({ length: 31 }, (_, i) => i * 0.4 / spread);
  const step = spread / 2;
  const targets = margins.map((margin) => margin / sigma);
  const first = Math.min(...targets) - 8 * spread;
  const count = Math.ceil((Math.max(...targets) + 8 * spread - first) / step) + 1;
  const result = targets.map(() => ({ candidate: 0, against: 0 }));

  for (const frequency of frequencies) {
    const waves = units.map((unit) => partialWaves(unit, frequency, first, step, count));
    const share = step * (0.4 / spread) / (2 * Math.PI) * (frequency === 0 ? 1 : 2);
    for (let j = 0; j < count; j++) {
      const y = first + j * step;
      const near = targets.some((x) => Math.abs(x - y) <= 8 * spread);
      if (!near) continue;
      const [wins, loses] = majorities(units, waves, j, { majority, open });
      targets.forEach((x, i) => {
        if (Math.abs(x - y) > 8 * spread) return;
        // Real part of e^{−ik(x − y)} times each transform.
        const cos = Math.cos(frequency * (x - y));
        const sin = Math.sin(frequency * (x - y));
        const odds = result[i] as { candidate: number; against: number };
        odds.candidate += share * (wins.re * cos + wins.im * sin);
        odds.against += share * (loses.re * cos + loses.im * sin);
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

function openUnits(contests: readonly Contest[], options: CollegeChancesOptions): OpenUnit[] {
  const { candidate, against, standardDeviation } = options;
  const two = contests.map(({ unit, electors, votes }) => {
    const own = votes[candidate] ?? 0;
    const other = votes[against] ?? 0;
    return { unit, electors, votes, own, other };
  }).filter(({ own, other }) => own + other > 0);
  const nation = two.filter(({ unit }) => !isDistrict(unit));
  const own = nation.reduce((sum, unit) => sum + unit.own, 0);
  const other = nation.reduce((sum, unit) => sum + unit.other, 0);
  if (nation.length < 2 || own === 0 || other === 0) {
    throw new RangeError(
      `Cannot find electoral chances: expected votes for ${candidate} and ${against} in at least ` +
        `two states, found ${own} and ${other} in ${nation.length}`,
    );
  }
  const national = 100 * (own - other) / (own + other);
  return two.map((unit) => {
    const result = plurality(unit);
    const ofTwo = result.kind !== "won" || result.winner === candidate || result.winner === against;
    return {
      electors: ofTwo ? unit.electors : 0, // a third candidate's: its votes still count in D
      position: (100 * (unit.own - unit.other) / (unit.own + unit.other) - national) /
        standardDeviation,
      weight: isDistrict(unit.unit) ? 0 : (unit.own + unit.other) / (own + other),
    };
  });
}

interface Waves {
  /** E[e^{iku·w}; the candidate wins], by index of y. */
  readonly winRe: Float64Array;
  readonly winIm: Float64Array;
  /** E[e^{iku·w}], real. */
  readonly all: number;
}

// Gauss-Legendre nodes and weights on [−1, 1], three points.
const GAUSS = [[-Math.sqrt(0.6), 5 / 9], [0, 8 / 9], [Math.sqrt(0.6), 5 / 9]] as const;

/**
 * The integral of e^{iκz} times the normal density from −(y + position) up, for y on a grid:
 * added up cell by cell from the far end, three Gauss points a cell.
 */
function partialWaves(
  unit: OpenUnit,
  frequency: number,
  first: number,
  step: number,
  count: number,
): Waves {
  const kappa = frequency * unit.weight;
  const winRe = new Float64Array(count);
  const winIm = new Float64Array(count);
  const cells = Math.max(1, Math.ceil(step / 0.12)); // short cells keep three points exact
  const width = step / cells;
  const density = 1 / Math.sqrt(2 * Math.PI);
  let re = 0;
  let im = 0;
  const addCell = (from: number): void => {
    for (const [node, weight] of GAUSS) {
      const z = from + width * (1 + node) / 2;
      const mass = weight * width / 2 * density * Math.exp(-z * z / 2);
      re += mass * Math.cos(kappa * z);
      im += mass * Math.sin(kappa * z);
    }
  };
  // Above the first y's lower end there may be up to 9 standard deviations still to add.
  let lowerEnd = -(first + unit.position);
  for (
    let z = lowerEnd + Math.ceil((9 - lowerEnd) / width) * width;
    z - width >= lowerEnd - width / 2;
  ) {
    z -= width;
    if (z > -9.5) addCell(z);
  }
  for (let j = 0; j < count; j++) {
    winRe[j] = re;
    winIm[j] = im;
    for (let c = 0; c < cells; c++) {
      lowerEnd -= width;
      if (lowerEnd < 9.5 && lowerEnd > -9.5) addCell(lowerEnd);
    }
  }
  return { winRe, winIm, all: Math.exp(-kappa * kappa / 2) };
}

interface Complex {
  readonly re: number;
  readonly im: number;
}

/** Transforms of "the candidate has a majority" and "the other has", at one y. */
function majorities(
  units: readonly OpenUnit[],
  waves: readonly Waves[],
  j: number,
  { majority, open }: { majority: number; open: number },
): [Complex, Complex] {
  const re = new Float64Array(open + 1);
  const im = new Float64Array(open + 1);
  re[0] = 1;
  let reached = 0;
  units.forEach(({ electors }, i) => {
    const wave = waves[i] as Waves;
    const winRe = wave.winRe[j] as number;
    const winIm = wave.winIm[j] as number;
    if (electors === 0) {
      for (let won = 0; won <= reached; won++) {
        re[won] = (re[won] as number) * wave.all;
        im[won] = (im[won] as number) * wave.all;
      }
      return;
    }
    const loseRe = wave.all - winRe;
    const loseIm = -winIm;
    for (let won = reached; won >= 0; won--) {
      const a = re[won] as number;
      const b = im[won] as number;
      re[won + electors] = (re[won + electors] as number) + a * winRe - b * winIm;
      im[won + electors] = (im[won + electors] as number) + a * winIm + b * winRe;
      re[won] = a * loseRe - b * loseIm;
      im[won] = a * loseIm + b * loseRe;
    }
    reached += electors;
  });
  const sum = (from: number, to: number): Complex => {
    let [sumRe, sumIm] = [0, 0];
    for (let won = Math.max(0, from); won <= Math.min(open, to); won++) {
      sumRe += re[won] as number;
      sumIm += im[won] as number;
    }
    return { re: sumRe, im: sumIm };
  };
  return [sum(majority, open), sum(0, open - majority)];
}
