import type { LatentShare } from "./latent_share.ts";

/** Places at which the mixture is computed: as many as the polynomial through them has coefficients. */
const NODES = 12;
/** Parts of the running sum from each of which a draw starts its search. */
const PARTS = 256;

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
  #chances = new Float64Array(1024);
  #sums = new Float64Array(1024);
  readonly #begins = new Int32Array(PARTS);
  readonly #nodes = new Float64Array(NODES);
  readonly #values = new Float64Array(NODES);
  readonly #factors: Float64Array;
  readonly #downward: Float64Array;

  constructor(latent: LatentShare) {
    this.#latent = latent;
    this.#factors = new Float64Array(latent.weights.length);
    this.#downward = new Float64Array(latent.weights.length);
  }

  /** Turn to a unit with `count` of `of`. */
  of(count: number, of: number): void {
    const p = (count + 1) / (of + 2);
    const reach = Math.ceil(7 * Math.sqrt(2 * of * p * (1 - p)) + 10);
    const from = this.from = Math.max(0, count - reach);
    const to = this.to = Math.min(of, count + reach);
    const length = to - from + 1;
    if (length + 3 > this.#chances.length) {
      this.#chances = new Float64Array(2 * length);
      this.#sums = new Float64Array(2 * length);
    }
    this.#interpolate(count, of);
    this.#evaluate(length);
    const [chances, sums] = [this.#chances, this.#sums];
    let total = 0;
    let base = 1;
    for (let k = count; k <= to; k++) {
      total += chances[k - from] = base * chances[k - from]!;
      base *= (of - k) * (k + count + 1) / ((k + 1) * (2 * of - k - count));
    }
    base = 1;
    for (let k = count - 1; k >= from; k--) {
      base *= (k + 1) * (2 * of - k - count) / ((of - k) * (k + count + 1));
      total += chances[k - from] = base * chances[k - from]!;
    }
    // Running sums: a draw is the first that exceeds a uniform number; an index leads near it.
    const begins = this.#begins;
    let [sum, begun] = [0, 0];
    for (let i = 0; i < length; i++) {
      chances[i]! /= total;
      sum += chances[i]!;
      sums[i] = sum;
      while (begun < PARTS && begun < sum * PARTS) begins[begun++] = i;
    }
    while (begun < PARTS) begins[begun++] = length - 1;
  }

  /** The chance of a count from `from` to `to`. */
  chance(k: number): number {
    return this.#chances[k - this.from]!;
  }

  /** The count at which the running sum first exceeds a number from 0 to 1; the last where rounding leaves none. */
  draw(uniform: number): number {
    const sums = this.#sums;
    const last = this.to - this.from;
    let i = this.#begins[Math.floor(uniform * PARTS)]!;
    while (i < last && sums[i]! <= uniform) i++;
    return this.from + i;
  }

  /** The polynomial at each count in turn, four at a time: none waits for the others' products. */
  #evaluate(length: number): void {
    const [chances, nodes, values] = [this.#chances, this.#nodes, this.#values];
    const top = values[NODES - 1]!;
    // Up to three too many, for which there is room.
    for (let at = 0; at < length; at += 4) {
      const k = this.from + at;
      let a = top;
      let b = top;
      let c = top;
      let d = top;
      for (let i = NODES - 2; i >= 0; i--) {
        const node = nodes[i]!;
        const value = values[i]!;
        a = a * (k - node) + value;
        b = b * (k + 1 - node) + value;
        c = c * (k + 2 - node) + value;
        d = d * (k + 3 - node) + value;
      }
      chances[at] = a;
      chances[at + 1] = b;
      chances[at + 2] = c;
      chances[at + 3] = d;
    }
  }

  /** Newton's form of the polynomial: its nodes, and the divided differences there. */
  #interpolate(count: number, of: number): void {
    const { weights, shapes } = this.#latent;
    const [nodes, values] = [this.#nodes, this.#values];
    const [factors, downward] = [this.#factors, this.#downward];
    const degree = weights.length;
    // Each weight times its density's likelihood, over the normalizing constant of its beta-binomial: of these
    // the likelihood's B(c + a, n − c + b) cancels.
    for (let j = 0, choose = 1; j < degree; j++) {
      factors[j] = weights[j]! * choose;
      choose *= (degree - 1 - j) / (j + 1);
    }
    const middle = (this.from + this.to) / 2;
    const half = (this.to - this.from) / 2 + 0.5;
    const all = 2 * of + shapes[0]![0] + shapes[0]![1];
    for (let i = 0; i < NODES; i++) {
      const x = nodes[i] = middle + half * SPREAD[i]!;
      // Σ factor × Π (x + c + 1 … j) × Π (2n − x − c + 1 … degree − 1 − j), each factor over all of them.
      const [up, down] = [(x + count) / all, (2 * of - x - count) / all];
      downward[degree - 1] = 1;
      for (let j = degree - 2; j >= 0; j--) {
        downward[j] = downward[j + 1]! * (down + (degree - 1 - j) / all);
      }
      let [value, upward] = [0, 1];
      for (let j = 0; j < degree; j++) {
        value += factors[j]! * upward * downward[j]!;
        upward *= up + (j + 1) / all;
      }
      values[i] = value;
    }
    for (let order = 1; order < NODES; order++) {
      for (let i = NODES - 1; i >= order; i--) {
        values[i] = (values[i]! - values[i - 1]!) / (nodes[i]! - nodes[i - order]!);
      }
    }
  }
}

/** Chebyshev's nodes, the outer and the inner in turn, which keeps Newton's form accurate. */
const SPREAD = Array.from(
  { length: NODES },
  (_, i) => Math.cos(Math.PI * (((i * 5) % NODES) + 0.5) / NODES),
);
