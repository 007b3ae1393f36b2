import { requireOptions } from "../../check/mod.ts";
import { stateName, statePo, year } from "../columns.ts";
import { loadTable, type OneOrMore, type Rows } from "../load_table.ts";
import { counts, flags, type RowOf, type TableSchema, texts } from "../schema.ts";

/** Electors who did not vote for the candidate whom they were chosen to vote for. */
export const brokenPledges = {
  name: "broken_pledges",
  file: "data/broken_pledges.csv",
  title: "Electors who broke their pledge, 1820 to 2020",
  description:
    "One row for each year, state and name voted for. Votes for president only; electors of an " +
    "unpledged slate broke nothing and are not here.",
  columns: [
    year,
    statePo,
    stateName,
    texts("pledged_to", "The candidate whom the state had chosen"),
    texts("voted_for", 'The name on the ballot; "Nobody" for an abstention'),
    counts("electors", "Number of electors", { minimum: 1, unit: "electors" }),
    flags("counted", "Whether Congress counted the vote; false where the state stopped it"),
    texts("source", "The raw file, or the page, that shows it"),
  ],
  key: ["year", "state_po", "voted_for", "counted"],
  license: "none stated: facts of public record",
  caveats: [
    "Before 1948 only what the table of electoral votes shows, which is one elector in 1820",
  ],
} as const satisfies TableSchema;

/**
 * Loads the electors who broke their pledge.
 *
 * @param options.year One year or several; all when left out.
 * @param options.counted Only votes that Congress counted (true) or that were stopped (false).
 * @returns Rows with columns year, state_po, state, pledged_to, voted_for, electors, counted,
 * source.
 * @throws {RangeError} for a year that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadBrokenPledges } from "tallybook/data";
 *
 * const counted = loadBrokenPledges({ year: 2016, counted: true });
 * assertEquals(counted.reduce((sum, row) => sum + row.electors, 0), 7);
 * ```
 */
export function loadBrokenPledges(
  options: { year?: OneOrMore<number>; counted?: boolean } = {},
): Rows<RowOf<typeof brokenPledges>> {
  requireOptions("load broken pledges", options, ["year", "counted"]);
  return loadTable(brokenPledges, { year: options.year, counted: options.counted });
}
