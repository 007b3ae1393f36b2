import { Kind } from "./kinds.ts";
import type { Work } from "./work.ts";

/** How much smaller than the place's other counts suggest the last one must be to look cut. */
const SMALL = 0.35;
const LEAST = 20;

/**
 * Looks at the last count of a file whose last line has no end: a file that was cut in the middle
 * of a number shows nothing else. It is a problem where the modes beside it do not add up, or where
 * the count is far below what the candidate's share elsewhere gives; otherwise it is listed.
 */
export function lastCount(work: Work): void {
  const { table, votes, kinds } = work;
  const row = table.rows - 1;
  if (!table.lastCountOpen || row < 0 || kinds[row]! > Kind.turnout) return;
  const place = work.at(row, "votes");
  const count = votes[row]!;
  const expected = expectedCount(work, row);
  const low = expected !== undefined && expected >= LEAST && count < SMALL * expected;
  const cutShort = low || !modesAgree(work, row) || endsInTheMiddle(work, row);
  const problem = {
    ...place,
    expected: "a line end after the last count",
    found: `${count} at the end of the file, ` +
      (cutShort ? "which seems to be cut off" : "without a line end: it is taken as it stands"),
    option: "last line" as const,
  };
  if (cutShort) work.refuse(problem);
  else work.mended.add(problem);
}

/** What the candidate's share of all other places gives for the last place. */
function expectedCount(work: Work, last: number): number | undefined {
  const ballots = work.ballots();
  const candidates = work.groups("candidate");
  const ballot = ballots.ids[last]!;
  let [own, all, here] = [0, 0, 0];
  for (let row = 0; row < last; row++) {
    const value = work.votes[row]!;
    if (!work.isVote(row) || Number.isNaN(value)) continue;
    const mine = candidates.ids[row] === candidates.ids[last];
    if (ballots.ids[row] === ballot) {
      if (!mine) here += value;
    } else if (mine) own += value;
    else all += value;
  }
  return all === 0 || !work.isVote(last) ? undefined : here * own / all;
}

function modesAgree(work: Work, row: number): boolean {
  const { modes } = work.table;
  if (modes.length < 2) return true;
  const sum = modes.reduce((total, { column }) => total + (column.values[row] || 0), 0);
  return sum === 0 || sum === work.votes[row];
}

/** Whether the last place lacks candidates that every other place has. */
function endsInTheMiddle(work: Work, last: number): boolean {
  const ballots = work.ballots();
  const rows = new Int32Array(ballots.count);
  for (let row = 0; row < work.table.rows; row++) {
    if (work.kinds[row]! <= Kind.totalOfCandidates) rows[ballots.ids[row]!]!++;
  }
  const mine = ballots.ids[last]!;
  if (ballots.count < 3 || rows[mine]! === 0) return false;
  // Files that go candidate by candidate end with the last place of the last candidate.
  const other = mine === 0 ? 1 : 0;
  const usual = rows[other]!;
  return rows.every((count, ballot) => ballot === mine || count === usual) && rows[mine]! < usual;
}
