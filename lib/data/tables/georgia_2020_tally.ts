import { requireOptions } from "../../check/mod.ts";
import { source } from "../columns.ts";
import { loadTable, type Rows } from "../load_table.ts";
import { counts, type RowOf, type TableSchema, texts } from "../schema.ts";

const ballots = { unit: "ballots" } as const;

/** Georgia's full hand tally of 2020, by batch of ballots. */
export const georgia2020Tally = {
  name: "georgia_2020_tally",
  file: "data/georgia_2020_tally.parquet",
  title: "Georgia 2020: full hand tally by batch",
  description:
    "One row for each batch of the risk-limiting audit of November 2020, for which every ballot " +
    "was counted by hand.",
  columns: [
    counts("line", "Line of the list, counted from 1", { minimum: 1 }),
    texts("county", "The county, in capitals"),
    texts("batch", "The batch's name", { optional: true }),
    texts("method", "How the ballots were cast", { optional: true }),
    counts("trump", "Donald Trump", ballots),
    counts("biden", "Joe Biden", ballots),
    counts("jorgensen", "Jo Jorgensen", ballots),
    counts("invalid_write_in", "Write-ins for persons who had not registered", ballots),
    counts("valid_write_in", "Write-ins for registered persons", ballots),
    counts("blank", "No vote for president", ballots),
    counts("overvote", "More than one vote", ballots),
    source,
  ],
  key: ["line"],
  license: "MIT (the repository of the copy); facts of public record (Georgia Secretary of State)",
  caveats: [
    "The machines' first count, which the tally audited: Trump 2,461,468, Biden 2,474,248, Jorgensen 62,131 (as the audit's report prints it)",
    "A hand count of five million ballots has errors of its own; the certified result is the machines'",
  ],
} as const satisfies TableSchema;

/**
 * Loads Georgia's hand tally of 2020 by batch.
 *
 * @param options.counties Counties in capitals; all when left out.
 * @returns Rows; see the table's columns.
 * @throws {RangeError} for a county that the table does not hold.
 * @throws {DataError} when the file is missing.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadGeorgia2020Tally } from "tallybook/data";
 *
 * const tally = loadGeorgia2020Tally();
 * const sum = (column: "biden" | "trump") => tally.reduce((sum, row) => sum + row[column], 0);
 * assertEquals([sum("biden"), sum("trump")], [2_475_141, 2_462_857]);
 * ```
 */
export function loadGeorgia2020Tally(
  options: { counties?: readonly string[] } = {},
): Rows<RowOf<typeof georgia2020Tally>> {
  requireOptions("load georgia 2020 tally", options, ["counties"]);
  return loadTable(georgia2020Tally, { county: options.counties });
}
