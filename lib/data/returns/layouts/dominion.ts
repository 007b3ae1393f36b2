import { BallotTally, choiceName, firstChoices } from "./ballot_tally.ts";
import type { PlainResult } from "./plain_rows.ts";

/** Whether lines are Dominion's CSV export of cast-vote records: four lines of headings. */
export function isDominionGrid(grid: readonly (readonly string[])[]): boolean {
  return grid.slice(0, 6).some((row) => /^="?CvrNumber|^CvrNumber$/i.test(row[0] ?? ""));
}

/**
 * Adds up Dominion's CSV export: a ballot a row, a column a choice with 1 where it has a vote, the
 * contest and the choice in the lines above. A ballot that has the contest and no vote in it is an
 * undervote, one with more votes than the contest allows an overvote.
 */
export function dominionRows(file: string, grid: readonly (readonly string[])[]): PlainResult {
  const tally = new BallotTally();
  const at = grid.findIndex((row) => /CvrNumber/i.test(row[0] ?? ""));
  const names = grid[at]!;
  const contests = grid[at - 2]!;
  const choices = grid[at - 1]!;
  const find = (name: RegExp) => names.findIndex((cell) => name.test(cell));
  const portion = find(/^PrecinctPortion$/i);
  const precinct = portion !== -1 ? portion : find(/^Precinct$/i);
  const group = find(/^CountingGroup$/i);
  const clean = (name: string) =>
    name.replace(/\s*\((Vote For|Number of (positions|ranks))[^)]*\)/gi, "").trim();
  const wanted = new Map<string, boolean>();
  for (const contest of contests) {
    if (contest !== "" && !wanted.has(contest)) wanted.set(contest, tally.contest(clean(contest)));
  }
  const all = contests.flatMap((contest, column) =>
    contest !== "" && wanted.get(contest) === true ? [column] : []
  );
  // In a ranked contest a choice has a column for each rank, "Ada(1)": the first choices count.
  const ranks = all.map((column) => /\((\d+)\)$/.exec(choices[column] ?? "")?.[1]);
  const ranked = ranks.includes("1") && ranks.includes("2");
  const columns = all.filter((_, at) => !ranked || (ranks[at] ?? "1") === "1");
  const choice = (column: number) =>
    (choices[column] ?? "").replace(ranked ? /\s*\(\d+\)$/ : "", "");
  const unwrapped = (cell: string | undefined) => (cell ?? "").replace(/^="?|"$/g, "").trim();
  for (let line = at + 1; line < grid.length; line++) {
    const cells = grid[line]!;
    if (columns.every((column) => unwrapped(cells[column]) === "")) continue;
    tally.ballot();
    const place = {
      precinct: unwrapped(cells[precinct]).replace(/\s*\([^)]*\)$/, ""),
      ...(group === -1 ? {} : { mode: unwrapped(cells[group]) }),
      office: clean(contests[columns[0]!]!),
      line: line + 1,
    };
    const marked = columns.filter((column) => Number(unwrapped(cells[column])) > 0);
    if (marked.length !== 1) {
      const candidate = marked.length === 0 ? "Undervotes" : "Overvotes";
      tally.add({ ...place, candidate });
      continue;
    }
    const party = names[marked[0]!] ?? "";
    tally.add({ ...place, ...choiceName(choice(marked[0]!)), party });
  }
  const result = tally.result(file);
  return ranked ? { ...result, notes: [...result.notes ?? [], firstChoices(file)] } : result;
}

interface Mark {
  readonly CandidateId: number;
  /** In a ranked contest 1 for the first choice. */
  readonly Rank?: number;
  readonly IsVote?: boolean;
  readonly IsAmbiguous?: boolean;
}

interface Contest {
  readonly Id: number;
  readonly Marks?: readonly Mark[];
  readonly Overvotes?: number;
}

interface BallotRecord {
  readonly PrecinctPortionId: number;
  readonly IsCurrent?: boolean;
  readonly Cards?: readonly { readonly Contests?: readonly Contest[] }[];
  readonly Contests?: readonly Contest[];
}

interface Session {
  readonly CountingGroupId: number;
  readonly Original: BallotRecord;
  readonly Modified?: BallotRecord;
}

interface Named {
  readonly Id: number;
  readonly Description: string;
  readonly ContestId?: number;
}

/**
 * Adds up Dominion's JSON export: sessions (ballots, or cards of ballots) in files `CvrExport*.json`,
 * names of contests, candidates, precincts and counting groups in manifests beside them. The
 * adjudicated record counts where there is one.
 *
 * @param files The members of the export by name, as parsed JSON.
 */
export function dominionJsonRows(
  file: string,
  files: ReadonlyMap<string, unknown>,
): PlainResult | undefined {
  const names = (manifest: string): Map<number, Named> | undefined => {
    const found = [...files].find(([name]) => name.endsWith(`${manifest}Manifest.json`))?.[1];
    if (found === undefined) return undefined;
    return new Map((found as { List: Named[] }).List.map((entry) => [entry.Id, entry]));
  };
  const contests = names("Contest");
  const candidates = names("Candidate");
  const portions = names("PrecinctPortion");
  const groups = names("CountingGroup");
  if (contests === undefined || candidates === undefined) return undefined;
  const tally = new BallotTally();
  const president = new Set(
    [...contests.values()].filter(({ Description }) => tally.contest(Description))
      .map(({ Id }) => Id),
  );
  for (const [name, content] of files) {
    const sessions = (content as { Sessions?: Session[] }).Sessions;
    if (sessions === undefined || /Manifest/.test(name)) continue;
    sessions.forEach((session, at) => {
      const record = session.Modified?.IsCurrent === true ? session.Modified : session.Original;
      const cards = record.Cards ?? [{ Contests: record.Contests ?? [] }];
      for (const contest of cards.flatMap((card) => card.Contests ?? [])) {
        if (!president.has(contest.Id)) continue;
        tally.ballot();
        const votes = (contest.Marks ?? []).filter((mark) =>
          (mark.Rank ?? 1) === 1 && (mark.IsVote ?? mark.IsAmbiguous === false)
        );
        const candidate = (contest.Overvotes ?? 0) > 0 || votes.length > 1
          ? "Overvotes"
          : votes.length === 0
          ? "Undervotes"
          : candidates.get(votes[0]!.CandidateId)?.Description ?? `${votes[0]!.CandidateId}`;
        tally.add({
          precinct: portions?.get(record.PrecinctPortionId)?.Description ??
            String(record.PrecinctPortionId),
          mode: groups?.get(session.CountingGroupId)?.Description ??
            String(session.CountingGroupId),
          office: contests.get(contest.Id)!.Description,
          candidate,
          line: at + 1,
        });
      }
    });
  }
  return tally.result(file);
}
