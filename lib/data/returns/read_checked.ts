import {
  requireFlag,
  requireInteger,
  requireList,
  requireOneOf,
  requireOptions,
  requireRecord,
  requireText,
  unknownName,
} from "../../check/mod.ts";
import { DataError } from "../data_error.ts";
import { findState, statePostalCodes } from "../states.ts";
import type { KnownCounties } from "./check_places.ts";
import { type CheckedTable, checkTable } from "./check_table.ts";
import { fieldNames, type ReturnsField, type ReturnsFormat } from "./fields.ts";
import { fromFileName } from "./file_name.ts";
import type { Defaults } from "./frame.ts";
import { Kind } from "./kinds.ts";
import type { Nominees } from "./layouts/wide.ts";
import type { OpenFile } from "./open_file.ts";
import { type Mend, mends, type ReturnsProblem } from "./problem.ts";
import { readTable } from "./read_table.ts";
import { toldOtherwise } from "./told_otherwise.ts";

/** What reading a file is called in its errors. */
export const TASK = "Cannot read returns";
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

/** What the reader knows beside the file. */
export interface KnownNames {
  readonly counties: KnownCounties;
  readonly nominees: (year: number) => Nominees | undefined;
}

/**
 * Reads an open file into checked columns, in Deno or in a browser: every problem at once, or none.
 *
 * @param progress Told how far the reading is, in bytes.
 */
export function readChecked(
  opened: OpenFile,
  path: string,
  options: ReadReturnsOptions,
  known: KnownNames,
  progress?: (read: number, size: number) => void,
): { readonly checked: CheckedTable; readonly defaults: Defaults } {
  const checkedOptions = checkOptions(options);
  const named = fromFileName(path);
  const mend = new Set(options.mend ?? []);
  const table = readTable(opened, path, {
    ...options,
    task: TASK,
    year: options.year ?? named.year,
    state: checkedOptions.state ?? named.state,
    named,
    mend,
    nominees: known.nominees,
    ...(progress === undefined ? {} : { progress }),
  });
  const year = options.year ?? named.year ?? table.named?.year;
  const state = checkedOptions.state ?? named.state ?? table.named?.state;
  const county = options.county ??
    (table.text.county === undefined ? named.county ?? table.named?.county : undefined);
  const checked = checkTable(table, mend, known.counties, state);
  toldOtherwise(checked, path, { ...options, state: checkedOptions.state }, named);
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
  // Where no row could be cut into cells, that is the problem.
  if (!votes && (problems.length === 0 || table.rows > 0 || table.leftOut.size > 0)) {
    problems.push(noRows(checked, table.names.office));
  }
  if (problems.length > 0) throw new DataError(TASK, problems, advice(problems));
  const po = state === undefined ? undefined : findState(state)?.po;
  return { checked, defaults: { year, state: po, county } };
}

function checkOptions(options: ReadReturnsOptions): { state?: string } {
  requireOptions("read returns", options, OPTIONS);
  if (options.format !== undefined) {
    requireOneOf("read returns", 'option "format"', options.format, formats);
  }
  requireList("read returns", 'option "mend"', options.mend ?? []);
  for (const mend of options.mend ?? []) requireOneOf("read returns", 'option "mend"', mend, mends);
  for (const name of ["county", "sheet", "state"] as const) {
    if (options[name] !== undefined) {
      requireText("read returns", `option "${name}"`, options[name]);
    }
  }
  if (options.check !== undefined) requireFlag("read returns", 'option "check"', options.check);
  for (const name of ["columns", "candidates"] as const) {
    const map = options[name];
    if (map === undefined) continue;
    requireRecord("read returns", `option "${name}"`, map);
    for (const [key, value] of Object.entries(map)) {
      if (name === "columns") {
        requireOneOf("read returns", 'option "columns"', key, Object.keys(fieldNames));
      }
      requireText("read returns", `option "${name}", ${key}`, value);
    }
  }
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

function noRows({ work }: CheckedTable, column: string | undefined): ReturnsProblem {
  const { table, mended } = work;
  const offices = [...table.leftOut.keys()];
  const more = offices.length > 12 ? ` and ${offices.length - 12} more` : "";
  const [apart] = mended.list().filter(({ rows, row }) => (rows ?? row) !== undefined);
  return {
    file: table.file,
    ...(column === undefined ? {} : { column }),
    expected: column === undefined ? "rows below the header" : "rows for president",
    found: offices.length > 0
      ? `rows for ${offices.slice(0, 12).map((office) => `"${office}"`).join(", ")}${more}`
      : table.rows > 0 && apart !== undefined
      ? `no row that is a candidate's: ${apart.found}`
      : column === "contest"
      ? "no contest at all"
      : "a header line only",
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
