import { refusal, requireList } from "../check/mod.ts";
import { requireTerms } from "./column.ts";
import type { Term } from "./term.ts";

/** Terms laid side by side: the columns of a regression and which term each belongs to. */
export interface DesignMatrix {
  /** Number of units. */
  readonly rows: number;
  /** A name a column, unique. */
  readonly names: readonly string[];
  /** The columns themselves. */
  readonly columns: readonly Float64Array[];
  /** The terms, the intercept included. */
  readonly terms: readonly Term[];
}

/**
 * Lay terms side by side, with a column of ones named "(intercept)" first unless `intercept` is false.
 *
 * @throws {RangeError} if terms differ in length or two columns have one name
 */
export function designMatrix(
  rows: number,
  terms: readonly Term[],
  options: { readonly intercept?: boolean } = {},
): DesignMatrix {
  const task = "lay out a regression";
  const all: Term[] = [...requireTerms(task, terms)];
  if (options.intercept ?? true) {
    const values = new Float64Array(rows).fill(1);
    all.unshift({
      name: "(intercept)",
      kind: "intercept",
      columns: [{ name: "(intercept)", values }],
    });
  }
  const columns = all.flatMap((term) => term.columns);
  if (columns.length === 0) {
    throw new RangeError(`Cannot ${task}: terms: found none and no intercept, expected a column`);
  }
  const seen = new Set<string>();
  for (const { name, values } of columns) {
    requireList(task, `"${name}"`, values, { length: rows });
    if (seen.has(name)) {
      throw new RangeError(
        refusal({ task, where: "terms", found: `${name} twice`, expected: "distinct names" }),
      );
    }
    seen.add(name);
  }
  return {
    rows,
    names: columns.map((column) => column.name),
    columns: columns.map((column) => column.values),
    terms: all,
  };
}
