import { requireOptions } from "../../check/mod.ts";
import { votes, year } from "../columns.ts";
import { loadTable, type OneOrMore, type Rows } from "../load_table.ts";
import { integers, type RowOf, type TableSchema, texts } from "../schema.ts";
import { statePostalCodes } from "../states.ts";

/** Sums of every table of returns beside the figures that they must meet. */
export const reconciliation = {
  name: "reconciliation",
  file: "data/reconciliation.csv",
  title: "How the tables' sums compare with control totals, and why they differ",
  description:
    "One row for each table, year, state and candidate with a control total. A difference without " +
    "a named cause stops the build.",
  columns: [
    texts("table", "The table, or the raw file, whose votes are added up"),
    year,
    texts("state_po", "Postal code, or US for the nation", { values: ["US", ...statePostalCodes] }),
    texts("candidate", 'The candidate, or "All candidates"'),
    votes("ours", "The sum"),
    votes("official", "The control total"),
    integers("difference", "The sum less the control total", { unit: "votes" }),
    texts("cause", "Why they differ; blank where they don't", { optional: true }),
    texts("explanation", "What happened", { optional: true }),
    texts("control", "Where the control total comes from"),
  ],
  key: ["table", "year", "state_po", "candidate", "control"],
  license: "none stated: facts of public record",
} as const satisfies TableSchema;

/**
 * Loads the comparison of the tables' sums with control totals.
 *
 * @param options.table One table or several; all when left out.
 * @param options.year One year or several; all when left out.
 * @returns Rows with columns table, year, state_po, candidate, ours, official, difference,
 * cause, explanation, control.
 * @throws {RangeError} for a table or year that it does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadReconciliation } from "tallybook/data";
 *
 * const rows = loadReconciliation({ table: "state_returns", year: 2016 });
 * const clinton = rows.find((row) => row.state_po === "US" && row.candidate === "Hillary Clinton");
 * assertEquals([clinton?.ours, clinton?.difference], [65_853_514, 0]);
 * ```
 */
export function loadReconciliation(
  options: { table?: OneOrMore<string>; year?: OneOrMore<number> } = {},
): Rows<RowOf<typeof reconciliation>> {
  requireOptions("load reconciliation", options, ["table", "year"]);
  return loadTable(reconciliation, { table: options.table, year: options.year });
}
