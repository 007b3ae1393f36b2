import type { Anomaly } from "../anomalies/anomaly.ts";
import { anotherContest } from "../anomalies/another_contest.ts";
import { type Counted, sortedEntries } from "../anomalies/counted.ts";
import { outOfLine } from "../anomalies/out_of_line.ts";
import { repeatedBallots } from "../anomalies/repeated_ballots.ts";
import { writeInsMissing } from "../anomalies/write_ins.ts";
import { groupByCode, groupPairs } from "./group_ids.ts";
import { Kind } from "./kinds.ts";
import { modeAnomalies } from "./mode_anomalies.ts";
import { ownContests } from "./own_contests.ts";
import type { CheckedTable } from "./check_table.ts";
import { turnoutAnomalies } from "./turnout_anomalies.ts";
import type { Work } from "./work.ts";

/** Everything that looks wrong in a file that was read. */
export function anomaliesOf({ checked: { work } }: { readonly checked: CheckedTable }): Anomaly[] {
  const counted = countedOf(work);
  return [
    ...belowZero(work),
    ...noVotes(work),
    ...repeatedBallots(counted),
    ...modeAnomalies(work),
    ...anotherContest(counted),
    ...anotherContest(byCounty(work)),
    ...outOfLine(counted),
    ...ownContests(work),
    ...turnoutAnomalies(work),
    ...writeInsMissing(counted),
  ];
}

/** The votes of a table by place and candidate. */
function countedOf(work: Work): Counted {
  const { table, votes } = work;
  const places = work.places();
  const candidates = work.groups("candidate");
  const pairs = groupPairs(places, candidates);
  // Only pairs with votes for somebody are entries.
  const entryOf = new Int32Array(pairs.count).fill(-1);
  const rows: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    if (!work.isVote(row) || Number.isNaN(votes[row])) continue;
    const pair = pairs.ids[row]!;
    if (entryOf[pair] !== -1) continue;
    entryOf[pair] = rows.length;
    rows.push(row);
  }
  const counts = new Float64Array(rows.length);
  for (let row = 0; row < table.rows; row++) {
    if (!work.isVote(row) || Number.isNaN(votes[row])) continue;
    counts[entryOf[pairs.ids[row]!]!]! += votes[row]!;
  }
  // Places without votes, such as totals, are none here.
  const first = Int32Array.from(rows);
  const present = groupByCode(first.map((row) => places.ids[row]!), places.count);
  const placeRows = present.first.map((entry) => first[entry]!);
  const counties = work.counties();
  return sortedEntries(
    {
      places: Array.from(placeRows, (row) => work.placeName(row)),
      counties: placeRows.map((row) => counties.ids[row]!),
      candidates: Array.from(candidates.first, (row) => work.cell("candidate", row)),
    },
    present.ids,
    first.map((row) => candidates.ids[row]!),
    counts,
    first.map((row) => table.lineOf(row)),
  );
}

/** Votes by county and candidate, counties grouped by state: another contest may fill a whole county. */
function byCounty(work: Work): Counted {
  const counties = work.counties();
  const candidates = work.groups("candidate");
  const states = work.combined("year", "stage", "state");
  const pairs = groupPairs(counties, candidates);
  const counts = new Float64Array(pairs.count);
  const rowOf = new Int32Array(pairs.count).fill(-1);
  for (let row = 0; row < work.table.rows; row++) {
    if (!work.isVote(row) || Number.isNaN(work.votes[row])) continue;
    const pair = pairs.ids[row]!;
    counts[pair]! += work.votes[row]!;
    if (rowOf[pair] === -1) rowOf[pair] = row;
  }
  const entries = [...rowOf.keys()].filter((pair) => rowOf[pair] !== -1);
  const first = Int32Array.from(entries, (pair) => rowOf[pair]!);
  const present = groupByCode(first.map((row) => counties.ids[row]!), counties.count);
  const countyRows = present.first.map((entry) => first[entry]!);
  const name = (row: number) => work.cell("county", row) || work.cell("fips", row);
  return sortedEntries(
    {
      places: Array.from(countyRows, name),
      counties: countyRows.map((row) => states.ids[row]!),
      candidates: Array.from(candidates.first, (row) => work.cell("candidate", row)),
    },
    present.ids,
    first.map((row) => candidates.ids[row]!),
    Float64Array.from(entries, (pair) => counts[pair]!),
    first.map((row) => work.table.lineOf(row)),
  );
}

function belowZero(work: Work): Anomaly[] {
  const found: Anomaly[] = [];
  for (let row = 0; row < work.table.rows; row++) {
    if (!work.isVote(row) || !(work.votes[row]! < 0)) continue;
    const [candidate, place] = [work.cell("candidate", row), work.placeName(row)];
    found.push({
      kind: "negative votes",
      places: [place],
      candidate,
      votes: work.votes[row]!,
      message: `${candidate} has ${work.votes[row]} votes in ${place}`,
      rows: [work.table.lineOf(row)],
    });
  }
  return found;
}

/** Ballots without a vote, which the returns leave out, by spelling. */
function noVotes(work: Work): Anomaly[] {
  const found = new Map<string, { places: Set<string>; votes: number; rows: number[] }>();
  for (let row = 0; row < work.table.rows; row++) {
    if (work.kinds[row] !== Kind.noVote || !(work.votes[row]! > 0)) continue;
    const name = work.cell("candidate", row) || work.cell("party", row) || work.cell("office", row);
    const one = found.get(name) ?? { places: new Set<string>(), votes: 0, rows: [] };
    found.set(name, one);
    one.places.add(work.placeName(row));
    one.votes += work.votes[row]!;
    one.rows.push(work.table.lineOf(row));
  }
  return [...found].map(([candidate, { places, votes, rows }]) => ({
    kind: "no votes named" as const,
    places: [...places],
    candidate,
    votes,
    message: `${votes.toLocaleString("en")} ballots in ${rows.length} ${
      rows.length === 1 ? "row" : "rows"
    } of "${candidate}" are for nobody: they are kept apart from the returns`,
    rows,
  }));
}
