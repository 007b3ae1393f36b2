import { requireInteger, requireOneOf, requireOptions } from "../check/mod.ts";
import { statePostalCodes } from "./states.ts";
import { loadCountyEquipment } from "./tables/county_equipment.ts";
import { loadCountyReturns } from "./tables/county_returns.ts";
import { loadFlorida2000 } from "./tables/florida_2000.ts";

/** Votes for president of a state that were, or may have been, cast without a paper record. */
export interface PaperlessVotes {
  /** Votes of counties whose polling places had only machines that kept no paper record. */
  readonly surely: number;
  /** The same with counties that had such machines beside paper. */
  readonly atMost: number;
  /** What says so. */
  readonly source: string;
}

/**
 * The votes of a state that no audit can look at, as far as the tables know: all states but Alaska in 2016, by
 * the equipment of each county's polling places, and Florida in 2000, whose lever machines kept no
 * paper. Votes by mail are on paper and not told apart: "surely" counts them too.
 *
 * @param options.year The election.
 * @param options.state Postal code.
 * @returns Null where the tables do not say.
 * @throws {RangeError} for what is no state.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { paperlessVotes } from "tallybook/data";
 *
 * assertEquals(paperlessVotes({ year: 2016, state: "MI" })?.atMost, 0);
 * assertEquals(paperlessVotes({ year: 2012, state: "MI" }), null);
 * ```
 */
export function paperlessVotes(options: { year: number; state: string }): PaperlessVotes | null {
  requireOptions("paperless votes", options, ["year", "state"]);
  const { year, state } = options;
  requireInteger("find the votes without paper", 'option "year"', year);
  requireOneOf("find the votes without paper", 'option "state"', state, statePostalCodes);
  if (year === 2000 && state === "FL") {
    const lever = loadFlorida2000().filter((row) => row.technology === "Lever")
      .reduce((sum, row) => sum + (row.recorded_total ?? 0), 0);
    return { surely: lever, atMost: lever, source: "lever machines" };
  }
  if (year !== 2016) return null;
  const counties = loadCountyEquipment().filter((county) => county.state_po === state);
  // Alaska has no counties.
  if (counties.length === 0) return null;
  const votes = new Map<string, number>();
  for (const row of loadCountyReturns({ year, states: [state] })) {
    votes.set(row.fips, (votes.get(row.fips) ?? 0) + row.votes);
  }
  let [surely, atMost] = [0, 0];
  for (const county of counties) {
    if (county.dre_paper !== "no" && county.dre_paper !== "some") continue;
    const cast = votes.get(county.fips) ?? 0;
    if (county.dre_share === 1 && county.dre_paper === "no") surely += cast;
    if (county.dre_share + county.mixed_share > 0) atMost += cast;
  }
  return { surely, atMost, source: "Verified Voting's list of polling-place equipment" };
}
