import { requireOptions } from "../../check/mod.ts";
import { stateName, statePo, year } from "../columns.ts";
import { loadTable, type OneOrMore, type Rows } from "../load_table.ts";
import { counts, integers, type RowOf, type TableSchema, texts } from "../schema.ts";

/** What recounts of whole states moved, as far as both margins could be found. */
export const recounts = {
  name: "recounts",
  file: "data/recounts.csv",
  title: "Recounts of whole states since 2000, with both margins",
  description:
    "One row for each recount of a statewide contest for which a page gives the margin before and " +
    "after. This table is written by hand and is not complete.",
  columns: [
    year,
    statePo,
    stateName,
    texts("office", "The office, or the question"),
    counts("margin_before", "Lead of the first count's winner before the recount", {
      unit: "votes",
    }),
    integers("margin_after", "Lead of the same side after it; negative where the other side won", {
      unit: "votes",
    }),
    counts("votes", "Votes or ballots counted, rounded as in the source; blank if not known", {
      optional: true,
      unit: "votes",
    }),
    texts("complete", "Whether all ballots of the state were counted again", {
      values: ["yes", "nearly", "no"],
    }),
    texts("page_before", "Address of the page with the margin before"),
    texts("page_after", "Address of the page with the margin after"),
  ],
  key: ["year", "state_po", "office"],
  license: "none stated: facts of public record",
  caveats: [
    "FairVote counted 36 recounts of statewide general elections from 2000 to 2023; those here are the ones found with both margins, which are the closer and better known ones, one of 2024, and one of a spring election (Wisconsin, 2011)",
    "The margin after also holds ballots that were added or rejected while the recount went on, as in Washington in 2004 and in Minnesota in 2008",
    "Florida's of 2000 was stopped; its margin after is the certified one. Florida's of 2018 left out counties that did not finish, and hand counts there took only ballots with no vote or too many",
  ],
} as const satisfies TableSchema;

/**
 * Loads the recounts of whole states.
 *
 * @param options.year One year or several; all when left out.
 * @returns Rows with columns year, state_po, state, office, margin_before, margin_after, votes,
 * complete, page_before, page_after.
 * @throws {RangeError} for a year that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadRecounts } from "tallybook/data";
 *
 * const reversed = loadRecounts().filter((row) => row.margin_after < 0);
 * assertEquals(reversed.map((row) => row.state_po), ["WA", "VT", "MN"]);
 * ```
 */
export function loadRecounts(
  options: { year?: OneOrMore<number> } = {},
): Rows<RowOf<typeof recounts>> {
  requireOptions("load recounts", options, ["year"]);
  return loadTable(recounts, { year: options.year });
}
