import { requireDistinct } from "../../check/mod.ts";
import { addRatios, compareRatios, type Ratio, ratioToNumber } from "../exact/ratio.ts";
import { type ContingentNeed, contingentNeed } from "./contingent.ts";

/** What a rule for choosing electors makes of the votes. */
export interface RuleResult {
  /** The rule's name, for a table or a chart: "district". */
  readonly rule: string;
  /** Electors by candidate, largest first; fractions under the fractional rule only. */
  readonly electors: Readonly<Record<string, number>>;
  /** Electors that the votes give to nobody: a unit tied, or without returns. */
  readonly unallocated: number;
  /** Electors by unit and candidate. */
  readonly byUnit: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** All electors, allocated or not. */
  readonly total: number;
  /** The smallest whole number of electors that is a majority; more than half suffices for fractions. */
  readonly needed: number;
  /** Who has a majority of all electors, or null if nobody has. */
  readonly winner: string | null;
  /** What the House then needs, if nobody has a majority and nothing is unallocated that could give one. */
  readonly contingent: ContingentNeed | null;
}

/** Electors by unit and candidate as exact fractions; the unit's total beside them. */
export interface UnitAllocation {
  readonly unit: string;
  readonly electors: number;
  readonly shares: Readonly<Record<string, Ratio>>;
}

/** A whole number as a fraction. */
export function whole(count: number): Ratio {
  return { numerator: BigInt(count), denominator: 1n };
}

/**
 * Adds up the units and says who has a majority, comparing exact fractions.
 *
 * @throws {RangeError} if there is no unit, or one appears twice: its electors would count double.
 */
export function settle(rule: string, units: readonly UnitAllocation[]): RuleResult {
  const sums = new Map<string, Ratio>();
  const byUnit: Record<string, Record<string, number>> = {};
  let total = 0;
  let allocated = whole(0);
  requireDistinct(`apply the rule "${rule}"`, "contests", units.map(({ unit }) => unit));
  for (const { unit, electors, shares } of units) {
    total += electors;
    const ofUnit: Record<string, number> = byUnit[unit] = {};
    for (const [candidate, share] of Object.entries(shares)) {
      if (share.numerator === 0n) continue;
      ofUnit[candidate] = (ofUnit[candidate] ?? 0) + ratioToNumber(share);
      sums.set(candidate, addRatios(sums.get(candidate) ?? whole(0), share));
      allocated = addRatios(allocated, share);
    }
  }
  const ranked = [...sums].sort(([, a], [, b]) => compareRatios(b, a));
  const half = { numerator: BigInt(total), denominator: 2n };
  const first = ranked[0];
  const winner = first !== undefined && compareRatios(first[1], half) > 0 ? first[0] : null;
  const left = {
    numerator: BigInt(total) * allocated.denominator - allocated.numerator,
    denominator: allocated.denominator,
  };
  const electors = Object.fromEntries(ranked.map(([name, sum]) => [name, ratioToNumber(sum)]));
  const open = first !== undefined && compareRatios(addRatios(first[1], left), half) > 0;
  return {
    rule,
    electors,
    unallocated: ratioToNumber(left),
    byUnit,
    total,
    needed: Math.floor(total / 2) + 1,
    winner,
    contingent: winner === null && !open ? contingentNeed(electors) : null,
  };
}
