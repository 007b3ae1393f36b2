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
  // A unit's likelihoods by Beta density, in proportion to the first: each from the one before it.
  const likelihood = new Float64Array(units.length * DEGREE);
  units.forEach(({ count, of }, i) => {
    let value = 1;
    for (let j = 0; j < DEGREE; j++) {
      likelihood[i * DEGREE + j] = value;
      value *= (count + j + 1) / (of - count + DEGREE - 1 - j) * (DEGREE - 1 - j) / (j + 1);
    }
  });
  const step = (weights: Float64Array): Float64Array => {
    const next = new Float64Array(DEGREE);
    // Four units at a time: their sums need not wait for each other, and each adds in the same order.
    const fours = likelihood.length - likelihood.length % (4 * DEGREE);
    for (let a = 0; a < fours; a += 4 * DEGREE) {
      const b = a + DEGREE;
      const c = b + DEGREE;
      const d = c + DEGREE;
      let allA = 0;
      let allB = 0;
      let allC = 0;
      let allD = 0;
      for (let j = 0; j < DEGREE; j++) {
        const weight = weights[j]!;
        allA += weight * likelihood[a + j]!;
        allB += weight * likelihood[b + j]!;
        allC += weight * likelihood[c + j]!;
        allD += weight * likelihood[d + j]!;
      }
      const partA = 1 / allA;
      const partB = 1 / allB;
      const partC = 1 / allC;
      const partD = 1 / allD;
      for (let j = 0; j < DEGREE; j++) {
        next[j] = next[j]! + likelihood[a + j]! * partA + likelihood[b + j]! * partB +
          likelihood[c + j]! * partC + likelihood[d + j]! * partD;
      }
    }
    for (let at = fours; at < likelihood.length; at += DEGREE) {
      let all = 0;
      for (let j = 0; j < DEGREE; j++) all += weights[j]! * likelihood[at + j]!;
      const part = 1 / all;
      for (let j = 0; j < DEGREE; j++) next[j]! += likelihood[at + j]! * part;
    }
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
