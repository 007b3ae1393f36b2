import { refusal, requireInteger, requireList } from "../check/mod.ts";

/**
 * A seeded generator of pseudo-random numbers: xoshiro128** (Blackman and Vigna 2018), 32 bits a step,
 * period 2^128 − 1. The same seed gives the same numbers on every machine. Why no package: docs/libraries.md.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { Xoshiro128 } from "tallybook/stats";
 *
 * // By hand from state 1, 2, 3, 4: rotl(2 × 5, 7) × 9 = 10 × 128 × 9.
 * assertEquals(new Xoshiro128([1, 2, 3, 4]).next(), 11520);
 * ```
 */
export class Xoshiro128 {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  /**
   * `seed` is one number, spread over the state by splitmix32, or the state itself: four 32-bit words.
   *
   * @throws {RangeError} if the seed is not a whole number, or the state is all 0 (it would stay there)
   */
  constructor(seed: number | readonly [number, number, number, number]) {
    const state = typeof seed === "object" && seed !== null ? seed : spread(seed);
    [this.#a, this.#b, this.#c, this.#d] = checkState(state);
  }

  /** The next 32 bits, 0 to 2^32 − 1. */
  next(): number {
    const five = Math.imul(this.#b, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9);
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result >>> 0;
  }

  /** The next number in [0, 1), of 53 bits. */
  uniform(): number {
    return ((this.next() >>> 5) * 67108864 + (this.next() >>> 6)) / 9007199254740992;
  }

  /**
   * Fills an array with the next numbers in [0, 1), the same as so many calls of `uniform()`, in a third of the
   * time: the state stays where the processor computes.
   */
  fill(values: Float64Array): void {
    let [a, b, c, d] = [this.#a, this.#b, this.#c, this.#d];
    for (let i = 0; i < values.length; i++) {
      let high = 0;
      for (let word = 0; word < 2; word++) {
        const five = Math.imul(b, 5);
        const result = Math.imul((five << 7) | (five >>> 25), 9);
        const shifted = b << 9;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= shifted;
        d = (d << 11) | (d >>> 21);
        if (word === 0) high = (result >>> 5) * 67108864;
        else values[i] = (high + (result >>> 6)) / 9007199254740992;
      }
    }
    [this.#a, this.#b, this.#c, this.#d] = [a, b, c, d];
  }

  /**
   * The next whole number from 0 to n − 1, each equally likely: a product's high half, with the few
   * draws that would favor small numbers rejected (Lemire 2019).
   *
   * @throws {RangeError} if n is not a whole number from 1 to 2^32
   */
  below(n: number): number {
    // Not through requireInteger: this is the inner loop of every permutation.
    if (!Number.isInteger(n) || n < 1 || n > 4294967296) {
      requireInteger("draw a whole number", "n", n, { minimum: 1, maximum: 4294967296 });
    }
    for (;;) {
      const draw = this.next();
      const low = Math.imul(draw, n) >>> 0;
      if (low < n && low < 4294967296 % n) continue;
      // Up to 2^21 the product is exact.
      return Math.floor(n <= 2097152 ? draw * n / 4294967296 : multiplyHigh(draw, n));
    }
  }

  /** Put an array in random order, in place (Fisher–Yates, from the end). */
  shuffle<T>(values: { length: number; [index: number]: T }): void {
    requireList("shuffle", "values", values);
    for (let i = values.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      const kept = values[i]!;
      values[i] = values[j]!;
      values[j] = kept;
    }
  }

  /** The state as four unsigned words: a generator made from it goes on where this one is. */
  get state(): [number, number, number, number] {
    return [this.#a >>> 0, this.#b >>> 0, this.#c >>> 0, this.#d >>> 0];
  }

  /** Go on from another state. */
  set state(words: [number, number, number, number]) {
    [this.#a, this.#b, this.#c, this.#d] = checkState(words);
  }
}

function checkState(
  state: readonly [number, number, number, number],
): [number, number, number, number] {
  const task = "seed a generator";
  requireList(task, "state", state, { length: 4 });
  for (const [i, word] of state.entries()) requireInteger(task, `state[${i}]`, word);
  if (state.every((word) => (word | 0) === 0)) {
    throw new RangeError(
      refusal({ task, where: "state", found: state, expected: "four words of 32 bits, not all 0" }),
    );
  }
  return [state[0] | 0, state[1] | 0, state[2] | 0, state[3] | 0];
}

/** floor(a n / 2^32), exact: in halves, because a n may need 64 bits. */
function multiplyHigh(a: number, n: number): number {
  const high = (a >>> 16) * n;
  const low = (a & 0xffff) * n;
  return (high + Math.floor(low / 65536)) / 65536;
}

/** Four well-mixed words from one number (splitmix32). */
function spread(seed: number): [number, number, number, number] {
  requireInteger("seed a generator", "seed", seed);
  let word = (seed ^ Math.floor(seed / 4294967296)) | 0;
  const mix = (): number => {
    word = (word + 0x9e3779b9) | 0;
    let mixed = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  return [mix(), mix(), mix(), mix()];
}
