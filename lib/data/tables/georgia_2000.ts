import { source, votes } from "../columns.ts";
import { loadTable, type Rows } from "../load_table.ts";
import { counts, decimals, type RowOf, type TableSchema, texts } from "../schema.ts";

/** Georgia 2000 by county: ballots, votes and equipment. */
export const georgia2000 = {
  name: "georgia_2000",
  file: "data/georgia_2000.csv",
  title: "Georgia 2000 by county: ballots cast, votes counted, equipment",
  description: "One row for each of the 159 counties. Ballots less votes are residual votes.",
  columns: [
    texts("county", "The county, in capitals"),
    texts(
      "equipment",
      "LEVER, OS-CC (scan, central count), OS-PC (scan, precinct count), PAPER or PUNCH",
      {
        values: ["LEVER", "OS-CC", "OS-PC", "PAPER", "PUNCH"],
      },
    ),
    texts("economy", "Economic status", { values: ["poor", "middle", "rich"] }),
    decimals("african_american_share", "African Americans, share of residents", {
      minimum: 0,
      maximum: 1,
    }),
    texts("rural", "Kind of county", { values: ["rural", "urban"] }),
    texts("atlanta", "Whether the county is a part of Atlanta", {
      values: ["Atlanta", "notAtlanta"],
    }),
    votes("gore", "Votes for Al Gore"),
    votes("bush", "Votes for George W. Bush"),
    votes("others", "Votes for others"),
    votes("votes", "Votes for president"),
    counts("ballots", "Ballots cast", { unit: "ballots" }),
    source,
  ],
  key: ["county"],
  license: "GPL (the package faraway); counts are facts of public record",
  setApart: {
    name: "GPL-1.0-or-later",
    title: "GNU General Public License, any version, as the package faraway states it",
    path: "https://www.gnu.org/licenses/",
  },
} as const satisfies TableSchema;

/**
 * Loads Georgia 2000 by county.
 *
 * @returns Rows; see the table's columns.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadGeorgia2000 } from "tallybook/data";
 *
 * const georgia = loadGeorgia2000();
 * const sum = (column: "ballots" | "votes") => georgia.reduce((sum, row) => sum + row[column], 0);
 * assertEquals([georgia.length, sum("ballots"), sum("votes")], [159, 2_691_314, 2_596_633]);
 * ```
 */
export function loadGeorgia2000(): Rows<RowOf<typeof georgia2000>> {
  return loadTable(georgia2000, {});
}
