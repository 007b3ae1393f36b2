import { requireList, requireNumber, requireOptions } from "../../check/mod.ts";
import { requireSpoilerUnits, type SpoilerUnit } from "./spoiler_units.ts";

/** The lowest and the highest net share that an assumption allows. */
export type NetShareRange = readonly [lowest: number, highest: number];

/** Every behavior of the voters: all to one side, all to the other, nobody votes. */
export const noAssumption: NetShareRange = [-1, 1];

/** Of those who would have voted, at least half for the beneficiary (monotone response). */
export const leansToBeneficiary: NetShareRange = [0, 1];

/** Of those who would have voted, at least half for the opponent. */
export const leansToOpponent: NetShareRange = [-1, 0];

/**
 * All leads that a unit might have had without the third candidates: an identified set, whose
 * bounds need no model and have no sampling error. No value inside is likelier than another.
 */
export interface LeadRegion {
  /** The unit, such as a state's abbreviation. */
  readonly unit: string;
  /** The least lead of the opponent over the beneficiary; negative: the beneficiary ahead. */
  readonly lower: number;
  /** The greatest. */
  readonly upper: number;
  /** What the counts with the assumption say of the beneficiary's being ahead. */
  readonly beneficiaryAhead: "never" | "possible" | "always";
}

/**
 * The region of leads without the third candidates, given a range of net shares for each of them.
 * With no assumption it is `[lead − third, lead + third]`.
 *
 * @param unit A unit of {@link spoilerUnits}.
 * @param ranges A range for all candidates taken out, or one by candidate; candidates left out of
 * the record get no assumption.
 * @throws {RangeError} If a range is not within [−1, 1].
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { leadRegion, leansToBeneficiary, spoilerUnits } from "tallybook/election";
 *
 * const [wisconsin] = spoilerUnits([{
 *   unit: "WI",
 *   electors: 10,
 *   votes: { Trump: 1_405_284, Clinton: 1_382_536, Stein: 31_072 },
 * }], { beneficiary: "Clinton", opponent: "Trump", without: ["Stein"] });
 * const region = leadRegion(wisconsin!);
 * assertEquals([region.lower, region.upper], [-8_324, 53_820]);
 * assertEquals(leadRegion(wisconsin!, leansToBeneficiary).upper, 22_748);
 * ```
 */
export function leadRegion(
  unit: SpoilerUnit,
  ranges: NetShareRange | Readonly<Record<string, NetShareRange>> = noAssumption,
): LeadRegion {
  const task = "bound a lead without third candidates";
  requireSpoilerUnits(task, [unit]);
  if (!isRange(ranges)) requireOptions(task, ranges, Object.keys(unit.thirds));
  let lower = unit.lead;
  let upper = unit.lead;
  for (const [candidate, votes] of Object.entries(unit.thirds)) {
    const range = isRange(ranges) ? ranges : ranges[candidate] ?? noAssumption;
    requireList(task, `range of ${candidate}`, range, { length: 2 });
    const [lowest, highest] = range;
    requireNumber(task, `least net share of ${candidate}`, lowest, { minimum: -1, maximum: 1 });
    requireNumber(task, `greatest net share of ${candidate}`, highest, {
      minimum: lowest,
      maximum: 1,
    });
    lower -= highest * votes;
    upper -= lowest * votes;
  }
  const beneficiaryAhead = upper < 0 ? "always" : lower < 0 ? "possible" : "never";
  return { unit: unit.unit, lower, upper, beneficiaryAhead };
}

function isRange(
  ranges: NetShareRange | Readonly<Record<string, NetShareRange>>,
): ranges is NetShareRange {
  return Array.isArray(ranges);
}
