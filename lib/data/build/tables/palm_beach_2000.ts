import { palmBeachCells, palmBeachPatterns } from "../../tables/palm_beach_2000.ts";
import type { RawFolder } from "../raw_folder.ts";
import type { Row, TableBuild } from "../table_build.ts";

const CELLS = "ballots/palm-beach-2000/table.out.gz";
const PATTERNS = "ballots/palm-beach-2000/herron_lewis_counts.csv.gz";

function cells(raw: RawFolder): Row[] {
  return raw.csv(CELLS, { columns: ["precinct", "president", "senate", "ballots"] })
    .filter(({ ballots }) => ballots !== "")
    .map((row) => ({
      precinct: row.precinct!,
      voted: row.precinct!.startsWith("a") ? "absentee" : "election day",
      president: row.president!,
      senate: row.senate!,
      ballots: Number(row.ballots),
      source: CELLS,
    }));
}

const DAYS: Readonly<Record<string, string>> = { "E.D.": "election day", "Abs.": "absentee" };

/** The file's columns for offices below president, by our names. */
const OFFICES = {
  us_senate: "v_USS",
  us_house: "v_USH",
  education: "v_EDU",
  treasurer: "v_TRS",
  sheriff: "v_SHF",
  clerk: "v_CLR",
  office_tax: "v_TAX",
  office_sol: "v_SOL",
} as const;

/** The file's codes: 1 Republican, 2 Democratic, 0 no choice, higher numbers other candidates. */
function party(code: string): string | null {
  if (code === "" || code === "NA") return null;
  const number = Number(code);
  return ["none", "Republican", "Democratic"][number] ?? "other";
}

function patterns(raw: RawFolder): Row[] {
  const sums = new Map<string, { row: Row; ballots: number }>();
  for (const row of raw.csv(PATTERNS)) {
    const offices = Object.entries(OFFICES).map(([name, column]) =>
      [name, party(row[column]!)] as const
    );
    const pattern = {
      district: row.cd!,
      voted: DAYS[row.voteday!] ?? row.voteday!,
      president: row.PRS!,
      ...Object.fromEntries(offices),
    };
    const key = JSON.stringify(pattern);
    const entry = sums.get(key) ?? { row: { ...pattern, source: PATTERNS }, ballots: 0 };
    sums.set(key, entry);
    entry.ballots += Number(row.Nvoters);
  }
  return [...sums].sort(([a], [b]) => a < b ? -1 : 1)
    .map(([, { row, ballots }]) => ({ ...row, ballots }));
}

/** Builds president by US Senate in each precinct of Palm Beach County. */
export const palmBeachCellsBuild: TableBuild = {
  schema: palmBeachCells,
  build: ({ raw }) => cells(raw),
};

/** Builds the whole partisan ballots of Palm Beach County. */
export const palmBeachPatternsBuild: TableBuild = {
  schema: palmBeachPatterns,
  build: ({ raw }) => patterns(raw),
};
