import {
  refusal,
  requireList,
  requireNumber,
  requireOptions,
  requireRecord,
  requireText,
} from "../check/mod.ts";
import { type Anomaly, type PlaceVotes } from "./anomalies/anomaly.ts";
import { anotherContest } from "./anomalies/another_contest.ts";
import { type Counted, countedRows } from "./anomalies/counted.ts";
import { outOfLine } from "./anomalies/out_of_line.ts";
import { backwards, negativeVotes } from "./anomalies/over_time.ts";
import { repeatedBallots } from "./anomalies/repeated_ballots.ts";
import { noVotesNamed, totalAmongParts, totalsDiffer } from "./anomalies/totals.ts";
import { writeInsMissing } from "./anomalies/write_ins.ts";
import { anomaliesOf } from "./returns/anomalies_of.ts";
import { ReadReturns } from "./returns/read_result.ts";

/**
 * Looks for errors that files of returns have had: a state's total repeated in its counties, a
 * county with its neighbor's votes, a total among its parts, rows of another contest, a figure in
 * the wrong candidate's row, blank ballots counted as votes, totals that are not sums, places
 * without write-ins that are too large to have none, votes below zero, and counts that go backwards.
 * Of a file that {@linkcode readReturns} read it also looks at what the rows alone do not hold:
 * modes of voting that repeat each other or do not add up, more votes than ballots, and a party's
 * votes far from its own in the place's other contests; and it names the lines.
 *
 * What is found is a reason to look, not a proof: an unusual county can be real. Where chance can
 * make a finding, what is left to chance is 0.05 findings a file. Rows with a time are only looked
 * at as counts over time. Takes time in proportion to rows.
 *
 * @param returns Votes by place and candidate, of one election; or what readReturns() gave.
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
  returns: readonly PlaceVotes[] | ReadReturns,
  options: { totals?: Readonly<Record<string, number>> } = {},
): Anomaly[] {
  requireOptions("find anomalies", options, ["totals"]);
  if (returns instanceof ReadReturns) return anomaliesOf(returns);
  const task = "find anomalies";
  if (!Array.isArray(returns)) {
    throw new TypeError(refusal({
      task,
      where: "returns",
      found: returns,
      expected: "what readReturns() gave, or a list of rows",
    }));
  }
  requireList(task, "returns", returns);
  for (const [at, row] of returns.entries()) {
    requireRecord(task, `returns[${at}]`, row);
    requireText(task, `place of returns[${at}]`, row.place);
    requireText(task, `candidate of returns[${at}]`, row.candidate);
    requireNumber(task, `votes of returns[${at}]`, row.votes);
    if (row.county !== undefined) requireText(task, `county of returns[${at}]`, row.county);
    if (row.time !== undefined) requireText(task, `time of returns[${at}]`, row.time);
  }
  const counted = countedRows(returns.filter(({ time }) => time === undefined));
  return [
    ...negativeVotes(returns),
    ...anomaliesOfCounts(counted),
    ...totalsDiffer(counted, options.totals ?? {}),
    ...writeInsMissing(counted),
    ...backwards(returns),
  ];
}

/** What can be seen in votes by place and candidate alone. */
function anomaliesOfCounts(counted: Counted): Anomaly[] {
  return [
    ...repeatedBallots(counted),
    ...totalAmongParts(counted),
    ...anotherContest(counted),
    ...outOfLine(counted),
    ...noVotesNamed(counted),
  ];
}
