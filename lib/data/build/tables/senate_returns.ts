import { senateReturns } from "../../tables/senate_returns.ts";
import { mixedCase } from "../candidate_names.ts";
import type { TextRow } from "../corrections.ts";
import type { RawFolder } from "../raw_folder.ts";
import type { Row, TableBuild } from "../table_build.ts";

const UNTIL_2020 = "medsl-state/1976-2020-senate.csv";
const IN_2024 = "medsl-state/2024-senate-state.csv";

const NO_VOTE = /BLANK VOTES?|^BLANK|UNDER ?VOTE|OVER ?VOTE|^VOID|SPOILED/i;
const PARTIES: Readonly<Record<string, string>> = {
  DEMOCRAT: "Democratic",
  REPUBLICAN: "Republican",
  LIBERTARIAN: "Libertarian",
};

/** In 1992 and 2008 Georgia voted twice: the file calls November's vote "pre", the runoff "gen". */
const GEORGIA_TWICE = new Set(["1992", "2008"]);

function roundOf(row: TextRow): string {
  if (row.state_po === "GA" && GEORGIA_TWICE.has(row.year!)) {
    return row.stage === "pre" ? "general" : "runoff";
  }
  if (row.state_po === "LA" && row.year === "1980") return "primary";
  return /runoff/i.test(row.stage!) ? "runoff" : "general";
}

function rowsOf(rows: readonly TextRow[], votes: string, source: string): Row[] {
  const candidates = new Map<string, { row: Row; parties: Map<string, number> }>();
  for (const row of rows) {
    const name = row.candidate
      ? mixedCase(row.candidate)
      : `(${mixedCase(row.party_detailed || "unnamed")})`;
    const kind = NO_VOTE.test(row.candidate!) ? "no vote" : "candidate";
    const base = {
      year: Number(row.year),
      state_po: row.state_po!,
      round: roundOf(row),
      special: /^true$/i.test(row.special!),
      candidate: name,
      kind,
      status: /^true$/i.test(row.unofficial!) ? "unofficial" : "certified",
      source,
    };
    const key = JSON.stringify([base.year, base.state_po, base.round, base.special, name, kind]);
    const entry = candidates.get(key) ?? { row: base, parties: new Map<string, number>() };
    candidates.set(key, entry);
    const party = PARTIES[row.party_simplified!] ?? "Other";
    entry.parties.set(party, (entry.parties.get(party) ?? 0) + Number(row[votes] || 0));
  }
  return [...candidates.values()].map(({ row, parties }) => {
    const [largest] = [...parties].sort((a, b) => b[1] - a[1])[0]!;
    return {
      ...row,
      party: largest,
      votes: [...parties.values()].reduce((sum, count) => sum + count, 0),
    };
  });
}

function build(raw: RawFolder): Row[] {
  return [
    ...rowsOf(raw.csv(UNTIL_2020, { encoding: "windows-1252" }), "candidatevotes", UNTIL_2020),
    ...rowsOf(raw.csv(IN_2024), "votes", IN_2024),
  ].sort((a, b) =>
    Number(a.year) - Number(b.year) || compare(a.state_po, b.state_po) ||
    compare(a.round, b.round) || Number(a.special) - Number(b.special) ||
    compare(a.kind, b.kind) || Number(b.votes) - Number(a.votes)
  );
}

function compare(a: unknown, b: unknown): number {
  const [first, second] = [String(a), String(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Builds the returns of the US Senate. */
export const senateReturnsBuild: TableBuild = {
  schema: senateReturns,
  build: ({ raw }) => build(raw),
};
