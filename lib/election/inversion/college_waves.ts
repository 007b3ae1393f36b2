/** A unit as the model of chances sees it; without electors where a third candidate won. */
export interface OpenUnit {
  readonly electors: number;
  /** Margin less the nation's, in standard deviations. */
  readonly position: number;
  /** Share of the national two-party vote; 0 for a district, whose state has its votes. */
  readonly weight: number;
}

/** Points y = first + j × step, j below count, in standard deviations. */
export interface Grid {
  readonly first: number;
  readonly step: number;
  readonly count: number;
}

/** E[e^{iku·w}; the candidate wins] at each y, and E[e^{iku·w}], which is real. */
export interface Wave {
  readonly winRe: Float64Array;
  readonly winIm: Float64Array;
  readonly all: number;
}

// Gauss-Legendre nodes and weights on [−1, 1], three points.
const GAUSS = [[-Math.sqrt(0.6), 5 / 9], [0, 8 / 9], [Math.sqrt(0.6), 5 / 9]] as const;
/** Standard deviations beyond which the normal density is nothing. */
const REACH = 9.5;

/**
 * A function that gives a unit's wave at a frequency: the integral of e^{iκz} times the normal
 * density from −(y + position) up, added up cell by cell from the far end, three Gauss points a
 * cell. The masses serve all frequencies, and phases advance by one rotation a cell.
 */
export function waveOf(unit: OpenUnit, { first, step, count }: Grid): (frequency: number) => Wave {
  const perStep = Math.max(1, Math.ceil(step / 0.12)); // short cells keep three points exact
  const width = step / perStep;
  const lowerEnd = -(first + unit.position);
  // Above the first y's lower end there may be up to 9 standard deviations still to add.
  const above = Math.max(0, Math.ceil((9 - lowerEnd) / width));
  const top = lowerEnd + above * width;
  const from = Math.max(0, Math.floor((top - REACH) / width));
  const until = Math.max(from, Math.min(above + count * perStep, Math.ceil((top + REACH) / width)));
  const masses = new Float64Array(3 * (until - from));
  for (let cell = from; cell < until; cell++) {
    GAUSS.forEach(([node, weight], g) => {
      const z = top - (cell + 1) * width + width * (1 + node) / 2;
      masses[3 * (cell - from) + g] = weight * width / 2 * Math.exp(-z * z / 2) /
        Math.sqrt(2 * Math.PI);
    });
  }
  return (frequency) => {
    const kappa = frequency * unit.weight;
    const winRe = new Float64Array(count);
    const winIm = new Float64Array(count);
    const [turnRe, turnIm] = [Math.cos(kappa * width), -Math.sin(kappa * width)];
    const bottom = top - (from + 1) * width;
    const phases = GAUSS.map(([node]) => kappa * (bottom + width * (1 + node) / 2));
    const cos = phases.map(Math.cos) as [number, number, number];
    const sin = phases.map(Math.sin) as [number, number, number];
    let [re, im] = [0, 0];
    let cell = from;
    for (let j = 0; j < count; j++) {
      for (const end = Math.min(until, above + j * perStep); cell < end; cell++) {
        for (let g = 0; g < 3; g++) {
          const mass = masses[3 * (cell - from) + g]!;
          const [c, s] = [cos[g]!, sin[g]!];
          re += mass * c;
          im += mass * s;
          cos[g] = c * turnRe - s * turnIm;
          sin[g] = c * turnIm + s * turnRe;
        }
      }
      winRe[j] = re;
      winIm[j] = im;
    }
    return { winRe, winIm, all: Math.exp(-kappa * kappa / 2) };
  };
}

/** A distribution over electors, as transforms: a complex number for each count. */
interface Spectrum {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

const spectrum = (size: number): Spectrum => ({
  re: new Float64Array(size),
  im: new Float64Array(size),
});

/**
 * Transforms of "at least `majority` electors", "at most `against`" and, where they are asked for,
 * of each count between. The units stand in two groups of about half the electors each, whose
 * distributions are multiplied out by themselves: small states first, so that both stay short.
 */
export class Electors {
  readonly #groups: readonly (readonly number[])[];
  readonly #units: readonly OpenUnit[];
  readonly #spectra: readonly Spectrum[];
  /** Sums of the second group's distribution, each count's upward and downward. */
  readonly #sums: readonly Spectrum[];
  readonly #open: number;

