import { source, votes } from "../columns.ts";
import { loadTable, type Rows } from "../load_table.ts";
import { counts, decimals, type RowOf, type TableSchema, texts } from "../schema.ts";

const percent = { minimum: 0, maximum: 100, unit: "percent" } as const;

/** Wisconsin's counties, from the municipalities that an analysis by voting method can use. */
export const wisconsinCounties = {
  name: "wisconsin_counties",
  file: "data/wisconsin_counties.csv",
  title: "Wisconsin counties 2016: returns, voting methods and population",
  description:
    "One row for each of the 72 counties, added up from the municipalities that are not excluded: " +
    "shares weighted by votes, population figures by residents.",
  columns: [
    texts("county", "The county, in capitals"),
    counts("municipalities", "Municipalities that are added up", { minimum: 1 }),
    votes("votes_2016", "Votes for president in 2016, original canvass"),
    decimals("dre_share", "Share of votes from ballots on DRE", { minimum: 0, maximum: 1 }),
    decimals("scan_share", "Share of votes from ballots read by scan", { minimum: 0, maximum: 1 }),
    decimals("clinton_2016_percent", "Hillary Clinton, of all votes", percent),
    decimals("trump_2016_percent", "Donald Trump, of all votes", percent),
    decimals("obama_2012_percent", "Barack Obama, of all votes of 2012", percent),
    decimals("romney_2012_percent", "Mitt Romney, of all votes of 2012", percent),
    decimals("college_percent", "Bachelor's degree or more, of people of 25 and more", percent),
    decimals("white_percent", "White alone, of residents", percent),
    decimals("density", "Residents per square kilometer", {
      minimum: 0,
      unit: "people per square kilometer",
    }),
    source,
  ],
  key: ["county"],
  license:
    "none stated: facts of public record (Wisconsin Elections Commission, U.S. Census Bureau)",
} as const satisfies TableSchema;

/**
 * Loads Wisconsin's counties.
 *
 * @returns Rows; see the table's columns.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadWisconsinCounties } from "tallybook/data";
 *
 * assertEquals(loadWisconsinCounties().length, 72);
 * ```
 */
export function loadWisconsinCounties(): Rows<RowOf<typeof wisconsinCounties>> {
  return loadTable(wisconsinCounties, {});
}
