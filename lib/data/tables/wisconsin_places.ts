import { source } from "../columns.ts";
import { loadTable, type Rows } from "../load_table.ts";
import { decimals, type RowOf, type TableSchema, texts } from "../schema.ts";

/** Where Wisconsin's municipalities lie. */
export const wisconsinPlaces = {
  name: "wisconsin_places",
  file: "data/wisconsin_places.csv",
  title: "Wisconsin municipalities: where they lie",
  description:
    "One row for each municipality in each county: its code and name by the state's Legislative " +
    "Technology Services Bureau, and a point in the middle of its area, for maps. The points are " +
    "from a file of S. Case, who took the boundaries from the bureau.",
  columns: [
    texts("mcd_fips", "The Census Bureau's code of the municipality, ten digits", {
      pattern: "55[0-9]{8}",
    }),
    texts("county", "The county, in capitals"),
    texts("municipality", "The municipality, in capitals, with its kind"),
    decimals("longitude", "Degrees east, five decimals as the source has them, the rest cut off", {
      minimum: -93,
      maximum: -86,
      unit: "degrees",
    }),
    decimals("latitude", "Degrees north, five decimals as the source has them, the rest cut off", {
      minimum: 42,
      maximum: 48,
      unit: "degrees",
    }),
    source,
  ],
  key: ["mcd_fips"],
  license: "none stated: facts of public record (State of Wisconsin)",
  caveats: [
    "A municipality in two counties has a row for each; 30 of the 1,913 rows have no returns of their own in wisconsin_municipalities",
    "The village of Harrison (Calumet County) and the former town of Menasha (Winnebago County) have returns there but no code that is found here",
    "Four municipalities are named otherwise there: Fontana-on-Geneva Lake, Saint Lawrence, Mount Sterling, and Fox Crossing, which was the town of Menasha",
  ],
} as const satisfies TableSchema;

/**
 * Loads where Wisconsin's municipalities lie.
 *
 * @returns Rows with columns mcd_fips, county, municipality, longitude, latitude, source, in the order of the codes.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadWisconsinPlaces } from "tallybook/data";
 *
 * const places = loadWisconsinPlaces();
 * const madison = places.find((row) => row.mcd_fips === "5502548000")!;
 * assertEquals([places.length, Math.round(madison.latitude)], [1913, 43]);
 * ```
 */
export function loadWisconsinPlaces(): Rows<RowOf<typeof wisconsinPlaces>> {
  return loadTable(wisconsinPlaces, {});
}
