import { precinctTurnout2024 } from "../../tables/precinct_turnout_2024.ts";
import { precinctVotes2024 } from "../../tables/precinct_votes_2024.ts";
import { type LeftOut, withoutTotals } from "../precinct_totals.ts";
import {
  type Contest2024,
  precinctFiles2024,
  type PrecinctLine,
  readPrecincts2024,
} from "../precincts_2024.ts";
import type { RawFolder } from "../raw_folder.ts";
import type { Row, TableBuild } from "../table_build.ts";

/** States whose files can't be used, with the reason. */
const KEPT_OUT: Readonly<Record<string, string>> = {
  LA: "holds 766,870 - 366,433 = 400,437 of Harris's votes",
};

const NO_VOTE = /UNDER ?VOTE|OVER ?VOTE|^BLANKS?( VOTES?)?$|SPOILED|^VOID/i;
const SUM_OF_CANDIDATES = /^(TOTAL VOTES CAST|CAST VOTES|CONTEST TOTAL|TOTAL BALLOTS CAST)$/i;
const NOMINEES = { harris: /^KAMALA\b|^HARRIS\b(?!.*SHARON)/i, trump: /\bTRUMP\b/i } as const;
const IS_CONTEST = new Set<string>(["president", "senate", "governor", "house"]);

/** One state's lines, read and cleared of totals once for both tables. */
const held = new WeakMap<RawFolder, Map<string, LeftOut>>();

function clearedLines(raw: RawFolder, statePo: string, file: string): readonly PrecinctLine[] {
  const states = held.get(raw) ?? new Map<string, LeftOut>();
  held.set(raw, states);
  // Asked for again for the second table, so that the file counts as used by both.
  raw.bytes(file);
  const known = states.get(statePo) ?? withoutTotals(readPrecincts2024(raw, file));
  states.set(statePo, known);
  return known.lines;
}

/** The column that a line's votes go into, or null where the line adds up others. */
function columnOf(line: PrecinctLine, parties: ReadonlyMap<string, string>): string | null {
  const contest = line.contest as Contest2024;
  if (SUM_OF_CANDIDATES.test(line.candidate)) return null;
  if (NO_VOTE.test(line.candidate)) {
    return contest === "president" || contest === "senate" ? `${contest}_no_vote` : null;
  }
  if (contest === "president") {
    if (NOMINEES.harris.test(line.candidate)) return "harris";
    return NOMINEES.trump.test(line.candidate) ? "trump" : "president_others";
  }
  const party = parties.get(ticket(line)) ?? line.party;
  if (party === "DEMOCRAT") return `${contest}_democratic`;
  return party === "REPUBLICAN" ? `${contest}_republican` : `${contest}_others`;
}

const ticket = ({ contest, candidate }: PrecinctLine) => `${contest}\t${candidate}`;

/** The larger party of each candidate who stands on several lines. */
function partiesOf(lines: readonly PrecinctLine[]): Map<string, string> {
  return new Map(
    lines.filter(({ party }) => party === "DEMOCRAT" || party === "REPUBLICAN")
      .map((line) => [ticket(line), line.party]),
  );
}

/** Beyond this share of votes for candidates without a known party, parties can't be compared. */
const UNKNOWN_PARTIES = 0.05;
const NOBODY_IN_PARTICULAR = /WRITE|SCATTER|OTHERS?\b/i;

/** The counties and contests in which too many votes are for candidates whose party is not said. */
function withoutParties(
  lines: readonly PrecinctLine[],
  parties: ReadonlyMap<string, string>,
): Set<string> {
  const sums = new Map<string, { all: number; unknown: number }>();
  for (const line of lines) {
    if (!IS_CONTEST.has(line.contest) || line.contest === "president") continue;
    if (NO_VOTE.test(line.candidate) || SUM_OF_CANDIDATES.test(line.candidate)) continue;
    const key = `${line.fips}\t${line.contest}`;
    const sum = sums.get(key) ?? { all: 0, unknown: 0 };
    sums.set(key, sum);
    sum.all += line.votes ?? 0;
    const known = line.party !== "" || parties.has(ticket(line)) ||
      NOBODY_IN_PARTICULAR.test(line.candidate);
    if (!known) sum.unknown += line.votes ?? 0;
  }
  return new Set(
    [...sums].filter(([, { all, unknown }]) => unknown > UNKNOWN_PARTIES * all).map(([key]) => key),
  );
}

const place = (line: PrecinctLine) => [line.fips, line.jurisdiction, line.precinct].join("\t");

function votesOfState(raw: RawFolder, statePo: string, file: string): Row[] {
  const lines = clearedLines(raw, statePo, file);
  const parties = partiesOf(lines);
  const rows = new Map<string, Record<string, string | number | null>>();
  const withheld = new Set<string>();
  const unlabeled = withoutParties(lines, parties);
  for (const line of lines) {
    if (!IS_CONTEST.has(line.contest)) continue;
    const column = columnOf(line, parties);
    if (column === null) continue;
    const key = `${place(line)}\t${line.mode}`;
    const row = rows.get(key) ?? {
      state_po: statePo,
      fips: line.fips || null,
      jurisdiction: line.jurisdiction || null,
      precinct: line.precinct || null,
      mode: line.mode,
      source: file,
    };
    rows.set(key, row);
    const labeled = !unlabeled.has(`${line.fips}\t${line.contest}`) || column.endsWith("_no_vote");
    if (line.votes === null || !labeled) withheld.add(`${key}\n${column}`);
    else row[column] = Number(row[column] ?? 0) + line.votes;
  }
  for (const cell of withheld) {
    const [key, column] = cell.split("\n") as [string, string];
    rows.get(key)![column] = null;
  }
  return [...rows.values()];
}

function turnoutOfState(raw: RawFolder, statePo: string, file: string): Row[] {
  const rows = new Map<string, Record<string, string | number | null>>();
  for (const line of clearedLines(raw, statePo, file)) {
    const listed = line.contest === "president" && /^TOTAL BALLOTS CAST$/i.test(line.candidate);
    if (!listed && IS_CONTEST.has(line.contest)) continue;
    const column = listed ? "ballots" : line.contest;
    const row = rows.get(place(line)) ?? {
      state_po: statePo,
      fips: line.fips || null,
      jurisdiction: line.jurisdiction || null,
      precinct: line.precinct || null,
      source: file,
    };
    rows.set(place(line), row);
    if (line.votes !== null) row[column] = Number(row[column] ?? 0) + line.votes;
  }
  return [...rows.values()];
}

function ofAllStates(
  raw: RawFolder,
  rowsOf: (raw: RawFolder, statePo: string, file: string) => Row[],
): Row[] {
  return [...precinctFiles2024(raw)].filter(([statePo]) => !(statePo in KEPT_OUT)).sort()
    .flatMap(([statePo, file]) => rowsOf(raw, statePo, file));
}

/** Builds the votes by precinct of 2024. */
export const precinctVotes2024Build: TableBuild = {
  schema: precinctVotes2024,
  build: ({ raw }) => ofAllStates(raw, votesOfState),
};

/** Builds registered voters and ballots by precinct of 2024. */
export const precinctTurnout2024Build: TableBuild = {
  schema: precinctTurnout2024,
  build: ({ raw }) => ofAllStates(raw, turnoutOfState),
};
