import { requireList, requireName, requireOneOf, requireOptions } from "../check/mod.ts";
import { type Column, requireColumn, requireLabels, requireScale, requireTerm } from "./column.ts";

/**
 * One term of a regression's right-hand side: a covariate, a factor or an interaction, as the columns
 * that it contributes to the design matrix.
 */
export interface Term {
  /** The covariate's name. */
  readonly name: string;
  /** "intercept", "numeric", "factor" or "interaction": what a marginal effect of it means. */
  readonly kind: "intercept" | "numeric" | "factor" | "interaction";
  /** The columns, each with the name that its coefficient goes by. */
  readonly columns: readonly { readonly name: string; readonly values: Float64Array }[];
  /** A factor's reference level, which has no column. */
  readonly reference?: string;
  /** The terms that an interaction multiplies. */
  readonly of?: readonly string[];
}

/**
 * A covariate measured on a scale.
 *
 * @throws {RangeError} if a value is not finite, naming the column and the row; if none is larger than 1e-60
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { numeric } from "tallybook/stats";
 *
 * assertEquals(numeric("income", [41000, 52000]).columns[0]?.name, "income");
 * ```
 */
export function numeric(name: string, values: Column): Term {
  requireName("make a covariate", "name", name);
  requireColumn("make a covariate", `"${name}"`, values);
  requireScale("make a covariate", `"${name}"`, values);
  return { name, kind: "numeric", columns: [{ name, values: new Float64Array(values) }] };
}

/**
 * A covariate with levels: equipment, county (then it is a fixed effect). Each level but the reference
 * has a column of zeros and ones named `name=level`. The reference is the first level in code-unit order
 * unless one is given.
 *
 * @throws {RangeError} if there is only one level, or the reference is not among them
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { factor } from "tallybook/stats";
 *
 * const equipment = factor("equipment", ["scan", "DRE", "scan", "lever"], { reference: "scan" });
 * assertEquals(equipment.columns.map((column) => column.name), ["equipment=DRE", "equipment=lever"]);
 * ```
 */
export function factor(
  name: string,
  values: ArrayLike<string>,
  options: { readonly reference?: string } = {},
): Term {
  const task = "make a factor";
  requireName(task, "name", name);
  requireOptions(task, options, ["reference"]);
  requireList(task, `"${name}"`, values, { least: 1 });
  requireLabels(task, `"${name}"`, values, values.length, 2);
  const all = Array.from(values);
  const levels = [...new Set(all)].sort();
  const reference = requireOneOf(
    task,
    `reference of "${name}"`,
    options.reference ?? levels[0]!,
    levels,
  );
  const columns = levels.filter((level) => level !== reference).map((level) => ({
    name: `${name}=${level}`,
    values: new Float64Array(all.length),
  }));
  const columnOf = new Map(levels.filter((level) => level !== reference).map((l, j) => [l, j]));
  for (const [i, value] of all.entries()) {
    const column = columnOf.get(value);
    if (column !== undefined) columns[column]!.values[i] = 1;
  }
  return { name, kind: "factor", columns, reference };
}

/**
 * The products of two terms' columns: lets the coefficient of one depend on the other. Give the two terms
 * themselves as well, unless you mean to leave them out.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { factor, interaction, numeric } from "tallybook/stats";
 *
 * const term = interaction(numeric("gore", [2, 3]), factor("place", ["rural", "urban"]));
 * assertEquals(term.columns[0]?.name, "gore:place=urban");
 * assertEquals([...term.columns[0]!.values], [0, 3]);
 * ```
 */
export function interaction(first: Term, second: Term): Term {
  const task = "make an interaction";
  requireTerm(task, "first", first);
  requireTerm(task, "second", second);
  const columns = first.columns.flatMap((a) =>
    second.columns.map((b) => {
      requireList(task, `"${second.name}"`, b.values, { length: a.values.length });
      return { name: `${a.name}:${b.name}`, values: a.values.map((v, i) => v * b.values[i]!) };
    })
  );
  return {
    name: `${first.name}:${second.name}`,
    kind: "interaction",
    columns,
    of: [first.name, second.name],
  };
}
