import type { ReturnsProblem } from "../problem.ts";
import { BallotsAgain, BallotTally, choiceName, firstChoices } from "./ballot_tally.ts";
import { raggedRows } from "./grid.ts";
import type { PlainResult } from "./plain_rows.ts";

/** Whether lines are Dominion's CSV export of cast-vote records: four lines of headings. */
export function isDominionGrid(grid: readonly (readonly string[])[]): boolean {
  return grid.slice(0, 6).some((row) => /^="?CvrNumber|^CvrNumber$/i.test(row[0] ?? ""));
}

/**
 * Adds up Dominion's CSV export: a ballot a row, a column a choice with 1 where it has a vote, the
 * contest and the choice in the lines above. A ballot that has the contest and no vote in it is an
 * undervote, one with more votes than the contest allows an overvote. A ballot that stands there
 * again, one with other marks than 0 and 1, and a line that is cut off are problems, and not counted.
 *
 * @param delimited Whether the lines are delimited text, whose cells can be counted.
 */
export function dominionRows(
  file: string,
  grid: readonly (readonly string[])[],
  delimited = false,
): PlainResult {
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
  const ids = [/^="?CvrNumber|^CvrNumber$/i, /^TabulatorNum$/i, /^BatchId$/i, /^RecordId$/i]
    .map(find).filter((column) => column !== -1);
  const again = new BallotsAgain(file);
  const problems: ReturnsProblem[] = [];
  const ragged: { line: number; cells: number }[] = [];
  const width = Math.max(...all) + 1;
  for (let line = at + 1; line < grid.length; line++) {
    const cells = grid[line]!;
    if (delimited && cells.length > 0 && cells.length < width || cells.length > names.length) {
      const blank = cells.slice(names.length).every((cell) => cell === "");
      if (cells.length < width || !blank) {
        ragged.push({ line: line + 1, cells: cells.length });
        continue;
      }
    }
    if (columns.every((column) => unwrapped(cells[column]) === "")) continue;
    const odd = columns.find((column) => !/^[01]?$/.test(unwrapped(cells[column])));
    if (odd !== undefined) {
      problems.push({
        file,
        row: line + 1,
        column: choice(odd),
        expected: "1 for a vote, 0 or nothing for none",
        found: `"${unwrapped(cells[odd])}"`,
      });
      continue;
    }
    if (again.has(ids.map((column) => unwrapped(cells[column])), line + 1)) continue;
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
  const result = {
    ...tally.result(file),
    problems: [...problems, ...again.problems, ...raggedRows(file, ragged, names.length)],
  };
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
  const problems: ReturnsProblem[] = [];
  const names = (manifest: string): Map<number, Named> | undefined => {
    const found = [...files].find(([name]) => name.endsWith(`${manifest}Manifest.json`))?.[1];
    const list = (found as { List?: unknown } | null | undefined)?.List;
    if (!Array.isArray(list) || !list.every(isNamed)) return undefined;
    const byId = new Map<number, Named>();
    for (const [at, entry] of list.entries()) {
      const other = byId.get(entry.Id)?.Description;
      if (other !== undefined && other !== entry.Description) {
        problems.push({
          file,
          row: at + 1,
          column: "Id",
          expected: `one name for ${entry.Id} in the ${manifest.toLowerCase()} manifest`,
          found: `"${entry.Description}" beside "${other}"`,
        });
      }
      byId.set(entry.Id, entry);
    }
    return byId;
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
    const sessions = (content as { Sessions?: unknown } | null)?.Sessions;
    if (sessions === undefined || /Manifest/.test(name)) continue;
    if (!Array.isArray(sessions)) return undefined;
    sessions.forEach((session: unknown, at) => {
      if (!isSession(session)) {
        problems.push({ file, row: at + 1, expected: "a session with its ballot", found: "none" });
        return;
      }
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
  return { ...tally.result(file), problems };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function isNamed(entry: unknown): entry is Named {
  return isObject(entry) && typeof entry.Id === "number" && typeof entry.Description === "string";
}

/** Whether a value is a session as far as it is read: lists where lists are, objects in them. */
function isSession(value: unknown): value is Session {
  if (!isObject(value)) return false;
  const areLists = (...lists: unknown[]) =>
    lists.every((list) => list === undefined || Array.isArray(list) && list.every(isObject));
  const isRecord = (record: unknown) => {
    if (!isObject(record)) return false;
    const cards = (record.Cards ?? [record]) as unknown;
    return areLists(cards) &&
      (cards as Record<string, unknown>[]).every((card) =>
        areLists(card.Contests) &&
        ((card.Contests ?? []) as Record<string, unknown>[]).every(({ Marks }) => areLists(Marks))
      );
  };
  return isRecord(value.Original) && (value.Modified === undefined || isRecord(value.Modified));
}
