import type { GroupIds } from "./group_ids.ts";
import type { Work } from "./work.ts";

/** Votes and two weighted sums of votes: equal ballots have equal ones, others hardly ever. */
export interface BallotSum {
  readonly votes: number;
  readonly first: number;
  readonly second: number;
}

/** Weights stay below this, so that the nation's votes times a weight are exact in a double. */
const WEIGHTS = 1 << 20;

/** A whole number that looks drawn at random from 1 to 2^20, the same for the same key. */
function weight(key: number, seed: number): number {
  let x = Math.imul(key + 1, 0x9e3779b1) ^ seed;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return 1 + (((x ^ (x >>> 16)) >>> 0) & (WEIGHTS - 1));
}

/**
 * Whole ballots of places as three numbers each, so that "is this place the sum of those" is a
 * comparison of numbers: the votes, and the votes weighted by random whole numbers, one a
 * candidate. Different ballots agree in all three less than once in 2^40.
 */
export class PlaceSums {
  readonly units: GroupIds;
  /** The units of each group above, in the file's order. */
  readonly groups: readonly (readonly number[])[];
  readonly votes: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** How many candidates' rows of a unit have votes. */
  readonly candidates: Int32Array;

  constructor(work: Work, units: GroupIds, above: GroupIds) {
    this.units = units;
    const { count } = units;
    this.votes = new Float64Array(count);
    this.first = new Float64Array(count);
    this.second = new Float64Array(count);
    this.candidates = new Int32Array(count);
    // Without party and mode: a town's total often has neither, where its wards have both.
    const keys = work.groups("candidate");
    const one = Float64Array.from({ length: keys.count }, (_, key) => weight(key, 0x5bd1e995));
    const two = Float64Array.from({ length: keys.count }, (_, key) => weight(key, 0x2545f491));
    for (let row = 0; row < work.table.rows; row++) {
      const value = work.votes[row]!;
      if (!work.isVote(row) || Number.isNaN(value) || value === 0) continue;
      const unit = units.ids[row]!;
      const key = keys.ids[row]!;
      this.votes[unit]! += value;
      this.first[unit]! += value * one[key]!;
      this.second[unit]! += value * two[key]!;
      this.candidates[unit]!++;
    }
    const groups: number[][] = Array.from({ length: above.count }, () => []);
    for (let unit = 0; unit < count; unit++) groups[above.ids[units.first[unit]!]!]!.push(unit);
    this.groups = groups;
  }

  /** The sum of several units. */
  sum(units: readonly number[]): BallotSum {
    let votes = 0;
    let first = 0;
    let second = 0;
    for (const unit of units) {
      votes += this.votes[unit]!;
      first += this.first[unit]!;
      second += this.second[unit]!;
    }
    return { votes, first, second };
  }

  /** Whether a unit is half of a sum, that is: as much as all others in it. */
  equalsHalf(unit: number, sum: BallotSum): boolean {
    return 2 * this.votes[unit]! === sum.votes && 2 * this.first[unit]! === sum.first &&
      2 * this.second[unit]! === sum.second;
  }

  /**
   * Units that equal the sum of two or more units with votes just before or just after them, each
   * with these parts. One pass in each direction.
   */
  runs(units: readonly number[]): { unit: number; parts: readonly number[] }[] {
    return [...this.#runsBefore(units), ...this.#runsBefore(units.toReversed())];
  }

  #runsBefore(units: readonly number[]): { unit: number; parts: readonly number[] }[] {
    const found: { unit: number; parts: readonly number[] }[] = [];
    const order: number[] = [];
    // Sums of all units up to one, by their second weighted sum.
    const prefixes = new Map<number, { first: number; votes: number; length: number }>();
    let [votes, first, second] = [0, 0, 0];
    prefixes.set(0, { first, votes, length: 0 });
    for (const unit of units) {
      if (this.votes[unit] === 0) continue;
      const before = prefixes.get(second - this.second[unit]!);
      if (
        before !== undefined && before.first === first - this.first[unit]! &&
        before.votes === votes - this.votes[unit]! && order.length - before.length >= 2
      ) {
        found.push({ unit, parts: order.slice(before.length) });
        continue;
      }
      votes += this.votes[unit]!;
      first += this.first[unit]!;
      second += this.second[unit]!;
      order.push(unit);
      prefixes.set(second, { first, votes, length: order.length });
    }
    return found;
  }
}
