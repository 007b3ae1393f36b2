import { source } from "../columns.ts";
import { loadTable, type Rows } from "../load_table.ts";
import { count, type RowOf, type TableSchema, text } from "../schema.ts";

const PRESIDENT = [
  "browne",
  "buchanan",
  "bush",
  "gore",
  "hagelin",
  "harris",
  "mcreynolds",
  "moorehead",
  "nader",
  "phillips",
  "writein",
  "over",
  "under",
] as const;

const SENATE = [
  "deckard",
  "logan",
  "martin",
  "mccollum",
  "mccormick",
  "nelson",
  "simonetta",
  "writein",
  "over",
  "under",
] as const;

/** Palm Beach County 2000: what each ballot chose for president and for the Senate, counted. */
export const palmBeachBallots = {
  name: "palm_beach_ballots",
  file: "data/palm_beach_ballots.csv",
  title: "Palm Beach County 2000: ballots by choice for president and for the Senate",
  description:
    "One row for each pair of choices on one ballot (president, U.S. Senate) and part of the vote. " +
    "The ballots of election day had the butterfly layout, absentee ballots an ordinary one. Bill " +
    "Nelson was the Democratic, Bill McCollum the Republican candidate for the Senate, Joel Deckard " +
    "the Reform Party's.",
  columns: [
    text("part", "When the ballot was cast", { values: ["election day", "absentee"] }),
    text("president", "The mark for president: a candidate, more than one, or none", {
      values: PRESIDENT,
    }),
    text("senate", "The mark for the Senate: a candidate, more than one, or none", {
      values: SENATE,
    }),
    count("ballots", "Ballots with both", { unit: "ballots", minimum: 1 }),
    source,
  ],
  key: ["part", "president", "senate"],
  license: "none stated: facts of public record",
  caveats: [
    "The file has 446,670 ballots; of the votes that the county certified it has 96 percent for Bush and for Gore, 98 percent for Buchanan, 94 percent for Moorehead",
    "Which candidates an overvoted ballot marked for president is not in the file",
  ],
} as const satisfies TableSchema;

/**
 * Loads Palm Beach County's ballots of 2000, counted by their choices for president and the Senate.
 *
 * @returns Rows with columns part, president, senate, ballots, source.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadPalmBeachBallots } from "tallybook/data";
 *
 * const rows = loadPalmBeachBallots();
 * assertEquals(rows.reduce((sum, row) => sum + row.ballots, 0), 446_670);
 * ```
 */
export function loadPalmBeachBallots(): Rows<RowOf<typeof palmBeachBallots>> {
  return loadTable(palmBeachBallots, {});
}
