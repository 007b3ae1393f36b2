import { requireOptions } from "../../check/mod.ts";
import { source, statePo, year } from "../columns.ts";
import { loadTable, type OneOrMore, type Rows } from "../load_table.ts";
import { integers, type RowOf, type TableSchema, texts } from "../schema.ts";

/** Cast-vote records: a row a mark on a ballot. */
export const ballotRecords = {
  name: "ballot_records",
  file: "data/ballot_records.parquet",
  title: "Cast-vote records of four counties: what each ballot chose in each contest",
  description:
    "One row for each choice of each ballot, undervotes and overvotes as what they are: " +
    "Dillon County, South Carolina, 2016 (all ballots cast on its machines); Yuma and Pima, " +
    "Arizona, 2020 (excerpts of 5,000 and 10,000 ballots); San Francisco, California, 2024 " +
    "(two of some 27,000 files). A contest that was not on a ballot has no row.",
  columns: [
    year,
    statePo,
    texts("county", "The county", { values: ["Dillon", "Pima", "San Francisco", "Yuma"] }),
    integers("ballot", "The ballot's number within its county, in the file's order", {
      minimum: 1,
    }),
    texts("precinct", "The precinct, as the file names it"),
    texts("machine", "The machine's or scanner's number, where the file gives it", {
      optional: true,
    }),
    texts("contest", "The contest, as the file names it; blank for a ballot without any vote", {
      optional: true,
    }),
    texts("choice", "The candidate or answer chosen, as the file names it; blank for no vote", {
      optional: true,
    }),
    texts("kind", "What the row is", {
      values: ["vote", "write-in", "undervote", "overvote", "straight party"],
    }),
    source,
  ],
  key: [],
  license: "none stated: facts of public record (Dillon: MIT)",
  caveats: [
    "Yuma, Pima and San Francisco are excerpts and stand for nothing but themselves",
    "Dillon's log has only choices that were made: an undervote is the absence of a row, and a ballot without any vote has one row without a contest; its absentee paper ballots are not in it",
    "San Francisco's ballots are cards: a voter's choices for president stand on one card, others on other cards; ranked contests have their first rank only",
    "The records are public; a page prints no cell of fewer than 10 ballots of one precinct",
  ],
} as const satisfies TableSchema;

/**
 * Loads cast-vote records.
 *
 * @param options.county One county or several; all when left out.
 * @throws {RangeError} for a county that the table does not hold.
 * @throws {DataError} when the file is missing.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadBallotRecords } from "tallybook/data";
 *
 * const yuma = loadBallotRecords({ county: "Yuma" });
 * assertEquals(new Set(yuma.map((row) => row.ballot)).size, 5_000);
 * ```
 */
export function loadBallotRecords(
  options: { county?: OneOrMore<string> } = {},
): Rows<RowOf<typeof ballotRecords>> {
  requireOptions("load ballot records", options, ["county"]);
  return loadTable(ballotRecords, { county: options.county });
}
