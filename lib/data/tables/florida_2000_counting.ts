import { fips } from "../columns.ts";
import { loadTable, type Rows } from "../load_table.ts";
import { type RowOf, type TableSchema, texts } from "../schema.ts";

/** Where Florida's counties counted their ballots in November 2000, as far as a source names them. */
export const florida2000Counting = {
  name: "florida_2000_counting",
  file: "data/florida_2000_counting.csv",
  title:
    "Florida 2000: where each county counted, and whether a voter got an overvoted ballot back",
  description:
    "One row for each of the 67 counties. A scanner in the precinct can give an overvoted ballot " +
    "back to the voter; one at the county's center can't. This table is written by hand, from " +
    "reports that name the county; a county that none of them names is unknown, and rates of " +
    "overvotes were not used to guess it.",
  columns: [
    fips,
    texts("county", "The county's name"),
    texts("place", "Where ballots cast on election day were counted", {
      values: ["precinct", "center", "unknown"],
    }),
    texts("returned", "Whether the voter got a ballot with too many votes back, to vote again", {
      values: ["yes", "no", "unknown"],
    }),
    texts("said", "What the source says, in other words", { optional: true }),
    texts("said_by", "Who says so, and when", { optional: true }),
    texts("page", "Address of the page", { optional: true }),
  ],
  key: ["fips"],
  license: "none stated: facts of public record",
  caveats: [
    "51 of the 67 counties are in no report that was read, 31 of the 41 with scanned paper among them",
    "The Orlando Sentinel (May 6, 2001) counts 26 counties with scanners in the precincts, and (Los Angeles Times, January 28, 2001) 15 that scanned at a central office, without a list in what could be read here",
    "Some sources could be read in a copy of the article only, or in its first paragraphs; the page is the one that was read",
  ],
} as const satisfies TableSchema;

/**
 * Loads where Florida's counties counted their ballots in 2000, as far as a source names it.
 *
 * @returns Rows with columns fips, county, place, returned, said, said_by, page.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadFlorida2000Counting } from "tallybook/data";
 *
 * const counties = loadFlorida2000Counting();
 * const escambia = counties.find((row) => row.county === "Escambia")!;
 * assertEquals([escambia.place, escambia.returned], ["precinct", "no"]);
 * ```
 */
export function loadFlorida2000Counting(): Rows<RowOf<typeof florida2000Counting>> {
  return loadTable(florida2000Counting, {});
}
