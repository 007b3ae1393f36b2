import { requireOptions } from "../../check/mod.ts";
import { fips, year } from "../columns.ts";
import { loadTable, type OneOrMore, type Rows } from "../load_table.ts";
import { counts, type RowOf, type TableSchema, texts } from "../schema.ts";

/** New York's counties with all lines of a candidate together, where other files have one line. */
export const newYorkCounties = {
  name: "new_york_counties",
  file: "data/new_york_counties.csv",
  title: "Popular votes for president by county of New York, all lines together, 2004 to 2012",
  description:
    "One row for each year, county and candidate. In New York a candidate may stand on the lines " +
    "of several parties; the votes of all of them are added up here. This table is written by " +
    "hand, from the county results of the National Atlas of the United States.",
  columns: [
    year,
    fips,
    texts("county", "The county's name"),
    texts("candidate", "The candidate's usual name; the others are added up"),
    counts("votes", "Votes counted on all of the candidate's lines", { unit: "votes" }),
    texts("page", "Address of the atlas' file, which names the state's returns as its source"),
  ],
  key: ["year", "fips", "candidate"],
  license:
    "public domain: a work of the United States government, without constraints on its use; taken from us-presidential-election-county-results (Data of Note, MIT)",
  caveats: [
    "2004 equals the official count of the state; 2008 lacks 244 votes for Obama and 43 for McCain, 2012 lacks 5,497 for Obama and 862 for Romney, which later amendments of the canvass added",
  ],
} as const satisfies TableSchema;

/**
 * Loads New York's counties of 2004 to 2012 with all lines of a candidate together.
 *
 * @param options.year One year or several; all when left out.
 * @returns Rows with columns year, fips, county, candidate, votes, page.
 * @throws {RangeError} for a year that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadNewYorkCounties } from "tallybook/data";
 *
 * const kerry = loadNewYorkCounties({ year: 2004 })
 *   .filter((row) => row.candidate === "John Kerry");
 * assertEquals(kerry.reduce((sum, row) => sum + row.votes, 0), 4_314_280);
 * ```
 */
export function loadNewYorkCounties(
  options: { year?: OneOrMore<number> } = {},
): Rows<RowOf<typeof newYorkCounties>> {
  requireOptions("load new york counties", options, ["year"]);
  return loadTable(newYorkCounties, { year: options.year });
}
