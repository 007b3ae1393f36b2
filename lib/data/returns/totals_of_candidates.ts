import { groupPairs } from "./group_ids.ts";
import { Kind } from "./kinds.ts";
import type { Work } from "./work.ts";
import { inVotes } from "../in_votes.ts";

/** In so many places a candidate must equal all the others together to be taken for their total. */
const LEAST_PLACES = 3;
const MOST = 0.95;

/**
 * Finds rows that add up the candidates of their place: those that are called a total, and those
 * that are not but equal the sum of all others in nearly every place. They are set apart and
 * listed; a total that is not the sum of its parts is a problem.
 */
export function totalsOfCandidates(work: Work): void {
  const ballots = work.ballots();
  const count = ballots.count;
  settleWriteInTotals(work);
  const votes = new Float64Array(count);
  const all = new Float64Array(count);
  const parts = new Int32Array(count);
  const add = (sign: 1 | -1, row: number) => {
    const ballot = ballots.ids[row]!;
    const value = work.votes[row]!;
    if (Number.isNaN(value)) return;
    votes[ballot]! += sign * value;
    all[ballot]! += sign * value;
    parts[ballot]! += sign;
  };
  for (let row = 0; row < work.table.rows; row++) {
    if (work.isVote(row)) add(1, row);
    else if (work.kinds[row] === Kind.noVote && !Number.isNaN(work.votes[row])) {
      all[ballots.ids[row]!]! += work.votes[row]!;
    }
  }
  unnamedTotals(work, votes, parts, (row) => add(-1, row));
  for (let row = 0; row < work.table.rows; row++) {
    if (work.kinds[row] !== Kind.totalOfCandidates) continue;
    const ballot = ballots.ids[row]!;
    const value = work.votes[row]!;
    const field = work.cell("candidate", row) === "" ? "party" : "candidate";
    const found = `a row of totals, "${work.cell(field, row)}"`;
    const place = work.at(row, field);
    const equal = Number.isNaN(value) || parts[ballot] === 0 || value === votes[ballot] ||
      value === all[ballot];
    if (equal) work.mended.add({ ...place, expected: "parts only", found: `${found}: left out` });
    else {
      work.refuse({
        ...place,
        expected: `the sum of its parts, ${votes[ballot]!.toLocaleString("en")}`,
        found: `${found}, of ${inVotes(value)}`,
        option: "totals",
      });
    }
  }
}

/** A total of write-ins beside its parts is left out; one without parts is the write-ins. */
function settleWriteInTotals(work: Work): void {
  const { kinds, votes, table } = work;
  if (!kinds.includes(Kind.totalOfWriteIns)) return;
  const { ids, count } = work.ballots();
  const sums = new Float64Array(count);
  for (let row = 0; row < table.rows; row++) {
    if (kinds[row] === Kind.writeIn && votes[row]! > 0) sums[ids[row]!]! += votes[row]!;
  }
  for (let row = 0; row < table.rows; row++) {
    if (kinds[row] !== Kind.totalOfWriteIns) continue;
    const sum = sums[ids[row]!]!;
    if (sum === 0) {
      kinds[row] = Kind.writeIn;
      continue;
    }
    const found = `a total of write-ins, "${work.cell("candidate", row)}"`;
    const place = work.at(row, "candidate");
    if (sum === votes[row]) {
      work.mended.add({ ...place, expected: "parts only", found: `${found}: left out` });
    } else {
      work.refuse({
        ...place,
        expected: `the sum of its parts, ${sum.toLocaleString("en")}`,
        found: `${found}, of ${inVotes(votes[row]!)}`,
        option: "totals",
      });
    }
  }
}

/** Candidates whose votes are all others' together wherever somebody has votes. */
function unnamedTotals(
  work: Work,
  sums: Float64Array,
  parts: Int32Array,
  takeOut: (row: number) => void,
): void {
  const { kinds, table, votes } = work;
  const candidates = work.groups("candidate");
  // A candidate of several rows in one place (fusion lines) is one candidate.
  const pairs = groupPairs(work.ballots(), candidates);
  const own = new Float64Array(pairs.count);
  const rowsOf = new Int32Array(pairs.count);
  for (let row = 0; row < table.rows; row++) {
    if (!work.isVote(row) || Number.isNaN(votes[row])) continue;
    own[pairs.ids[row]!]! += votes[row]!;
    rowsOf[pairs.ids[row]!]!++;
  }
  const equal = new Int32Array(candidates.count);
  const places = new Int32Array(candidates.count);
  const richest = new Int32Array(candidates.count);
  for (let pair = 0; pair < pairs.count; pair++) {
    const row = pairs.first[pair]!;
    const ballot = work.ballots().ids[row]!;
    const candidate = candidates.ids[row]!;
    if (sums[ballot] === 0 || rowsOf[pair] === 0) continue;
    places[candidate]!++;
    if (2 * own[pair]! === sums[ballot]) equal[candidate]!++;
    const others = parts[ballot]! - rowsOf[pair]!;
    if (others > richest[candidate]!) richest[candidate] = others;
  }
  for (let candidate = 0; candidate < candidates.count; candidate++) {
    // With two others a tie of three is no chance; with one it is a tie.
    const enough = richest[candidate]! >= 3 ? LEAST_PLACES - 1 : LEAST_PLACES;
    if (places[candidate]! < enough || richest[candidate]! < 2) continue;
    if (equal[candidate]! < MOST * places[candidate]!) continue;
    for (let row = 0; row < table.rows; row++) {
      if (candidates.ids[row] !== candidate || !work.isVote(row)) continue;
      takeOut(row);
      kinds[row] = Kind.totalOfCandidates;
    }
  }
}
