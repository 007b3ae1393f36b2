/** One thing that is wrong with a data file, precise enough to go and mend it. */
export interface DataProblem {
  /** The file, as the caller named it or relative to the project's root. */
  readonly file: string;
  /** The line's number in the file, counted from 1 with the header as 1; absent for the whole file. */
  readonly row?: number;
  /** All lines that have the same problem, in their order, where there are several. */
  readonly rows?: readonly number[];
  /** The column's name; absent when the problem is not in one column. */
  readonly column?: string;
  /** What the file should have held there. */
  readonly expected: string;
  /** What it holds. */
  readonly found: string;
}

const SHOWN = 20;
const LONGEST = 1000;
const ROWS_SHOWN = 3;

/** Writes one problem as a line: `returns.csv, row 12, column "votes": found …, expected …`. */
function describe(problem: DataProblem): string {
  const place = [problem.file];
  const { rows } = problem;
  if (rows !== undefined && rows.length > 1) {
    const more = rows.length - ROWS_SHOWN;
    const first = rows.slice(0, ROWS_SHOWN).join(", ");
    place.push(`rows ${first}${more > 0 ? ` and ${more.toLocaleString("en")} more` : ""}`);
  } else if (problem.row !== undefined) place.push(`row ${problem.row}`);
  if (problem.column !== undefined) place.push(`column "${problem.column}"`);
  return `${place.join(", ")}: found ${brief(problem.found)}, expected ${brief(problem.expected)}`;
}

/** A file's own words can have millions of letters; the problem has them all. */
function brief(words: string): string {
  const more = words.length - LONGEST;
  return more <= 0
    ? words
    : `${words.slice(0, LONGEST)}… (${more.toLocaleString("en")} more letters)`;
}

/**
 * Says everything that is wrong with a data file, at once.
 *
 * A file with one error often has forty: all of them are in {@linkcode DataError.problems}, and the
 * message shows the first twenty and how many more there are. The same problem in a thousand rows
 * is one problem with a thousand rows.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DataError } from "tallybook/data";
 *
 * const error = new DataError("Cannot read returns", [
 *   { file: "wi.csv", row: 3, column: "votes", expected: "a whole number, 0 or more", found: '"-4"' },
 * ]);
 * assertEquals(
 *   error.message,
 *   'Cannot read returns: wi.csv, row 3, column "votes": found "-4", expected a whole number, 0 or more',
 * );
 * ```
 */
export class DataError extends Error {
  /** The error's name. */
  override readonly name = "DataError";
  /** Every problem, in the file's order. */
  readonly problems: readonly DataProblem[];

  /**
   * Takes what could not be done, what is wrong, and what to do about it.
   *
   * @param task What could not be done: "Cannot read returns".
   * @param problems What is wrong.
   * @param advice A way on, as a sentence without a full stop.
   */
  constructor(task: string, problems: readonly DataProblem[], advice?: string) {
    const lines = problems.slice(0, SHOWN).map(describe);
    const more = problems.length - lines.length;
    if (more > 0) lines.push(`and ${more} more`);
    const said = lines.length === 1
      ? `${task}: ${lines[0]}`
      : `${task}: ${problems.length} problems\n  ${lines.join("\n  ")}`;
    super(advice === undefined ? said : `${said}\n${advice}`);
    this.problems = problems;
  }
}
