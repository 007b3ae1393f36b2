import { requireOptions } from "../../check/mod.ts";
import { stateName, statePo, year } from "../columns.ts";
import { loadTable, type OneOrMore, type Rows } from "../load_table.ts";
import { counts, integers, type RowOf, type TableSchema, texts } from "../schema.ts";

/** The parties of each state's members of the House that would choose a president. */
export const houseDelegations = {
  name: "house_delegations",
  file: "data/house_delegations.csv",
  title: "Members of the House by state and party, elections of 1988 to 2024",
  description:
    "One row for each election of a president and each state: the members elected with him, who " +
    "would choose the president in January if no candidate had a majority of the electors. This " +
    "table is counted by hand from lists of members.",
  columns: [
    year,
    integers("congress", "The Congress elected with the president", { minimum: 1 }),
    statePo,
    stateName,
    counts("democrats", "Members elected as Democrats"),
    counts("republicans", "Members elected as Republicans"),
    counts("independents", "Members elected as independents"),
    counts("unknown", "Seats whose first holder the source does not name"),
    texts("page", "Address of the list of members"),
  ],
  key: ["year", "state_po"],
  license: "none stated: facts of public record",
  caveats: [
    "Counted are those elected in November, where a seat changed hands later the first holder; seats empty on the first day are counted for whoever was elected",
    "For 1988 to 2020 the lists are Voteview's; for 2024 a list of present members of June 2026, so that 14 seats whose first holder had left, or changed party, are unknown",
  ],
} as const satisfies TableSchema;

/**
 * Loads the parties of the states' delegations to the House.
 *
 * @param options.year One election or several; all when left out.
 * @returns Rows with columns year, congress, state_po, state, democrats, republicans,
 * independents, unknown, page.
 * @throws {RangeError} for a year that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadHouseDelegations } from "tallybook/data";
 *
 * const elected = loadHouseDelegations({ year: 2016 }).toRecords();
 * assertEquals(elected.reduce((sum, row) => sum + row.republicans, 0), 241);
 * ```
 */
export function loadHouseDelegations(
  options: { year?: OneOrMore<number> } = {},
): Rows<RowOf<typeof houseDelegations>> {
  requireOptions("load house delegations", options, ["year"]);
  return loadTable(houseDelegations, { year: options.year });
}
