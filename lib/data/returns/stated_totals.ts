import { Kind } from "./kinds.ts";
import type { Work } from "./work.ts";

/** A column of totals is held against the rows where it fits all places but one, or so large a share. */
const MOST_EQUAL = 0.8;
/** Votes that add up to 100 in so many places are percentages. */
const LEAST_PLACES = 5;
/** All candidates alike in so many places, and so large a share, are no candidates' votes. */
const LEAST_ALIKE = 3;
const MOST_ALIKE = 0.9;

/**
 * Holds the contest's total that a file repeats in each row against the place's rows, and lists
 * where they differ: the rows are taken. A column of votes that is the same for all candidates of a
 * place, in nearly every place, is such a column of totals and a problem.
 */
export function statedTotals(work: Work): void {
  const { table, kinds, votes } = work;
  const ballots = work.ballots();
  const [sums, all] = [new Float64Array(ballots.count), new Float64Array(ballots.count)];
  const [rows, first] = [new Int32Array(ballots.count), new Int32Array(ballots.count).fill(-1)];
  const alike = new Uint8Array(ballots.count).fill(1);
  for (let row = 0; row < table.rows; row++) {
    if (kinds[row]! > Kind.noVote || Number.isNaN(votes[row])) continue;
    const ballot = ballots.ids[row]!;
    all[ballot]! += votes[row]!;
    if (kinds[row] === Kind.noVote) continue;
    sums[ballot]! += votes[row]!;
    if (kinds[row] !== Kind.candidate) continue;
    rows[ballot]!++;
    if (first[ballot] === -1) first[ballot] = row;
    else if (votes[row] !== votes[first[ballot]!]) alike[ballot] = 0;
  }
  sameForAll(work, rows, first, alike);
  percentages(work, { sums, rows, first });
  const total = table.total;
  if (total === undefined) return;
  const stated = (ballot: number) => first[ballot] === -1 ? NaN : total.values[first[ballot]!]!;
  const fits = (ballot: number) => {
    const value = stated(ballot);
    return value === sums[ballot] || value === all[ballot];
  };
  let [compared, equal] = [0, 0];
  for (let ballot = 0; ballot < ballots.count; ballot++) {
    if (!(stated(ballot) > 0)) continue;
    compared++;
    if (fits(ballot)) equal++;
  }
  if (equal === 0 || equal < compared - 1 && equal < MOST_EQUAL * compared) return;
  for (let ballot = 0; ballot < ballots.count; ballot++) {
    if (!(stated(ballot) > 0) || fits(ballot)) continue;
    work.mended.add({
      ...work.at(first[ballot]!, "total"),
      expected: `the sum of the place's rows, ${sums[ballot]!.toLocaleString("en")}`,
      found: `${stated(ballot).toLocaleString("en")}, which is not: the rows are taken`,
    });
  }
}

/** Refuses votes that add up to 100, rounding aside, in all places and in different ways: percentages. */
function percentages(
  work: Work,
  { sums, rows, first }: { sums: Float64Array; rows: Int32Array; first: Int32Array },
): void {
  let places = 0;
  let one = -1;
  const shares = new Set<number>();
  for (let ballot = 0; ballot < sums.length; ballot++) {
    if (rows[ballot] === 0 || sums[ballot] === 0) continue;
    if (rows[ballot]! < 2 || Math.abs(sums[ballot]! - 100) > 1) return;
    places++;
    shares.add(work.votes[first[ballot]!]!);
    if (one === -1) one = first[ballot]!;
  }
  if (places < LEAST_PLACES || shares.size < 3) return;
  work.refuse({
    ...work.at(one, "votes"),
    expected: "counts of votes",
    found: `numbers that add up to 100 in each of ${places.toLocaleString("en")} places, as ` +
      "percentages do",
  });
}

/** Refuses votes that are the same for all of three or more candidates, in nearly every place. */
function sameForAll(work: Work, rows: Int32Array, first: Int32Array, alike: Uint8Array): void {
  let [compared, same, one] = [0, 0, -1];
  for (let ballot = 0; ballot < rows.length; ballot++) {
    if (rows[ballot]! < 3 || !(work.votes[first[ballot]!]! > 0) && alike[ballot] === 1) continue;
    compared++;
    if (alike[ballot] === 0) continue;
    same++;
    if (one === -1) one = first[ballot]!;
  }
  if (same < LEAST_ALIKE || same < MOST_ALIKE * compared || one === -1) return;
  work.refuse({
    ...work.at(one, "votes"),
    expected: "each candidate's own votes: the option columns names their column, if there is one",
    found: `the same number for all candidates in ${same.toLocaleString("en")} of ${
      compared.toLocaleString("en")
    } places, as a contest's total is repeated`,
  });
}
