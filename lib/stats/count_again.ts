import type { LatentShare } from "./latent_share.ts";

/** Places at which the mixture is computed: as many as the polynomial through them has coefficients. */
const NODES = 12;
const PAIRS = NODES / 2;
/** Parts of the running sum from each of which a draw starts its search. */
const PARTS = 128;

/**
 * The distribution of a unit's count drawn again: its latent share from the posterior given its count, then the
 * binomial. One object serves all units, one after the other, so that nothing is allocated for each.
 *
 * The chance of k again of n, when c were counted, is a mixture of beta-binomial ones. They share all factors but
 * a polynomial in k of degree 11, so that the chances are one recursion outward from c, times that polynomial,
 * which is computed at twelve Chebyshev nodes and interpolated, exact but for rounding.
 */
export class CountAgain {
  /** The smallest and the largest count that has a chance worth naming. */
  from = 0;
  to = 0;
  readonly #latent: LatentShare;
  /** In proportion to the chances, and their running sums: a division each is spared. */
  #parts = new Float64Array(1024);
  #sums = new Float64Array(1024);
  #total = 1;
  #share = 1;
  /** Two more than are read, so that the last sum, too, has a part after its own. */
  readonly #begins = new Int32Array(PARTS + 2);
  readonly #factors: Float64Array;
  readonly #upward: Float64Array;
  /** The polynomial's even half and the other, at the nodes and then their coefficients. */
  readonly #evenAt = new Float64Array(PAIRS);
  readonly #oddAt = new Float64Array(PAIRS);
  readonly #even = new Float64Array(PAIRS);
  readonly #odd = new Float64Array(PAIRS);

  constructor(latent: LatentShare) {
    this.#latent = latent;
    const degree = latent.weights.length;
    this.#upward = new Float64Array(degree);
    // Each weight times its density's likelihood, over the normalizing constant of its beta-binomial: of these
    // the likelihood's B(c + a, n − c + b) cancels.
    this.#factors = new Float64Array(degree);
    for (let j = 0, choose = 1; j < degree; j++) {
      this.#factors[j] = latent.weights[j]! * choose;
      choose *= (degree - 1 - j) / (j + 1);
    }
  }

  /** Turn to a unit with `count` of `of`. */
  of(count: number, of: number): void {
    const p = (count + 1) / (of + 2);
    const reach = Math.ceil(7 * Math.sqrt(2 * of * p * (1 - p)) + 10);
    const from = this.from = Math.max(0, count - reach);
    const to = this.to = Math.min(of, count + reach);
    const length = to - from + 1;
    if (length > this.#parts.length) {
      this.#parts = new Float64Array(2 * length);
      this.#sums = new Float64Array(2 * length);
    }
    this.#interpolate(count, of);
    this.#evaluate(length);
    const parts = this.#parts;
    // A step up and one down at a time, which have one division: most of the time goes there.
    const both = Math.min(count - from, to - count);
    let [above, below] = [1, 1];
    for (let away = 1, k = count + 1, m = count - 1; away <= both; away++, k++, m--) {
      const [more, fewer] = [(of - m) * (m + count + 1), (m + 1) * (2 * of - m - count)];
      const [up, down] = [(of - k + 1) * (k + count), k * (2 * of - k - count + 1)];
      const shared = 1 / (more * down);
      above *= up * more * shared;
      below *= fewer * down * shared;
      parts[k - from]! *= above;
      parts[m - from]! *= below;
    }
    for (let k = count + both + 1; k <= to; k++) {
      above *= (of - k + 1) * (k + count) / (k * (2 * of - k - count + 1));
      parts[k - from]! *= above;
    }
    for (let k = count - both - 1; k >= from; k--) {
      below *= (k + 1) * (2 * of - k - count) / ((of - k) * (k + count + 1));
      parts[k - from]! *= below;
    }
    this.#sumUp(length);
  }

  /** The chance of a count from `from` to `to`. */
  chance(k: number): number {
    return this.#parts[k - this.from]! * this.#share;
  }

  /** The count at which the running sum first exceeds a number from 0 to 1; the last where rounding leaves none. */
  draw(uniform: number): number {
    const sums = this.#sums;
    const sought = uniform * this.#total;
    let i = this.#begins[Math.floor(uniform * PARTS)]!;
    // The first step is taken or not without a branch, which nobody could foretell; then most have arrived.
    i += Number(sums[i]! <= sought);
    while (sums[i]! <= sought) i++;
    return this.from + i;
  }

