import { unzipSync } from "fflate";
import { parse } from "csv-parse/sync";
import { ballotRecords } from "../../tables/ballot_records.ts";
import { DataError } from "../../data_error.ts";
import type { RawFolder } from "../raw_folder.ts";
import type { Row, TableBuild } from "../table_build.ts";

const DILLON = "ballots/dillon-2016/el155.txt.gz";
const YUMA = "ballots/yuma-2020/cvr.csv.gz";
const PIMA = ["ballots/pima-2020/cvr-1.xlsx", "ballots/pima-2020/cvr-2.xlsx"] as const;
const SAN_FRANCISCO = "ballots/san-francisco-2024/dominion-json.zip";

/** A line of the vote image log: machine, ballot style, a star where a ballot begins, choice, contest. */
const LOGGED = /^\s*(\d{7})\s+\d+\s(\*| )\s+(?:\d+\s)?(.*)$/;
const LOG_HEAD = /^RUN DATE.*PRECINCT\s+(\d+ - .*?)\s{2,}/;

const ofDillon = { year: 2016, state_po: "SC", county: "Dillon", source: DILLON } as const;

function dillon(raw: RawFolder): Row[] {
  const rows: Row[] = [];
  let precinct = "";
  let ballot = 0;
  for (const line of raw.text(DILLON).split(/\r?\n/)) {
    precinct = LOG_HEAD.exec(line)?.[1] ?? precinct;
    const logged = LOGGED.exec(line);
    if (logged === null) continue;
    const [, machine = "", star, rest = ""] = logged;
    if (star === "*") ballot++;
    // The choice fills 38 columns; a longer name runs into the contest.
    const [, name = "", contest = ""] = /^(.{36,40}?)\s{2,}(.*)$/.exec(rest) ??
      /^(.*?)\s+(PRESIDENT AND VICE PRESIDENT)/.exec(rest) ??
      [rest, rest.slice(0, 38), rest.slice(38)];
    const choice = name.trim();
    if (choice === "(NO VOTES CAST)") {
      // A ballot without any vote, which the log writes as a line of its own.
      rows.push({
        ...ofDillon,
        ballot,
        precinct,
        machine,
        contest: "",
        choice: null,
        kind: "undervote",
      });
      continue;
    }
    rows.push({
      ...ofDillon,
      ballot,
      precinct,
      machine,
      contest: contest.trim(),
      choice,
      kind: contest.trim() === "STRAIGHT PARTY"
        ? "straight party"
        : choice.startsWith("W/I")
        ? "write-in"
        : "vote",
      source: DILLON,
    });
  }
  return rows;
}

/** The kind of a cell of a county's export, which writes what is no vote into the cell. */
function kindOf(cell: string): string {
  if (/^(undervote|overvote)$/i.test(cell)) return cell.toLowerCase();
  return /^write-?in\b/i.test(cell) ? "write-in" : "vote";
}

/** Rows of a table with a row a ballot and a column a choice; nameless columns go on with the contest. */
function fromColumns(
  header: readonly string[],
  cells: Iterable<readonly string[]>,
  about: { readonly county: string; readonly source: string; readonly first: number },
): Row[] {
  const contests: string[] = [];
  header.forEach((name, i) => contests.push(name || (contests[i - 1] ?? "")));
  const rows: Row[] = [];
  let ballot = about.first;
  for (const line of cells) {
    for (let i = 3; i < contests.length; i++) {
      const cell = (line[i] ?? "").trim();
      if (cell === "") continue;
      const kind = kindOf(cell);
      rows.push({
        year: 2020,
        state_po: "AZ",
        county: about.county,
        ballot,
        precinct: line[1]!,
        machine: null,
        contest: contests[i]!,
        choice: kind === "vote" ? cell : null,
        kind,
        source: about.source,
      });
    }
    ballot++;
  }
  return rows;
}

