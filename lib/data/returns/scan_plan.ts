import type { ReturnsProblem } from "./problem.ts";
import type { CountColumn, TextColumn } from "./text_column.ts";

/** What becomes of one column of a delimited file. */
export type ColumnUse = "skip" | "text" | "count";

/** How a file is cut into rows and cells. */
export interface ScanPlan {
  readonly file: string;
  readonly delimiter: number;
  /** Whether a carriage return alone ends a line. */
  readonly carriageReturns: boolean;
  readonly uses: readonly ColumnUse[];
  /** Names of the columns, for problems. */
  readonly names: readonly string[];
  /** The line on which the header ends. */
  readonly headerLine: number;
  /** About how many rows there will be. */
  readonly rows: number;
  /** The column whose value decides whether a row is kept. */
  readonly filter?: { readonly column: number; readonly keep: (value: string) => boolean };
}

/** What a scan found. */
export interface Scanned {
  readonly rows: number;
  readonly texts: ReadonlyMap<number, TextColumn>;
  readonly counts: ReadonlyMap<number, CountColumn>;
  /** The line in the file on which a row starts. */
  readonly lineOf: (row: number) => number;
  readonly problems: readonly ReturnsProblem[];
  /** Rows that were not kept, by the value of the filter's column. */
  readonly leftOut: ReadonlyMap<string, number>;
  /** Whether the last line is a row that was kept and has no line end. */
  readonly open: boolean;
}
