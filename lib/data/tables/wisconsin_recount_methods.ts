import { loadTable, type Rows } from "../load_table.ts";
import { type RowOf, type TableSchema, texts } from "../schema.ts";

/** How Wisconsin's counties counted again in December 2016, as far as a source names them. */
export const wisconsinRecountMethods = {
  name: "wisconsin_recount_methods",
  file: "data/wisconsin_recount_methods.csv",
  title: "Wisconsin's recount of 2016: by hand or by machine, by county",
  description:
    "One row for each of the 72 counties, whose boards chose how to count again. This table is " +
    "written by hand, from reports that name the county; a county that none of them names is unknown.",
  columns: [
    texts("county", "The county, in capitals"),
    texts("method", "How most of its ballots were counted again", {
      values: ["hand", "machine", "unknown"],
    }),
    texts("basis", "Whether the source says what was announced or what was done", {
      values: ["announced", "done", "unknown"],
    }),
    texts("said_by", "Who says so, and when", { optional: true }),
    texts("page", "Address of the page", { optional: true }),
  ],
  key: ["county"],
  license: "none stated: facts of public record",
  caveats: [
    "56 of the 72 counties are in no report that was read",
    "What was announced was not always done: Sheboygan County is in the list of those that would scan, and counted by hand",
    "The campaign that asked for the recount counts 51 counties with 53 percent of the ballots by hand, without a list in what could be read here (jillstein.org, executive summary of its report)",
  ],
} as const satisfies TableSchema;

/**
 * Loads how Wisconsin's counties counted again in 2016, as far as a source names it.
 *
 * @returns Rows with columns county, method, basis, said_by, page.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadWisconsinRecountMethods } from "tallybook/data";
 *
 * const counties = loadWisconsinRecountMethods();
 * assertEquals(counties.length, 72);
 * assertEquals(counties.find((row) => row.county === "MILWAUKEE")!.method, "machine");
 * ```
 */
export function loadWisconsinRecountMethods(): Rows<RowOf<typeof wisconsinRecountMethods>> {
  return loadTable(wisconsinRecountMethods, {});
}
