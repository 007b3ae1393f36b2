import type { DataProblem } from "./data_error.ts";
import type { DelimitedRow } from "./delimited_rows.ts";
import { knownCounties } from "./known_counties.ts";
import type { ReturnsField } from "./returns_layout.ts";
import { findState } from "./states.ts";

/** One row of returns, the same for every layout. */
export interface ReturnsRow {
  readonly year: number | null;
  readonly state_po: string | null;
  readonly fips: string | null;
  readonly county: string | null;
  readonly precinct: string | null;
  readonly candidate: string;
  readonly party: string | null;
  readonly mode: string | null;
  readonly votes: number;
}

/** What is known of a file besides its rows. */
export interface ReturnsContext {
  readonly file: string;
  /** The columns that hold the fields. */
  readonly columns: Readonly<Partial<Record<ReturnsField, string>>>;
  /** The year and the state of every row, where the layout has no column for them. */
  readonly year?: number;
  readonly state?: string;
}

const TOTAL = /^(grand |county |state |precinct )?totals?( votes?)?( cast)?:?$/i;

function votesProblem(cell: string): string | undefined {
  if (cell === "") return "a blank cell";
  if (/^-\d+$/.test(cell)) return `${cell}, which is negative`;
  if (/^\d+\.\d*[1-9]\d*$/.test(cell)) return `${cell}, which is a fraction`;
  if (/^\d{1,3}([, .']\d{3})+$/.test(cell)) return `"${cell}" with separators of thousands`;
  return /^\d+(\.0+)?$/.test(cell) ? undefined : `"${cell}"`;
}

/**
 * Checks the rows of a file of returns and brings them into one shape.
 *
 * @returns The rows, every problem, and what was mended: FIPS codes that had lost a leading zero.
 */
export function returnsRows(
  rows: readonly DelimitedRow[],
  context: ReturnsContext,
): { rows: ReturnsRow[]; problems: DataProblem[]; mended: DataProblem[] } {
  const { file, columns } = context;
  const problems: DataProblem[] = [];
  const mended: DataProblem[] = [];
  const lines = new Map<string, number>();
  const counties = columns.fips === undefined ? undefined : knownCounties();
  const result = rows.map(({ row, cells }): ReturnsRow => {
    const cell = (field: ReturnsField) => {
      const name = columns[field];
      return name === undefined ? "" : cells[name] ?? "";
    };
    const blame = (field: ReturnsField, expected: string, found: string) =>
      problems.push({ file, row, column: columns[field] ?? field, expected, found });

    const wrongVotes = votesProblem(cell("votes"));
    if (wrongVotes !== undefined) {
      blame("votes", "a whole number of votes, digits only", wrongVotes);
    }
    for (const field of ["candidate", "county", "precinct"] as const) {
      if (TOTAL.test(cell(field))) blame(field, "parts only", `a row of totals, "${cell(field)}"`);
    }
    if (cell("candidate") === "") blame("candidate", "a candidate", "a blank cell");
    const yearCell = cell("year");
    if (columns.year !== undefined && !/^(1[789]|20)\d\d$/.test(yearCell)) {
      blame("year", "a year such as 2016", yearCell === "" ? "a blank cell" : `"${yearCell}"`);
    }
    const stateCell = columns.state === undefined ? context.state ?? "" : cell("state");
    const state = findState(stateCell);
    if (state === undefined && columns.state !== undefined) {
      blame("state", "a state's name or postal code", `"${stateCell}"`);
    }
    let fips = cell("fips");
    if (columns.fips !== undefined && fips !== "" && fips !== "NA") {
      if (/^\d{4}$/.test(fips)) {
        const whole = `0${fips}`;
        mended.push({
          file,
          row,
          column: columns.fips,
          expected: `"${whole}"`,
          found: `"${fips}"`,
        });
        fips = whole;
      }
      if (!/^\d{5}$/.test(fips) || (!counties!.has(fips) && !fips.endsWith("000"))) {
        blame("fips", "the FIPS code of a county, five digits", `"${fips}"`);
      } else if (state !== undefined && !fips.startsWith(state.fips)) {
        blame("fips", `a code of ${state.name}, which starts with ${state.fips}`, `"${fips}"`);
      }
    }
    const key = ["year", "state", "fips", "county", "precinct", "candidate", "party", "mode"]
      .map((field) => cell(field as ReturnsField)).join("\t");
    const first = lines.get(key);
    if (first === undefined) lines.set(key, row);
    else {
      problems.push({
        file,
        row,
        expected: "each candidate once in each place",
        found: `the same as row ${first}`,
      });
    }
    return {
      year: columns.year === undefined ? context.year ?? null : Number(yearCell),
      state_po: state?.po ?? null,
      fips: fips === "" || fips === "NA" ? null : fips,
      county: cell("county") || null,
      precinct: cell("precinct") || null,
      candidate: cell("candidate"),
      party: cell("party") || null,
      mode: cell("mode") || null,
      votes: wrongVotes === undefined ? Number(cell("votes")) : 0,
    };
  });
  return { rows: result, problems, mended };
}
