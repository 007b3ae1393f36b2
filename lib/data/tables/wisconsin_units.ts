import { requireOptions } from "../../check/mod.ts";
import { source, votes } from "../columns.ts";
import { loadTable, type OneOrMore, type Rows } from "../load_table.ts";
import { type RowOf, type TableSchema, texts } from "../schema.ts";

/** Wisconsin's reporting units of 2016, original canvass and recount side by side. */
export const wisconsinUnits = {
  name: "wisconsin_units",
  file: "data/wisconsin_units.csv",
  title: "Wisconsin 2016 by reporting unit: original canvass and recount",
  description:
    "One row for each reporting unit (a ward or several). Columns that end in _original are from " +
    "the canvass before the recount of December 2016, those in _recount from after it.",
  columns: [
    texts("county", "The county, in capitals"),
    texts("municipality", "The municipality, in capitals"),
    texts("unit", "The reporting unit"),
    votes("trump_original", "Donald Trump, original canvass"),
    votes("clinton_original", "Hillary Clinton, original canvass"),
    votes("johnson_original", "Gary Johnson, original canvass"),
    votes("stein_original", "Jill Stein, original canvass"),
    votes("total_original", "All candidates, original canvass"),
    votes("trump_recount", "Donald Trump, recount"),
    votes("clinton_recount", "Hillary Clinton, recount"),
    votes("johnson_recount", "Gary Johnson, recount"),
    votes("stein_recount", "Jill Stein, recount"),
    votes("total_recount", "All candidates, recount"),
    texts(
      "technology",
      "How most of the municipality's ballots were cast (half or more): DRE, scan or hand; mixed " +
        "where none has half; blank where the clerk's report can't be used",
      { optional: true, values: ["DRE", "scan", "hand", "mixed"] },
    ),
    source,
  ],
  key: ["county", "municipality", "unit"],
  license: "none stated: facts of public record (Wisconsin Elections Commission)",
  caveats: [
    "Whether a county recounted by hand or by machine was its own choice, and is not in this file",
  ],
} as const satisfies TableSchema;

/**
 * Loads Wisconsin's reporting units of 2016.
 *
 * @param options.counties Counties in capitals; all when left out.
 * @param options.technology "DRE", "scan", "hand" or "mixed"; all when left out.
 * @returns Rows; see the table's columns.
 * @throws {RangeError} for a county or technology that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadWisconsinUnits } from "tallybook/data";
 *
 * const units = loadWisconsinUnits();
 * const sum = (votes: (row: typeof units[number]) => number) =>
 *   units.reduce((total, row) => total + votes(row), 0);
 * assertEquals([sum((row) => row.trump_original), sum((row) => row.trump_recount)], [1_404_440, 1_405_284]);
 * assertEquals(sum((row) => row.clinton_recount - row.clinton_original), 713);
 * ```
 */
export function loadWisconsinUnits(
  options: {
    counties?: readonly string[];
    technology?: OneOrMore<"DRE" | "scan" | "hand" | "mixed">;
  } = {},
): Rows<RowOf<typeof wisconsinUnits>> {
  requireOptions("load wisconsin units", options, ["counties", "technology"]);
  return loadTable(wisconsinUnits, { county: options.counties, technology: options.technology });
}