  constructor(units: readonly OpenUnit[]) {
    this.#units = units;
    this.#open = units.reduce((sum, { electors }) => sum + electors, 0);
    const order = units.map((_, i) => i).sort((a, b) => units[a]!.electors - units[b]!.electors);
    const groups: [number[], number[]] = [[], []];
    let placed = 0;
    for (const i of order) {
      groups[2 * placed < this.#open ? 0 : 1].push(i);
      placed += units[i]!.electors;
    }
    this.#groups = groups;
    const sizes = groups.map((group) => group.reduce((sum, i) => sum + units[i]!.electors, 0) + 1);
    this.#spectra = sizes.map(spectrum);
    this.#sums = [spectrum(sizes[1]!), spectrum(sizes[1]!)];
  }

  /** How large a transform at y number j can be at most: what is below this is nothing. */
  bound(waves: readonly Wave[], j: number): number {
    let bound = 1;
    for (let i = 0; i < waves.length && bound > 1e-300; i++) {
      const { winRe, winIm, all } = waves[i]!;
      const [re, im] = [winRe[j]!, winIm[j]!];
      bound *= this.#units[i]!.electors === 0
        ? all
        : Math.sqrt(re * re + im * im) + Math.sqrt((all - re) * (all - re) + im * im);
    }
    return bound;
  }

  /** The two transforms at y number j: [re, im] of at least `majority` and of at most `most`. */
  tails(waves: readonly Wave[], j: number, majority: number, most: number): number[] {
    this.#groups.forEach((group, g) => this.#multiply(group, this.#spectra[g]!, waves, j));
    const [small, large] = this.#spectra as [Spectrum, Spectrum];
    const [upper, lower] = this.#sums as [Spectrum, Spectrum];
    sumUp(large, upper);
    sumDown(large, lower);
    let [winRe, winIm, loseRe, loseIm] = [0, 0, 0, 0];
    for (let won = 0; won < small.re.length; won++) {
      const a = small.re[won]!;
      const b = small.im[won]!;
      const need = Math.max(0, majority - won);
      if (need < large.re.length) {
        winRe += a * upper.re[need]! - b * upper.im[need]!;
        winIm += a * upper.im[need]! + b * upper.re[need]!;
      }
      const rest = Math.min(large.re.length - 1, most - won);
      if (rest >= 0) {
        loseRe += a * lower.re[rest]! - b * lower.im[rest]!;
        loseIm += a * lower.im[rest]! + b * lower.re[rest]!;
      }
    }
    return [winRe, winIm, loseRe, loseIm];
  }

  #multiply(group: readonly number[], { re, im }: Spectrum, waves: readonly Wave[], j: number) {
    re.fill(0);
    im.fill(0);
    re[0] = 1;
    let reached = 0;
    for (const i of group) {
      const { electors } = this.#units[i]!;
      const { winRe, winIm, all } = waves[i]!;
      if (electors === 0) {
        for (let won = 0; won <= reached; won++) {
          re[won]! *= all;
          im[won]! *= all;
        }
        continue;
      }
      const wr = winRe[j]!;
      const wi = winIm[j]!;
      for (let won = reached; won >= 0; won--) {
        const a = re[won]!;
        const b = im[won]!;
        // The state lost is all less the state won: one complex product serves both.
        const p = a * wr - b * wi;
        const q = a * wi + b * wr;
        re[won + electors]! += p;
        im[won + electors]! += q;
        re[won] = a * all - p;
        im[won] = b * all - q;
      }
      reached += electors;
    }
  }
}

/** Sums from each count up to the last. */
function sumUp({ re, im }: Spectrum, sums: Spectrum): void {
  let [r, i] = [0, 0];
  for (let n = re.length - 1; n >= 0; n--) {
    sums.re[n] = r += re[n]!;
    sums.im[n] = i += im[n]!;
  }
}

/** Sums from the first count up to each. */
function sumDown({ re, im }: Spectrum, sums: Spectrum): void {
  let [r, i] = [0, 0];
  for (let n = 0; n < re.length; n++) {
    sums.re[n] = r += re[n]!;
    sums.im[n] = i += im[n]!;
  }
}
