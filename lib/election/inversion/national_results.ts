import { refusal, requireCount, requireName, requireText } from "../../check/mod.ts";
import { requireRows } from "../require_contests.ts";
import type { NationalResult } from "./find_inversions.ts";
import { groupBy } from "../group_by.ts";

/** A candidate's national result, as a row of a table. */
export interface NationalResultRow {
  /** The year of the election. */
  readonly year: number;
  /** The candidate's name. */
  readonly candidate: string;
  /** Null for who had electoral votes only. */
  readonly popular_votes: number | null;
  /** Electors won; null where nobody counted. */
  readonly electors_won: number | null;
  /** Postal codes of the states that chose electors without a popular vote, or null. */
  readonly no_popular_vote: string | null;
}

/** Elections in which nobody had a majority of the electors, and whom the House chose. */
const CHOSEN_BY_HOUSE: Readonly<Record<number, string>> = { 1824: "John Quincy Adams" };

/**
 * Group rows of a table into one result a year, with who became president: whoever won most
 * electors, or in 1824 whom the House of Representatives chose.
 *
 * Faithless electors and Greeley's death in 1872 don't matter here: electors are those won.
 *
 * @param rows Rows of one or more years, with popular votes from 1824 on. Years without any
 * popular vote are left out.
 * @param eligible Persons eligible to vote by year, where known.
 * @throws {RangeError} If two candidates of a year share the most electors, or a count is none.
 * @throws {TypeError} If a row or a field is of the wrong kind.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { findInversions, nationalResults } from "tallybook/election";
 *
 * const row = { year: 2000, no_popular_vote: null };
 * const results = nationalResults([
 *   { ...row, candidate: "Al Gore", popular_votes: 50_999_897, electors_won: 267 },
 *   { ...row, candidate: "George W. Bush", popular_votes: 50_456_002, electors_won: 271 },
 * ]);
 * assertEquals([results[0]?.president, results[0]?.electors], ["George W. Bush", 538]);
 * assertEquals(findInversions(results)[0]?.ofAll.votes, 543_895);
 * ```
 */
export function nationalResults(
  rows: Iterable<NationalResultRow>,
  eligible: ReadonlyMap<number, number> = new Map(),
): NationalResult[] {
  const task = "collect national results";
  if (!(eligible instanceof Map)) {
    const expected = "a map from years to persons";
    throw new TypeError(refusal({ task, where: "eligible", found: eligible, expected }));
  }
  const checked = requireRows(task, "rows", rows).map((row) => {
    const { year, candidate, popular_votes, electors_won } = row;
    requireCount(task, "year", year);
    requireName(task, `candidate of ${year}`, candidate);
    if (popular_votes !== null) {
      requireCount(task, `votes for ${candidate} in ${year}`, popular_votes);
    }
    if (electors_won !== null) {
      requireCount(task, `electors of ${candidate} in ${year}`, electors_won);
    }
    if (row.no_popular_vote !== null) {
      requireText(task, `states without a vote in ${year}`, row.no_popular_vote);
    }
    return row;
  });
  const byYear = groupBy(checked, (row) => row.year);
  return [...byYear].sort((a, b) => a[0] - b[0]).flatMap(([year, ofYear]): NationalResult[] => {
    const candidates = ofYear.flatMap(({ candidate, popular_votes, electors_won }) =>
      popular_votes === null
        ? []
        : [{ name: candidate, votes: popular_votes, electors: electors_won ?? 0 }]
    );
    const [first, ...rest] = candidates;
    if (first === undefined) return [];
    const most = rest.reduce((best, one) => one.electors > best.electors ? one : best, first);
    const firsts = candidates.filter(({ electors }) => electors > 0 && electors === most.electors);
    if (firsts.length > 1) {
      const found = firsts.map(({ name }) => name).join(", ");
      throw new RangeError(
        refusal({ task, where: `most electors of ${year}`, found, expected: "one candidate" }),
      );
    }
    const persons = eligible.get(year);
    if (persons !== undefined) {
      requireCount(task, `eligible voters of ${year}`, persons, { minimum: 1 });
    }
    return [{
      year,
      president: CHOSEN_BY_HOUSE[year] ?? most.name,
      candidates,
      electors: ofYear.reduce((sum, { electors_won }) => sum + (electors_won ?? 0), 0),
      statesWithoutVote: ofYear[0]?.no_popular_vote?.split(" ") ?? [],
      ...(persons === undefined ? {} : { eligible: persons }),
    }];
  });
}
