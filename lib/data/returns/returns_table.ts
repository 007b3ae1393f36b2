import type { ReturnsField } from "./fields.ts";
import type { NamedFile } from "./file_name.ts";
import type { ReturnsProblem } from "./problem.ts";
import type { CountColumn, TextColumn } from "./text_column.ts";

/** The fields of a table that are text. */
export type TextField = Exclude<ReturnsField, "votes" | "total">;

/**
 * A file of returns as plain columns, whatever its layout: what every layout's reader fills, and
 * what the checks take. It knows neither files nor data frames.
 */
export interface ReturnsTable {
  /** The file, as the caller named it. */
  readonly file: string;
  readonly rows: number;
  readonly text: Readonly<Partial<Record<TextField, TextColumn>>>;
  readonly votes: CountColumn;
  /** Columns that count one mode of voting each, beside the votes. */
  readonly modes: readonly { readonly name: string; readonly column: CountColumn }[];
  /** All votes of the contest in the row's place, where the file repeats it in each row. */
  readonly total?: CountColumn;
  /** The file's own names of the columns. */
  readonly names: Readonly<Partial<Record<ReturnsField, string>>>;
  /** The line, or the number of the entry, that a row comes from. */
  readonly lineOf: (row: number) => number;
  /** Rows for other offices, by office. */
  readonly leftOut: ReadonlyMap<string, number>;
  /** What was wrong with the file before its cells were looked at. */
  readonly problems: readonly ReturnsProblem[];
  /** What was taken differently than it stands there, and is no problem. */
  readonly notes: readonly ReturnsProblem[];
  /** Columns of the file that nothing is read from. */
  readonly unread: readonly string[];
  /** Whether the last row's count could be cut: no line end after it, and the count comes last. */
  readonly lastCountOpen: boolean;
  /** The votes were added up from the modes: the file has no column of votes. */
  readonly votesFromModes: boolean;
  /** What the name of a file inside an archive says of year, state and county. */
  readonly named?: NamedFile;
  /** The numbers of votes are tallied from ballots, so that nothing else says them. */
  readonly ballots?: number;
}