  /** Running sums: a draw is the first that exceeds a uniform number; an index leads near it. */
  #sumUp(length: number): void {
    const [parts, sums, begins] = [this.#parts, this.#sums, this.#begins];
    let total = 0;
    for (let i = 0; i < length; i++) sums[i] = total += parts[i]!;
    this.#total = total;
    this.#share = 1 / total;
    // Where the part after a sum's own begins, unless a later sum lies in the same one; then what no sum lies in.
    const scale = PARTS / total;
    begins.fill(0);
    for (let i = 0; i < length; i++) begins[Math.floor(sums[i]! * scale) + 1] = i + 1;
    let begin = 0;
    for (let part = 0; part < PARTS; part++) {
      begin = Math.max(begin, begins[part]!);
      begins[part] = begin;
    }
    // No draw goes beyond the last.
    sums[length - 1] = Infinity;
  }

  /**
   * The polynomial at each count. Two counts as far from the middle on either side share its even half, and the
   * other but for its sign.
   */
  #evaluate(length: number): void {
    const parts = this.#parts;
    const [a0, a1, a2, a3, a4, a5] = six(this.#even);
    const [b0, b1, b2, b3, b4, b5] = six(this.#odd);
    const middle = (length - 1) / 2;
    const scale = 2 / length;
    for (let low = 0, high = length - 1; low <= high; low++, high--) {
      const x = (high - middle) * scale;
      const y = 2 * x * x - 1;
      const even = ((((a5 * y + a4) * y + a3) * y + a2) * y + a1) * y + a0;
      const odd = x * (((((b5 * y + b4) * y + b3) * y + b2) * y + b1) * y + b0);
      parts[low] = even - odd;
      parts[high] = even + odd;
    }
  }

  /**
   * The polynomial from its values at nodes: with x from −1 to 1 over the counts, its even and its odd half are
   * each one of degree 5 in y = 2x² − 1, whose Chebyshev nodes are those of the six pairs ±x.
   */
  #interpolate(count: number, of: number): void {
    const [evenAt, oddAt, even, odd] = [this.#evenAt, this.#oddAt, this.#even, this.#odd];
    const middle = (this.from + this.to) / 2;
    const half = (this.to - this.from + 1) / 2;
    for (let i = 0; i < PAIRS; i++) {
      const x = ABOVE[i]!;
      const above = this.#mixtureAt(middle + half * x, count, of);
      const below = this.#mixtureAt(middle - half * x, count, of);
      evenAt[i] = (above + below) / 2;
      oddAt[i] = (above - below) / (2 * x);
    }
    for (let power = 0; power < PAIRS; power++) {
      let [a, b] = [0, 0];
      for (let i = 0; i < PAIRS; i++) {
        const part = COEFFICIENTS[power * PAIRS + i]!;
        a += part * evenAt[i]!;
        b += part * oddAt[i]!;
      }
      even[power] = a;
      odd[power] = b;
    }
  }

  /** Σ factor × Π (x + c + 1 … j) × Π (2n − x − c + 1 … degree − 1 − j), each factor over all of them. */
  #mixtureAt(x: number, count: number, of: number): number {
    const [factors, upward] = [this.#factors, this.#upward];
    const degree = factors.length;
    const step = 1 / (2 * of + degree + 1);
    let product = 1;
    for (let j = 0, factor = (x + count + 1) * step; j < degree; j++, factor += step) {
      upward[j] = product;
      product *= factor;
    }
    let value = 0;
    product = 1;
    for (
      let j = degree - 1, factor = (2 * of - x - count + 1) * step;
      j >= 0;
      j--, factor += step
    ) {
      value += factors[j]! * upward[j]! * product;
      product *= factor;
    }
    return value;
  }
}

/** Six numbers by name, so that a loop holds them where it computes. */
function six(of: Float64Array): readonly [number, number, number, number, number, number] {
  return [of[0]!, of[1]!, of[2]!, of[3]!, of[4]!, of[5]!];
}

/** The nodes above the middle. */
const ABOVE = Array.from({ length: PAIRS }, (_, i) => Math.cos(Math.PI * (i + 0.5) / NODES));

/** Row by row, what each node's value adds to the coefficient of a power of y: Lagrange's polynomials multiplied out. */
const COEFFICIENTS = Float64Array.from(powersOf(ABOVE.map((x) => 2 * x * x - 1)).flat());

function powersOf(nodes: readonly number[]): number[][] {
  const each = nodes.map((own) =>
    nodes.filter((other) => other !== own).reduce(
      (powers, other) =>
        [...powers, 0].map((_, k) =>
          ((powers[k - 1] ?? 0) - other * (powers[k] ?? 0)) / (own - other)
        ),
      [1],
    )
  );
  return nodes.map((_, power) => each.map((powers) => powers[power]!));
}