function yuma(raw: RawFolder): Row[] {
  const [header = [], ...lines] = parse(raw.text(YUMA), { bom: true }) as string[][];
  return fromColumns(header, lines, { county: "Yuma", source: YUMA, first: 1 });
}

function pima(raw: RawFolder): Row[] {
  let first = 1;
  return PIMA.flatMap((file) => {
    const sheet = raw.sheet(file, "Marked Sheet");
    const width = Math.max(...sheet.map((row) => row.length));
    const text = sheet.map((row) =>
      Array.from(
        { length: width },
        (_, i) => row[i] === undefined || row[i] === null ? "" : String(row[i]),
      )
    );
    const [header = [], ...lines] = text;
    const rows = fromColumns(header, lines, { county: "Pima", source: file, first });
    first += lines.length;
    return rows;
  });
}

interface Mark {
  readonly CandidateId: number;
  readonly Rank: number;
  readonly IsVote: boolean;
}

interface Session {
  readonly TabulatorId: number;
  readonly Original: SessionCards;
  readonly Modified?: SessionCards;
}

interface SessionCards {
  readonly PrecinctPortionId: number;
  readonly IsCurrent: boolean;
  readonly Cards: readonly {
    readonly Contests: readonly {
      readonly Id: number;
      readonly Undervotes: number;
      readonly Overvotes: number;
      readonly Marks: readonly Mark[];
    }[];
  }[];
}

function sanFrancisco(raw: RawFolder): Row[] {
  const members = unzipSync(raw.bytes(SAN_FRANCISCO));
  const read = <T>(name: string): T => {
    const bytes = members[name];
    if (bytes === undefined) {
      throw new DataError("Cannot build", [{
        file: SAN_FRANCISCO,
        expected: name,
        found: Object.keys(members).join(", "),
      }]);
    }
    return JSON.parse(new TextDecoder().decode(bytes)) as T;
  };
  const names = (manifest: string) =>
    new Map(
      read<{ List: { Id: number; Description: string; Type?: string }[] }>(
        `manifests/${manifest}.json`,
      )
        .List.map((entry) => [entry.Id, entry] as const),
    );
  const contests = names("ContestManifest");
  const candidates = names("CandidateManifest");
  const precincts = names("PrecinctPortionManifest");
  const files = Object.keys(members).filter((name) => name.startsWith("CvrExport")).sort();
  const rows: Row[] = [];
  let ballot = 0;
  for (const session of files.flatMap((name) => read<{ Sessions: Session[] }>(name).Sessions)) {
    // Where people have judged unclear marks, the judged record is the current one.
    const record = session.Modified?.IsCurrent ? session.Modified : session.Original;
    for (const card of record.Cards) {
      ballot++;
      for (const contest of card.Contests) {
        const base = {
          year: 2024,
          state_po: "CA",
          county: "San Francisco",
          ballot,
          precinct: precincts.get(record.PrecinctPortionId)?.Description ?? "",
          machine: String(session.TabulatorId),
          contest: contests.get(contest.Id)?.Description ?? "",
          source: SAN_FRANCISCO,
        };
        const votes = contest.Marks.filter(({ IsVote, Rank }) => IsVote && Rank === 1);
        if (contest.Overvotes > 0) rows.push({ ...base, choice: null, kind: "overvote" });
        else if (votes.length === 0) rows.push({ ...base, choice: null, kind: "undervote" });
        else {
          for (const { CandidateId } of votes) {
            const candidate = candidates.get(CandidateId);
            const writeIn = candidate?.Type === "WriteIn" || candidate?.Type === "QualifiedWriteIn";
            rows.push({
              ...base,
              choice: candidate?.Description ?? null,
              kind: writeIn ? "write-in" : "vote",
            });
          }
        }
      }
    }
  }
  return rows;
}

/** Builds the cast-vote records. */
export const ballotRecordsBuild: TableBuild = {
  schema: ballotRecords,
  build: ({ raw }) => [...dillon(raw), ...pima(raw), ...sanFrancisco(raw), ...yuma(raw)],
};
