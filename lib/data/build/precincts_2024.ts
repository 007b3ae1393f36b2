import { gunzipSync } from "node:zlib";
import type { DataFrame } from "nodejs-polars";
import pl from "nodejs-polars";
import { DataError } from "../data_error.ts";
import { readTextCells } from "./write_table.ts";
import type { RawFolder } from "./raw_folder.ts";
import { unzip } from "./unzip.ts";

const FOLDER = "medsl-precinct-2024/";

/** The contests that are kept, by the office as the files name it. */
const CONTESTS: Readonly<Record<string, Contest2024>> = {
  "US PRESIDENT": "president",
  "US SENATE": "senate",
  "GOVERNOR": "governor",
  "GOVERNOR AND LT. GOVERNOR": "governor",
  "US HOUSE": "house",
};

/** Rows that count voters or ballots, not votes. */
const TURNOUT: Readonly<Record<string, "registered" | "ballots">> = {
  "REGISTERED VOTERS": "registered",
  "REGISTERED VOTERS - TOTAL": "registered",
  "TOTAL REGISTERED VOTERS": "registered",
  "BALLOTS CAST": "ballots",
  "BALLOTS CAST - TOTAL": "ballots",
  "TOTAL BALLOTS CAST": "ballots",
  "TOTAL VOTERS": "ballots",
};

/** A contest of November 2024 whose votes the tables keep. */
export type Contest2024 = "president" | "senate" | "governor" | "house";

/** One row of a state's file: a candidate's votes, or a count of voters or ballots. */
export interface PrecinctLine {
  readonly fips: string;
  readonly jurisdiction: string;
  readonly precinct: string;
  readonly mode: string;
  readonly contest: Contest2024 | "registered" | "ballots";
  /** The district of a House contest. */
  readonly district: string;
  readonly candidate: string;
  readonly party: string;
  /** Votes; null where the state withholds a small number. */
  readonly votes: number | null;
}

/**
 * The files of precinct returns of 2024, by state.
 *
 * @throws {MissingRawFile} where there are none.
 */
export function precinctFiles2024(raw: RawFolder): Map<string, string> {
  const files = raw.listed(FOLDER).filter((file) => /[a-z]{2}24\.(zip|gz)$/.test(file));
  return new Map(
    files.map((file) =>
      [file.slice(FOLDER.length, FOLDER.length + 2).toUpperCase(), file] as const
    ),
  );
}

/** The columns that the tables rest on. */
const COLUMNS = [
  ...["precinct", "office", "party_detailed", "party_simplified", "mode", "votes", "county_fips"],
  ...["jurisdiction_name", "candidate", "district", "stage", "special"],
];

/** The table in a state's file. */
export function unpacked(raw: RawFolder, file: string): Uint8Array {
  const bytes = raw.bytes(file);
  if (file.endsWith(".gz")) return gunzipSync(bytes);
  const members = [
    ...unzip(
      bytes,
      (name) => !name.startsWith("__MACOSX") && !name.endsWith("/") && !name.endsWith(".Rmd"),
    ),
  ];
  if (members.length !== 1) {
    throw new DataError("Cannot build", [{
      file,
      expected: "one table in the archive",
      found: members.map(([name]) => name).join(", ") || "none",
    }]);
  }
  return members[0]![1];
}

function cells(frame: DataFrame, column: string): (string | null)[] {
  return frame.getColumn(column).toArray() as (string | null)[];
}

/** A code without the ".0" and the spaces that some files give it. */
function code(cell: string | null, digits: number): string {
  const text = (cell ?? "").trim().replace(/\.0$/, "");
  return text === "" ? "" : text.padStart(digits, "0");
}

function votesOf(cell: string | null, file: string, row: number): number | null {
  const text = (cell ?? "").trim();
  if (text === "*") return null;
  const votes = Number(text);
  if (text === "" || !Number.isSafeInteger(votes)) {
    throw new DataError("Cannot build", [{
      file,
      row,
      column: "votes",
      expected: 'a whole number, or "*" where it is withheld',
      found: `"${text}"`,
    }]);
  }
  return votes;
}

/** Reads the lines of one state's file that the tables keep. */
export function readPrecincts2024(raw: RawFolder, file: string): PrecinctLine[] {
  const offices = [...Object.keys(CONTESTS), ...Object.keys(TURNOUT)];
  const frame = readTextCells(unpacked(raw, file), COLUMNS).filter(
    pl.col("office").isIn(offices).and(pl.col("stage").eq(pl.lit("GEN"))),
  );
  const column = Object.fromEntries(
    ["county_fips", "jurisdiction_name", "precinct", "mode", "office", "district", "candidate"]
      .map((name) => [name, cells(frame, name)]),
  );
  const simplified = cells(frame, "party_simplified");
  const detailed = cells(frame, "party_detailed");
  const special = cells(frame, "special");
  const votes = cells(frame, "votes");
  const lines: PrecinctLine[] = [];
  // polars looks through all columns each time that it is asked for the height.
  const { height } = frame;
  for (let i = 0; i < height; i++) {
    const office = column.office![i]!;
    const contest = CONTESTS[office] ?? TURNOUT[office]!;
    if (/^true$/i.test(special[i] ?? "") && contest in { senate: 1, house: 1 }) continue;
    lines.push({
      fips: code(column.county_fips![i]!, 5),
      jurisdiction: (column.jurisdiction_name![i] ?? "").trim(),
      precinct: (column.precinct![i] ?? "").trim(),
      mode: (column.mode![i] ?? "").trim().toLowerCase() || "total",
      contest,
      district: contest === "house" ? (column.district![i] ?? "").trim() : "",
      candidate: (column.candidate![i] ?? "").trim(),
      party: partyOf(simplified[i] ?? "", detailed[i] ?? ""),
      votes: votesOf(votes[i]!, file, i + 2),
    });
  }
  return lines;
}

/** A candidate of two parties stands under the larger one. */
function partyOf(simplified: string, detailed: string): string {
  if (simplified !== "OTHER") return simplified.trim();
  if (/^DEMOCRAT(IC)?\//.test(detailed)) return "DEMOCRAT";
  if (/^REPUBLICAN\//.test(detailed)) return "REPUBLICAN";
  return simplified;
}
