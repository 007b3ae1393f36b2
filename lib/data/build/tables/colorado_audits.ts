import { read, utils } from "@e965/xlsx";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { coloradoAudits, coloradoDrawn, coloradoManifests } from "../../tables/colorado_audits.ts";
import { DataError } from "../../data_error.ts";
import type { RawFolder } from "../raw_folder.ts";
import type { Row, TableBuild } from "../table_build.ts";

/** Where each year's archive keeps what the tables need. */
const YEARS = [
  {
    year: 2020,
    file: "colorado-rla/2020.zip",
    // The seed stands in the published notice, which is a PDF.
    seed: () => "92076602804272786701",
    contest: "round_1/contest.csv",
    report: "round_3/resultsReport.xlsx",
    batches: "batch_count_comparison.csv",
    manifest: /^round_1\/manifest-(\w+)\.csv$/i,
  },
  {
    year: 2024,
    file: "colorado-rla/2024.zip",
    seed: (files: Files) => text(files, "seed.csv").split(/\s+/)[1] ?? "",
    contest: "round1/contest.csv",
    report: "round3/ResultsReport3.xlsx",
    batches: "batchCountComparison.csv",
    manifest: /^(\w+)BallotManifest\.csv$/,
  },
] as const;

type Year = typeof YEARS[number];
type Files = Readonly<Record<string, Uint8Array>>;

function bytesOf(files: Files, name: string): Uint8Array {
  const bytes = files[name];
  if (bytes === undefined) {
    throw new DataError("Cannot build", [{
      file: name,
      expected: "a file in the archive of a Colorado audit",
      found: "none of this name",
    }]);
  }
  return bytes;
}

function text(files: Files, name: string): string {
  return new TextDecoder("utf-8").decode(bytesOf(files, name));
}

function rowsOf(files: Files, name: string): Record<string, string>[] {
  return parse(text(files, name), { columns: true, bom: true, relax_quotes: true });
}

/** "ElPaso" and "El Paso" are one county; tables write "El Paso". */
function spaced(county: string): string {
  return county.replace(/\s+/g, "").replace(/([a-z])([A-Z])/g, "$1 $2");
}

function audit(files: Files, { year, file, seed, contest }: Year): Row {
  const row = rowsOf(files, contest).find(({ contest_name }) =>
    contest_name === "Presidential Electors"
  );
  if (row === undefined) {
    throw new DataError("Cannot build", [{
      file: `${file}: ${contest}`,
      expected: "the contest Presidential Electors",
      found: "none",
    }]);
  }
  return {
    year,
    seed: seed(files),
    cards: Number(row.ballot_card_count),
    contest_cards: Number(row.contest_ballot_card_count),
    winner: row.winners!.replaceAll('"', ""),
    margin: Number(row.min_margin),
    risk_limit: Number(row.risk_limit),
    gamma: Number(row.gamma),
    source: file,
  };
}

function manifests(files: Files, { year, file, manifest, batches }: Year): Row[] {
  const records = new Map(
    rowsOf(files, batches).map((row) => [
      [spaced(row.county_name!), row.scanner_id, row.batch_id].join("\t"),
      Number(row.count_per_cvr_file),
    ]),
  );
  return Object.keys(files).flatMap((name) => {
    const found = manifest.exec(name);
    if (found === null) return [];
    const county = spaced(found[1]!);
    const lines = parse(text(files, name), {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      from_line: 2,
    }) as string[][];
    return lines.filter((line) => (line[3] ?? "").trim() !== "").map((line, i) => {
      const [, tabulator = "", batch = "", cards = ""] = line.map((cell) => cell.trim());
      return {
        year,
        county,
        place: i + 1,
        tabulator,
        batch,
        cards: Number(cards.replaceAll(",", "")),
        records: records.get([county, tabulator, batch].join("\t")) ?? null,
        source: file,
      };
    });
  }).sort((a, b) => a.county === b.county ? a.place - b.place : a.county < b.county ? -1 : 1);
}

function drawn(files: Files, { year, file, report }: Year): Row[] {
  const book = read(bytesOf(files, report), { dense: true });
  const name = book.SheetNames.find((sheet) => sheet.startsWith("Pres"))!;
  const sheet = utils.sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1, raw: false });
  const lines = sheet.map((row) => Array.from(row, (cell) => String(cell ?? "").trim()));
  const header = lines.find((line) => line[0]?.toLowerCase() === "county") ?? [];
  const at = (line: readonly string[], column: string) => line[header.indexOf(column)] ?? "";
  return lines.filter((line) => /^\d+$/.test(at(line, "random number"))).map((line) => ({
    year,
    draw: Number(at(line, "random number sequence position")) + 1,
    number: Number(at(line, "random number")),
    county: spaced(at(line, "county")),
    tabulator: at(line, "scanner id"),
    batch: at(line, "batch id"),
    card: Number(at(line, "record id")),
    source: file,
  })).sort((a, b) => a.draw - b.draw);
}

function ofAllYears(raw: RawFolder, rows: (files: Files, year: Year) => Row[]): Row[] {
  return YEARS.flatMap((year) => rows(unzipSync(raw.bytes(year.file)), year));
}

/** Builds what each audit was run with. */
export const coloradoAuditsBuild: TableBuild = {
  schema: coloradoAudits,
  build: ({ raw }) => ofAllYears(raw, (files, year) => [audit(files, year)]),
};

/** Builds the manifests. */
export const coloradoManifestsBuild: TableBuild = {
  schema: coloradoManifests,
  build: ({ raw }) => ofAllYears(raw, manifests),
};

/** Builds the drawn ballots. */
export const coloradoDrawnBuild: TableBuild = {
  schema: coloradoDrawn,
  build: ({ raw }) => ofAllYears(raw, drawn),
};
