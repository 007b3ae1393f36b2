import { type Anomaly, byPlace, type PlaceVotes } from "./anomalies/anomaly.ts";
import { outOfLine } from "./anomalies/out_of_line.ts";
import { backwards, negativeVotes } from "./anomalies/over_time.ts";
import { repeatedVotes, totalAmongParts } from "./anomalies/repeated_votes.ts";
import { noVotesNamed, totalsDiffer, writeInsMissing } from "./anomalies/totals.ts";

/**
 * Looks for errors that files of returns have had: a state's total repeated in its counties, a
 * county with its neighbor's votes, a total among its parts, a figure in the wrong candidate's row,
 * blank ballots counted as votes, totals that are not sums, places without write-ins where the
 * others have some, votes below zero, and counts that go backwards.
 *
 * What is found is a reason to look, not a proof: an unusual county can be real. Rows with a time
 * are only looked at as counts over time. Takes time in proportion to rows, and to places times
 * candidates.
 *
 * @param rows Votes by place and candidate, of one election.
 * @param options.totals All votes of each place, as the source reports them.
 * @returns What looks wrong, by kind, in the order of the rows.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { findAnomalies } from "tallybook/data";
 *
 * const found = findAnomalies([
 *   { place: "Tolland", candidate: "Obama", votes: 25_957 },
 *   { place: "Tolland", candidate: "Romney", votes: 19_768 },
 *   { place: "Windham", candidate: "Obama", votes: 25_957 },
 *   { place: "Windham", candidate: "Romney", votes: 19_768 },
 * ]);
 * assertEquals(found.map(({ kind, places }) => [kind, places]), [
 *   ["votes repeated", ["Tolland", "Windham"]],
 * ]);
 * ```
 */
export function findAnomalies(
  rows: readonly PlaceVotes[],
  options: { totals?: Readonly<Record<string, number>> } = {},
): Anomaly[] {
  const places = byPlace(rows.filter(({ time }) => time === undefined));
  return [
    ...negativeVotes(rows),
    ...repeatedVotes(places),
    ...totalAmongParts(places),
    ...outOfLine(places),
    ...noVotesNamed(places),
    ...totalsDiffer(places, options.totals ?? {}),
    ...writeInsMissing(places),
    ...backwards(rows),
  ];
}
