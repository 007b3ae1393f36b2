import { requireInteger, requireOneOf, requireOptions, unknownName } from "../../check/mod.ts";
import { DataError } from "../data_error.ts";
import { findState, statePostalCodes } from "../states.ts";
import { checkTable } from "./check_table.ts";
import type { ReturnsField, ReturnsFormat } from "./fields.ts";
import { fromFileName } from "./file_name.ts";
import { Kind } from "./kinds.ts";
import { knownCounties } from "./known_counties.ts";
import { type Mend, mends, type ReturnsProblem } from "./problem.ts";
import { readTable } from "./read_table.ts";
import { ReadReturns } from "./read_result.ts";

const TASK = "Cannot read returns";
const formats = [
  "tidy",
  "medsl",
  "openelections",
  "wide",
  "clarity",
  "nist",
  "cast-vote-records",
] as const satisfies readonly ReturnsFormat[];
const OPTIONS = [
  "format",
  "year",
  "state",
  "county",
  "mend",
  "columns",
  "candidates",
  "check",
  "sheet",
];

/** How {@linkcode readReturns} reads a file. */
export interface ReadReturnsOptions {
  /** The layout; told by the file itself when left out. */
  readonly format?: ReturnsFormat;
  /** The election of all rows, where the file does not say it. */
  readonly year?: number;
  /** The postal code of all rows, where the file does not say it. */
  readonly state?: string;
  /** The county of all rows, where the file does not say it. */
  readonly county?: string;
  /** What is to be mended, and listed, where it would otherwise stop the reading. */
  readonly mend?: readonly Mend[];
  /** The file's own names of columns, by field: `{ votes: "Total", candidate: "Choice" }`. */
  readonly columns?: Readonly<Partial<Record<ReturnsField, string>>>;
  /** For format "wide": the candidate whose votes a column counts, by column. */
  readonly candidates?: Readonly<Record<string, string>>;
  /** Whether sums are held against the known totals of year and state; yes when left out. */
  readonly check?: boolean;
  /** The sheet of a workbook; the first that holds returns when left out. */
  readonly sheet?: string;
}

/**
 * Reads a researcher's own file of returns for president. The layout is told by the file: rows of
 * candidates with a header (tidy, OpenElections, the MIT Election Data and Science Lab's, in commas,
 * tabs, pipes or semicolons), a column a candidate, a workbook, Clarity's detail XML, NIST's
 * 1500-100 and 1500-103, or cast-vote records of Dominion and ES&S.
 *
 * Nothing is dropped in silence, and no count changes in silence: what is wrong stops the reading,
 * and all that is wrong is said at once, with rows, columns and the option that would go on. Each
 * row is known as a candidate's, a write-in's, a total, ballots without a vote, or a count of
 * voters; totals are found by arithmetic, so that no vote counts twice. What was left out, kept
 * apart or read differently than it stands there is listed in `mended`.
 *
 * A file is read in chunks into columns, in time and memory proportional to its rows for president.
 *
 * @param path The file.
 * @param options See {@linkcode ReadReturnsOptions}.
 * @returns The returns, what was mended or kept apart, other offices' rows by office, and how the
 * sums stand to known totals.
 * @throws {DataError} listing every problem, and the option `mend` that helps where there is one.
 * @throws {TypeError | RangeError} for an option that is not one.
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
export function readReturns(path: string, options: ReadReturnsOptions = {}): ReadReturns {
  return readReturnsWith(path, options);
}

/** Reads a file as {@linkcode readReturns} does, and tells how far it is, in bytes. */
export function readReturnsWith(
  path: string,
  options: ReadReturnsOptions,
  progress?: (read: number, size: number) => void,
): ReadReturns {
  const checkedOptions = checkOptions(options);
  const named = fromFileName(path);
  const year = options.year ?? named.year;
  const state = checkedOptions.state ?? named.state;
  const mend = new Set(options.mend ?? []);
  const table = readTable(path, {
    ...options,
    task: TASK,
    year,
    state,
    named,
    mend,
    ...(progress === undefined ? {} : { progress }),
  });
  const county = options.county ?? (table.text.county === undefined ? named.county : undefined);
  const checked = checkTable(table, mend, knownCounties);
  const { work } = checked;
  const problems = work.problems.list();
  const votes = work.kinds.some((kind) => kind <= Kind.writeIn);
  if (table.text.state === undefined && findState(state ?? "") === undefined) {
    problems.unshift({
      file: path,
      expected: 'a state: give the option state, or a name such as "20161108__pa__general.csv"',
      found: state === undefined ? "none" : `"${state}"`,
    });
  }
  if (!votes) problems.push(noRows(path, table.leftOut, table.names.office));
  if (problems.length > 0) throw new DataError(TASK, problems, advice(problems));
  return new ReadReturns({
    checked,
    defaults: { year, state: state === undefined ? undefined : findState(state)?.po, county },
    check: options.check ?? true,
  });
}

function checkOptions(options: ReadReturnsOptions): { state?: string } {
  requireOptions("read returns", options, OPTIONS);
  if (options.format !== undefined) {
    requireOneOf("read returns", 'option "format"', options.format, formats);
  }
  for (const mend of options.mend ?? []) requireOneOf("read returns", 'option "mend"', mend, mends);
  if (options.year !== undefined) {
    requireInteger("read returns", 'option "year"', options.year, { minimum: 1788, maximum: 2100 });
  }
  if (options.state === undefined) return {};
  const state = findState(options.state) ?? findState(options.state.toUpperCase());
  if (state === undefined) {
    throw new RangeError(
      unknownName("read returns", 'option "state"', options.state, statePostalCodes),
    );
  }
  return { state: state.po };
}

function noRows(
  file: string,
  leftOut: ReadonlyMap<string, number>,
  column: string | undefined,
): ReturnsProblem {
  const offices = [...leftOut.keys()];
  const more = offices.length > 12 ? ` and ${offices.length - 12} more` : "";
  return {
    file,
    ...(column === undefined ? {} : { column }),
    expected: column === undefined ? "rows below the header" : "rows for president",
    found: offices.length === 0
      ? column === "contest" ? "no contest at all" : "a header line only"
      : `rows for ${offices.slice(0, 12).map((office) => `"${office}"`).join(", ")}${more}`,
  };
}

/** The option that would go on in spite of the problems, where there is one for some of them. */
function advice(problems: readonly ReturnsProblem[]): string | undefined {
  const helpful = mends.filter((mend) => problems.some(({ option }) => option === mend));
  if (helpful.length === 0) return undefined;
  const list = helpful.map((mend) => `"${mend}"`).join(", ");
  const rest = problems.filter(({ option }) => option === undefined).length;
  return `The option mend: [${list}] goes on and lists what it changed or left out` +
    (rest === 0 ? "" : `; ${rest} of the problems must be mended in the file`);
}
