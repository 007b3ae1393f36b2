import type { TableSchema } from "../schema.ts";

/** A cell of an answer, or a value that a filter compares with. */
export type QueryCell = string | number | boolean | null;

/** A row of an answer: the group's columns, then the measures. */
export type QueryRow = Readonly<Record<string, QueryCell>>;

/** How a filter compares. A cell that is not known meets only "unknown". */
export const comparisons = ["is", "is not", "at least", "at most", "known", "unknown"] as const;

/** One way to compare. */
export type Comparison = (typeof comparisons)[number];

/** One condition on a column; a row must meet all of a query's. */
export interface Condition {
  readonly column: string;
  readonly comparison: Comparison;
  /** For "is" and "is not" one or more values, for "at least" and "at most" one, else none. */
  readonly values: readonly (string | number | boolean)[];
}

/** One number a group. */
export type Measure =
  | { readonly name: string; readonly kind: "rows" }
  | {
    readonly name: string;
    readonly kind: "known" | "sum" | "min" | "max";
    readonly column: string;
  }
  | {
    readonly name: string;
    readonly kind: "quantile";
    readonly column: string;
    readonly share: number;
  };

/** What a query asks, as plain values: an engine needs nothing else. */
export interface Plan {
  readonly table: TableSchema;
  readonly conditions: readonly Condition[];
  readonly group: readonly string[];
  readonly measures: readonly Measure[];
  /** Known totals, found by their own group's columns. */
  readonly known?: Plan;
}

/** The columns of a plan's own answer, without those of its known totals. */
export function answerColumns({ group, measures }: Plan): string[] {
  return [...group, ...measures.map(({ name }) => name)];
}
