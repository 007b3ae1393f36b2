import { requireOptions } from "../../check/mod.ts";
import { source, stateName, statePo, year } from "../columns.ts";
import { loadTable, type OneOrMore, type Rows } from "../load_table.ts";
import { counts, type RowOf, type TableSchema, texts } from "../schema.ts";

/** Electoral votes by unit and candidate. */
export const electoralVotes = {
  name: "electoral_votes",
  file: "data/electoral_votes.csv",
  title: "Electoral votes by unit and candidate",
  description:
    "One row for each year, unit, candidate and status. A unit is what chooses electors together: " +
    "a state, or in Maine and Nebraska the state (its two electors at large) and each district.",
  columns: [
    year,
    statePo,
    stateName,
    texts("unit", 'What chose the electors: "WI", "ME" (two at large), "ME-02"', {
      pattern: "[A-Z]{2}(-[0-9]{2})?",
    }),
    texts(
      "candidate",
      'Who the electors were for; "Undecided" where a projection left a unit open',
    ),
    texts("party", "The candidate's party", { optional: true }),
    counts("electors", "Number of electors", { minimum: 1, unit: "electors" }),
    texts(
      "status",
      "projected (called by the news while counting went on), won (by the certified popular vote " +
        "or the legislature's choice), or cast (as the electors voted)",
      { values: ["projected", "won", "cast"] },
    ),
    source,
  ],
  key: ["year", "unit", "candidate", "status"],
  license: "none stated: facts of public record",
} as const satisfies TableSchema;

/**
 * Loads electoral votes by unit and candidate.
 *
 * @param options.year One year or several; all when left out.
 * @param options.states Postal codes; all when left out.
 * @param options.status "projected", "won" or "cast"; all when left out.
 * @returns Rows with columns year, state_po, state, unit, candidate, party, electors, status,
 * source.
 * @throws {RangeError} for a year, state or status that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadElectoralVotes } from "tallybook/data";
 *
 * const cast = loadElectoralVotes({ year: 2016, states: ["TX"], status: "cast" });
 * assertEquals(cast.map((row) => [row.candidate, row.electors]), [
 *   ["Donald Trump", 36],
 *   ["John Kasich", 1],
 *   ["Ron Paul", 1],
 * ]);
 * ```
 */
export function loadElectoralVotes(
  options: {
    year?: OneOrMore<number>;
    states?: readonly string[];
    status?: OneOrMore<"projected" | "won" | "cast">;
  } = {},
): Rows<RowOf<typeof electoralVotes>> {
  requireOptions("load electoral votes", options, ["year", "states", "status"]);
  return loadTable(electoralVotes, {
    year: options.year,
    state_po: options.states,
    status: options.status,
  });
}
