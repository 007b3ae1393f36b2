/** A distribution of shares: Beta densities with fixed whole shapes, and their weights. */
export interface LatentShare {
  readonly weights: readonly number[];
  readonly shapes: readonly (readonly [number, number])[];
}

/** Beta densities in the mixture: enough for several humps, too few for a spike. */
const DEGREE = 12;

/**
 * The distribution of units' latent shares as a Bernstein polynomial: the weights that make the counts most
 * likely. The likelihood is concave in them, so that it has one maximum, which expectation-maximization climbs,
 * every third step being one of Varadhan and Roland's (2008) extrapolations, which the next step makes safe.
 */
export function bernsteinWeights(
  units: readonly { readonly count: number; readonly of: number }[],
): LatentShare {
  const shapes = Array.from({ length: DEGREE }, (_, j) => [j + 1, DEGREE - j] as const);
  const likelihood = likelihoods(units);
  // Of each unit: its likelihood by the weights, and one over it.
  const part = new Float64Array(units.length);
  const step = (weights: Float64Array): Float64Array => {
    part.fill(0);
    for (let j = 0; j < DEGREE; j += 6) addSix(likelihood, j, weights, part);
    for (let i = 0; i < part.length; i++) part[i] = 1 / part[i]!;
    const next = new Float64Array(DEGREE);
    for (let j = 0; j < DEGREE; j += 4) sumFour(likelihood, j, part, next);
    for (let j = 0; j < DEGREE; j++) next[j]! *= weights[j]! / units.length;
    return next;
  };
  let weights: Float64Array = new Float64Array(DEGREE).fill(1 / DEGREE);
  for (let round = 0; round < 100; round++) {
    const first = step(weights);
    const second = step(first);
    if (farthest(first, second) < CLOSE) {
      weights = second;
      break;
    }
    weights = step(extrapolated(weights, first, second));
  }
  return { weights: [...weights], shapes };
}

/** The units' likelihoods, a column a Beta density, in proportion to the first's: each from the one before it. */
function likelihoods(
  units: readonly { readonly count: number; readonly of: number }[],
): readonly Float64Array[] {
  const columns = Array.from({ length: DEGREE }, () => new Float64Array(units.length));
  units.forEach(({ count, of }, i) => {
    let value = 1;
    for (let j = 0; j < DEGREE; j++) {
      columns[j]![i] = value;
      value *= (count + j + 1) / (of - count + DEGREE - 1 - j) * (DEGREE - 1 - j) / (j + 1);
    }
  });
  return columns;
}

/** Adds to each unit six columns times their weights, so that a unit is written twice and not twelve times. */
function addSix(
  columns: readonly Float64Array[],
  j: number,
  weights: Float64Array,
  to: Float64Array,
): void {
  const [a, b, c] = [columns[j]!, columns[j + 1]!, columns[j + 2]!];
  const [d, e, f] = [columns[j + 3]!, columns[j + 4]!, columns[j + 5]!];
  const [p, q, r] = [weights[j]!, weights[j + 1]!, weights[j + 2]!];
  const [s, t, u] = [weights[j + 3]!, weights[j + 4]!, weights[j + 5]!];
  for (let i = 0; i < to.length; i++) {
    to[i] = to[i]! + p * a[i]! + q * b[i]! + r * c[i]! + s * d[i]! + t * e[i]! + u * f[i]!;
  }
}

/** The products of four columns with `part`: their sums need not wait for each other, and each adds in the units' order. */
function sumFour(
  columns: readonly Float64Array[],
  j: number,
  part: Float64Array,
  to: Float64Array,
): void {
  const [a, b, c, d] = [columns[j]!, columns[j + 1]!, columns[j + 2]!, columns[j + 3]!];
  let [p, q, r, s] = [0, 0, 0, 0];
  for (let i = 0; i < part.length; i++) {
    const times = part[i]!;
    p += a[i]! * times;
    q += b[i]! * times;
    r += c[i]! * times;
    s += d[i]! * times;
  }
  to.set([p, q, r, s], j);
}

/** A step that moves no weight by as much is the last. */
const CLOSE = 1e-5;

function farthest(a: Float64Array, b: Float64Array): number {
  let most = 0;
  for (let j = 0; j < a.length; j++) most = Math.max(most, Math.abs(a[j]! - b[j]!));
  return most;
}

/** Where three steps lead; no weight falls below a hundredth of the last step's, so that none is lost. */
function extrapolated(
  start: Float64Array,
  first: Float64Array,
  second: Float64Array,
): Float64Array {
  let [moved, turned] = [0, 0];
  for (let j = 0; j < start.length; j++) {
    const r = first[j]! - start[j]!;
    moved += r * r;
    turned += (second[j]! - first[j]! - r) ** 2;
  }
  const length = turned > 0 ? Math.max(1, Math.sqrt(moved / turned)) : 1;
  const ahead = start.map((from, j) => {
    const r = first[j]! - from;
    return Math.max(
      0.01 * second[j]!,
      from + 2 * length * r + length ** 2 * (second[j]! - first[j]! - r),
    );
  });
  const all = ahead.reduce((a, b) => a + b, 0);
  return ahead.map((value) => value / all);
}
