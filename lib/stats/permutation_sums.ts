import type { Stratum } from "./permutation_strata.ts";
import type { Xoshiro128 } from "./xoshiro128.ts";

/**
 * Every value that the sum of treated units' centered outcomes takes over all assignments within strata,
 * each as often as it occurs. Cost: O(number of assignments) in time and memory.
 */
export function exactSums(strata: readonly Stratum[]): Float64Array {
  let sums: Float64Array = Float64Array.of(0);
  for (const stratum of strata) {
    const own = combinationSums(stratum.centered, stratum.treated);
    const next = new Float64Array(sums.length * own.length);
    let position = 0;
    for (const a of sums) for (const b of own) next[position++] = a + b;
    sums = next;
  }
  return sums;
}

function combinationSums(values: Float64Array, size: number): Float64Array {
  const sums: number[] = [];
  const choose = (from: number, left: number, sum: number): void => {
    if (left === 0) {
      sums.push(sum);
      return;
    }
    for (let i = from; i <= values.length - left; i++) choose(i + 1, left - 1, sum + values[i]!);
  };
  choose(0, size, 0);
  return Float64Array.from(sums);
}

/**
 * The same sum for `draws` random assignments within strata. Each draw picks, without replacement, as many
 * units as the smaller group of the stratum has; centered outcomes sum to 0, so the larger group's sum
 * is the negative. The picked units are swapped to the front and the order is kept from draw to draw,
 * which is as random as starting afresh and touches only the units picked.
 *
 * Cost: O(draws × sum of the smaller groups). A stratum of up to 65,536 units takes 16 random bits a pick,
 * so that one step of the generator serves two.
 */
export function sampledSums(
  strata: readonly Stratum[],
  draws: number,
  random: Xoshiro128,
): Float64Array {
  const sums = new Float64Array(draws);
  for (const { centered, treated } of strata) {
    const values = Float64Array.from(centered);
    const controls = values.length - treated;
    const sign = treated <= controls ? 1 : -1;
    const size = Math.min(treated, controls);
    if (values.length <= 65536) addShort(sums, values, size, sign, random);
    else addLong(sums, values, size, sign, random);
  }
  return sums;
}

/**
 * The hot loop. The generator is unrolled into local variables, which V8 keeps in registers, and each of
 * its words serves two picks. A pick is the high half of 16 random bits times the number of units left; the
 * few draws that would favor small indices are rejected (Lemire 2019, on 16 bits).
 */
function addShort(
  sums: Float64Array,
  values: Float64Array,
  size: number,
  sign: number,
  random: Xoshiro128,
): void {
  let [a, b, c, d] = random.state;
  a |= 0, b |= 0, c |= 0, d |= 0;
  const n = values.length;
  for (let draw = 0; draw < sums.length; draw++) {
    let sum = 0;
    let i = 0;
    while (i < size) {
      const five = Math.imul(b, 5);
      const word = Math.imul((five << 7) | (five >>> 25), 9);
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
      let product = Math.imul(word >>> 16, n - i);
      if ((product & 0xffff) >= n - i || (product & 0xffff) >= 65536 % (n - i)) {
        const j = i + (product >>> 16);
        const value = values[j]!;
        values[j] = values[i]!;
        values[i] = value;
        sum += value;
        i++;
        if (i === size) break;
      }
      product = Math.imul(word & 0xffff, n - i);
      if ((product & 0xffff) >= n - i || (product & 0xffff) >= 65536 % (n - i)) {
        const j = i + (product >>> 16);
        const value = values[j]!;
        values[j] = values[i]!;
        values[i] = value;
        sum += value;
        i++;
      }
    }
    sums[draw] = sums[draw]! + sign * sum;
  }
  random.state = [a, b, c, d];
}

function addLong(
  sums: Float64Array,
  values: Float64Array,
  size: number,
  sign: number,
  random: Xoshiro128,
): void {
  for (let draw = 0; draw < sums.length; draw++) {
    let sum = 0;
    for (let i = 0; i < size; i++) {
      const j = i + random.below(values.length - i);
      const value = values[j]!;
      values[j] = values[i]!;
      values[i] = value;
      sum += value;
    }
    sums[draw] = sums[draw]! + sign * sum;
  }
}
