import type { Anomaly } from "../anomalies/anomaly.ts";
import { groupPairs } from "./group_ids.ts";
import { isTotalMode } from "./place_words.ts";
import type { Work } from "./work.ts";
import { inVotes } from "../in_votes.ts";

/** So many rows with votes must agree before a rule is taken from them. */
const LEAST_ROWS = 8;
/** A set of modes is taken to add up to the votes where it does so in this share of rows. */
const MOST = 0.8;
/** More columns than this are not tried in every combination. */
const MOST_MODES = 10;
/** More rows than this are one line. */
const NAMED = 20;

/** Looks at modes of voting, as columns or as rows: repeated, or not adding up to the votes. */
export function modeAnomalies(work: Work): Anomaly[] {
  return [...repeatedColumns(work), ...sumsOfColumns(work), ...repeatedRows(work)];
}

function repeated(first: string, second: string, rows: number, votes: number): Anomaly {
  return {
    kind: "modes repeated",
    places: [],
    candidate: null,
    votes,
    message: `"${first}" and "${second}" are equal in all ${
      rows.toLocaleString("en")
    } rows with votes: one was copied from the other, or each is the total`,
  };
}

/** Two columns of modes that are equal wherever one has votes. */
function repeatedColumns(work: Work): Anomaly[] {
  const { modes } = work.table;
  const found: Anomaly[] = [];
  for (let a = 0; a < modes.length; a++) {
    for (let b = a + 1; b < modes.length; b++) {
      let [rows, sum, distinct] = [0, 0, new Set<number>()];
      const equal = every(work, (row) => {
        const [x, y] = [modes[a]!.column.values[row]!, modes[b]!.column.values[row]!];
        if (!(x > 0) && !(y > 0)) return true;
        rows++;
        sum += x;
        if (distinct.size < LEAST_ROWS) distinct.add(x);
        return x === y;
      });
      if (equal && rows >= LEAST_ROWS && distinct.size >= 3) {
        found.push(repeated(modes[a]!.name, modes[b]!.name, rows, sum));
      }
    }
  }
  return found;
}

function every(work: Work, holds: (row: number) => boolean): boolean {
  for (let row = 0; row < work.table.rows; row++) {
    if (work.isVote(row) && !holds(row)) return false;
  }
  return true;
}

/** Rows whose modes do not add up to their votes, where those of nearly all rows do. */
function sumsOfColumns(work: Work): Anomaly[] {
  const { table, votes } = work;
  const { modes } = table;
  if (table.votesFromModes || modes.length < 2 || modes.length > MOST_MODES) return [];
  const rows: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    if (!work.isVote(row) || !(votes[row]! > 0)) continue;
    if (modes.some(({ column }) => column.values[row]! > 0)) rows.push(row);
  }
  if (rows.length < LEAST_ROWS) return [];
  const sum = (set: number, row: number) => {
    let total = 0;
    for (let at = 0; at < modes.length; at++) {
      if (set & (1 << at)) total += modes[at]!.column.values[row]! || 0;
    }
    return total;
  };
  // Some files give parts of parts: the set of columns that adds up is found in the file itself.
  const sample = rows.length > 2000
    ? rows.filter((_, at) => at % Math.ceil(rows.length / 2000) === 0)
    : rows;
  let [best, hits] = [0, 0];
  for (let set = (1 << modes.length) - 1; set > 0; set--) {
    const equal = sample.filter((row) => sum(set, row) === votes[row]).length;
    if (equal > hits) [best, hits] = [set, equal];
  }
  if (hits < MOST * sample.length || (best & (best - 1)) === 0) return [];
  const names = modes.filter((_, at) => best & (1 << at)).map(({ name }) => `"${name}"`).join(
    " + ",
  );
  const wrong = rows.filter((row) => sum(best, row) !== votes[row]);
  const found = wrong.map((row): Anomaly => ({
    kind: "modes do not add up",
    places: [work.placeName(row)],
    candidate: work.cell("candidate", row),
    votes: votes[row]! - sum(best, row),
    message: `${work.cell("candidate", row)} has ${inVotes(votes[row]!)} in ${
      work.placeName(row)
    }, where ${names} are ${sum(best, row).toLocaleString("en")}`,
    rows: [table.lineOf(row)],
  }));
  if (found.length <= NAMED) return found;
  return [{
    kind: "modes do not add up",
    places: found.flatMap(({ places }) => places),
    candidate: null,
    votes: found.reduce((total, one) => total + Math.abs(one.votes), 0),
    message: `In ${found.length} of ${rows.length} rows ${names} are not the votes, such as: ${
      found[0]!.message
    }`,
    rows: found.flatMap(({ rows }) => rows!),
  }];
}

/** Modes as rows: two that have the same votes for every candidate in every place of a county. */
function repeatedRows(work: Work): Anomaly[] {
  const { table, votes } = work;
  const mode = table.text.mode;
  if (mode === undefined) return [];
  const modes = work.groups("mode");
  if (modes.count < 2 || modes.count > 2 * MOST_MODES) return [];
  const counties = groupPairs(work.counties(), modes);
  const lines = groupPairs(work.places(), work.combined("candidate", "party"));
  // The same votes in the same lines give the same sum of products, whatever the order of rows.
  const sums = new Float64Array(counties.count);
  const hashes = new Float64Array(counties.count);
  const rows = new Int32Array(counties.count);
  for (let row = 0; row < table.rows; row++) {
    if (!work.isVote(row) || !(votes[row]! > 0)) continue;
    const at = counties.ids[row]!;
    sums[at]! += votes[row]!;
    hashes[at]! += votes[row]! * (1 + (Math.imul(lines.ids[row]! + 1, 0x9e3779b1) >>> 12));
    rows[at]!++;
  }
  const first = new Map<string, number>();
  const pairs = new Map<string, { counties: string[]; rows: number; votes: number }>();
  for (let at = 0; at < counties.count; at++) {
    if (rows[at]! < LEAST_ROWS) continue;
    const row = counties.first[at]!;
    const key = `${work.counties().ids[row]} ${sums[at]} ${hashes[at]}`;
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, at);
      continue;
    }
    const names = [work.cell("mode", counties.first[before]!), work.cell("mode", row)];
    if (names.some(isTotalMode)) continue;
    const pair = `"${names[0]}" and "${names[1]}"`;
    const known = pairs.get(pair) ?? { counties: [], rows: 0, votes: 0 };
    pairs.set(pair, known);
    known.counties.push(work.cell("county", row));
    known.rows += rows[at]!;
    known.votes += sums[at]!;
  }
  return [...pairs].map(([pair, one]) => ({
    kind: "modes repeated" as const,
    places: one.counties,
    candidate: null,
    votes: one.votes,
    message:
      `${pair} have the same votes for every candidate in every place of ${one.counties.length} ${
        one.counties.length === 1 ? "county" : "counties"
      } (${one.counties.slice(0, 5).join(", ")}${
        one.counties.length > 5 ? ", …" : ""
      }): a total repeated in each mode`,
  }));
}
