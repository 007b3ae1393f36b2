import { requireOptions } from "../../check/mod.ts";
import { year } from "../columns.ts";
import { loadTable, type OneOrMore, type Rows } from "../load_table.ts";
import { counts, type RowOf, type TableSchema, texts } from "../schema.ts";

/** Popular and electoral votes of the nation by candidate. */
export const nationalResultsTable = {
  name: "national_results",
  file: "data/national_results.csv",
  title: "National popular and electoral votes by candidate, 1789 to 2024",
  description:
    "One row for each year and candidate with an electoral vote or at least 1,000 popular votes; " +
    "the others are added up in one row. Popular votes are the sums of the states' returns.",
  columns: [
    year,
    texts("candidate", "The candidate's usual name, the same in every table"),
    texts("party", "The party that the candidate stood for in the nation", { optional: true }),
    counts("popular_votes", "Popular votes; blank where the sources have none", {
      unit: "votes",
      optional: true,
    }),
    counts("electors_won", "Electors chosen for the candidate; blank before 1804", {
      unit: "electors",
      optional: true,
    }),
    counts("electors_cast", "Electoral votes as cast and counted", { unit: "electors" }),
    counts("states", "Number of states and districts whose votes are added up", { optional: true }),
    texts(
      "no_popular_vote",
      "States without a popular vote that chose electors, by postal code; blank where all voted, " +
        '"all" where the sources have no popular votes',
      { optional: true },
    ),
    texts("source", "The tables that the row is made from"),
  ],
  key: ["year", "candidate"],
  license: "none stated: facts of public record",
  caveats: [
    "Popular votes before 1824 exist for some states but not in these sources",
    "From 1789 to 1800 each elector wrote two names: the votes cast are twice the electors",
    "In 1824 nobody had a majority of the electors, and the House chose John Quincy Adams",
    "In 1872 electors of Horace Greeley, who had died, voted for others; Congress did not count three votes for him, nor those of Arkansas and Louisiana",
    "In 1960 Alabama's popular vote can be read in several ways: its electors were chosen one by one",
  ],
} as const satisfies TableSchema;

/**
 * Loads national results by candidate.
 *
 * @param options.year One year or several; all when left out.
 * @returns Rows with columns year, candidate, party, popular_votes, electors_won,
 * electors_cast, states, no_popular_vote, source.
 * @throws {RangeError} for a year that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadNationalResults } from "tallybook/data";
 *
 * const [gore, bush] = loadNationalResults({ year: 2000 });
 * assertEquals(gore!.popular_votes! - bush!.popular_votes!, 543_895);
 * assertEquals([bush!.electors_won, gore!.electors_won, gore!.electors_cast], [271, 267, 266]);
 * ```
 */
export function loadNationalResults(
  options: { year?: OneOrMore<number> } = {},
): Rows<RowOf<typeof nationalResultsTable>> {
  requireOptions("load national results", options, ["year"]);
  return loadTable(nationalResultsTable, { year: options.year });
}
