import pl from "nodejs-polars";
import { DataError, type DataProblem } from "./data_error.ts";
import { delimitedRows } from "./delimited_rows.ts";
import { textOf } from "./file_text.ts";
import type { Frame } from "./load_table.ts";
import {
  closestName,
  type ReturnsField,
  type ReturnsFormat,
  returnsLayouts,
} from "./returns_layout.ts";
import { type ReturnsRow, returnsRows } from "./returns_rows.ts";

/** A file of returns, read and checked. */
export interface ReadReturns {
  /** Columns year, state_po, fips, county, precinct, candidate, party, mode, votes. */
  readonly returns: Frame<ReturnsRow>;
  /** What was mended on the way, row by row: FIPS codes that had lost a leading zero. */
  readonly mended: readonly DataProblem[];
  /** Rows that were left out because they are for another office, by office. */
  readonly leftOut: Readonly<Record<string, number>>;
}

const PRESIDENT = /^(us |u\.s\. )?president(ial)?\b|^president of the united states/i;

type Columns = Partial<Record<ReturnsField, string>>;

/** Finds the layout's columns in a header. */
function findColumns(
  header: readonly string[],
  format: ReturnsFormat,
  file: string,
): { columns: Columns; problems: DataProblem[] } {
  const { columns: names, required } = returnsLayouts[format];
  const columns: Columns = {};
  const problems: DataProblem[] = [];
  for (const [field, possible] of Object.entries(names) as [ReturnsField, readonly string[]][]) {
    const name = possible.find((wanted) => header.includes(wanted));
    if (name !== undefined) columns[field] = name;
    else if (required.includes(field)) {
      const close = closestName(possible[0]!, header);
      const semicolons = header.length === 1 && header[0]!.includes(";");
      problems.push({
        file,
        row: 1,
        column: possible[0]!,
        expected: `a column "${possible[0]}", as ${format} files have it`,
        found: semicolons
          ? "one column with semicolons: cells must be separated by commas"
          : close !== undefined
          ? `"${close}", which may be meant`
          : `the columns ${header.map((column) => `"${column}"`).join(", ")}`,
      });
    }
  }
  return { columns, problems };
}

/** OpenElections' files say date and state in their names: 20161108__pa__general__county.csv. */
function fromFileName(path: string): { year?: number; state?: string } {
  const match = /(\d{4})\d{4}__([a-z]{2})__/.exec(path);
  return match === null ? {} : { year: Number(match[1]), state: match[2]!.toUpperCase() };
}

/**
 * Reads a researcher's own file of returns: delimited text, UTF-8, with a header line. Files that
 * end in .tsv or .txt are read with tabs, all others with commas.
 *
 * Nothing is dropped in silence: what is wrong stops the reading, and all that is wrong is said at
 * once, with row numbers. Codes that lost a leading zero are mended, and listed.
 *
 * @param path The file.
 * @param options.format "tidy" (state_po, candidate, votes, and year, fips, county, precinct,
 * party, mode where there are any), "medsl" (as the MIT Election Data and Science Lab publishes
 * returns), or "openelections".
 * @param options.year The year of all rows, where the file does not say it.
 * @param options.state The postal code of all rows, where the file does not say it.
 * @returns The returns for president, what was mended, and how many rows were for other offices.
 * @throws {DataError} listing every problem: a missing or misspelt column, a negative, fractional
 * or blank count, text or separators in a count, rows of totals, duplicates, unknown states and
 * FIPS codes, wrong encoding or line ends, a file that is cut off, empty, or of another kind.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readReturns } from "tallybook/data";
 *
 * const path = Deno.makeTempFileSync({ suffix: ".csv" });
 * Deno.writeTextFileSync(path, "state_po,fips,candidate,votes\nAL,1001,Ada,12\nAL,01003,Ada,5\n");
 * const { returns, mended } = readReturns(path, { format: "tidy", year: 2016 });
 * assertEquals(returns.toRecords().map((row) => row.fips), ["01001", "01003"]);
 * assertEquals(mended.length, 1);
 * Deno.removeSync(path);
 * ```
 */
export function readReturns(
  path: string,
  options: { format: ReturnsFormat; year?: number; state?: string },
): ReadReturns {
  const task = `Cannot read returns`;
  const stop = (problems: readonly DataProblem[]) => {
    if (problems.length > 0) throw new DataError(task, problems);
  };
  let bytes: Uint8Array;
  try {
    bytes = Deno.readFileSync(path);
  } catch (cause) {
    if (!(cause instanceof Deno.errors.NotFound)) throw cause;
    throw new DataError(task, [{ file: path, expected: "a file", found: "none" }]);
  }
  const { text, problems: textProblems } = textOf(bytes, path);
  stop(textProblems);
  const delimiter = /\.(tsv|txt)$/i.test(path) ? "\t" : ",";
  const { header, rows, problems: shape } = delimitedRows(text, path, delimiter);
  if (header.length === 0) stop(shape);
  const { columns, problems: missing } = findColumns(header, options.format, path);
  stop(missing.length > 0 ? [...missing, ...shape] : []);

  const leftOut: Record<string, number> = {};
  const kept = rows.filter(({ cells }) => {
    const office = columns.office === undefined ? "President" : cells[columns.office] ?? "";
    if (PRESIDENT.test(office)) return true;
    leftOut[office] = (leftOut[office] ?? 0) + 1;
    return false;
  });
  const named = fromFileName(path);
  const year = options.year ?? named.year;
  const state = options.state ?? named.state;
  const checked = returnsRows(kept, {
    file: path,
    columns,
    ...(year === undefined ? {} : { year }),
    ...(state === undefined ? {} : { state }),
  });
  const problems = [...shape, ...checked.problems];
  if (columns.state === undefined && checked.rows.some((row) => row.state_po === null)) {
    problems.unshift({
      file: path,
      expected: 'a state: give the option state, or a name such as "20161108__pa__general.csv"',
      found: state === undefined ? "none" : `"${state}"`,
    });
  }
  if (kept.length === 0 && rows.length > 0) {
    problems.push({
      file: path,
      column: columns.office ?? "office",
      expected: "rows for president",
      found: `rows for ${Object.keys(leftOut).map((office) => `"${office}"`).join(", ")}`,
    });
  }
  stop(problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)));
  const column = (name: keyof ReturnsRow) => checked.rows.map((row) => row[name]);
  const texts = ["state_po", "fips", "county", "precinct", "candidate", "party", "mode"] as const;
  const returns = pl.DataFrame([
    pl.Series("year", column("year") as (number | null)[], pl.Int32),
    ...texts.map((name) => pl.Series(name, column(name) as (string | null)[], pl.Utf8)),
    pl.Series("votes", column("votes") as number[], pl.Int32),
  ]) as unknown as Frame<ReturnsRow>;
  return { returns, mended: checked.mended, leftOut };
}
