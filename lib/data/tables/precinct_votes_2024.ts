import { requireOptions } from "../../check/mod.ts";
import { source, statePo } from "../columns.ts";
import { loadTable, type Rows } from "../load_table.ts";
import { counts, integers, type RowOf, type TableSchema, texts } from "../schema.ts";

const unit = "votes";
const contest =
  "blank where the contest was not on the ballot there or the state withholds a count";

/** Votes of November 2024 by precinct and way of voting, a column a party and contest. */
export const precinctVotes2024 = {
  name: "precinct_votes_2024",
  file: "data/precinct_votes_2024.parquet",
  title: "Votes of November 2024 by precinct: president, US Senate, governor and House, 43 states",
  description:
    "One row for each precinct and way of voting, with the votes for president, for the US Senate, " +
    "for governor and for the House of Representatives beside each other. Names of precincts and " +
    "of ways of voting are the states' own; totals that repeat other rows are left out.",
  columns: [
    statePo,
    texts("fips", "Five-digit FIPS code of the county; blank where the state gives none", {
      pattern: "[0-9]{5}",
      optional: true,
    }),
    texts("jurisdiction", "What counted the votes: a county, town or district", { optional: true }),
    texts("precinct", "The precinct", { optional: true }),
    texts("mode", 'How the votes were cast, in the state\'s words; "total" where it does not say'),
    integers("harris", `Votes for Harris; ${contest}`, { unit, optional: true }),
    integers("trump", `Votes for Trump; ${contest}`, { unit, optional: true }),
    integers("president_others", `Votes for others for president; ${contest}`, {
      unit,
      optional: true,
    }),
    counts("president_no_vote", "Undervotes, overvotes, blank and spoiled, where the state says", {
      unit: "ballots",
      optional: true,
    }),
    integers("senate_democratic", `Votes for the Democrats for the US Senate; ${contest}`, {
      unit,
      optional: true,
    }),
    integers("senate_republican", `Votes for the Republicans for the US Senate; ${contest}`, {
      unit,
      optional: true,
    }),
    integers("senate_others", `Votes for others for the US Senate; ${contest}`, {
      unit,
      optional: true,
    }),
    counts("senate_no_vote", "Undervotes, overvotes, blank and spoiled, where the state says", {
      unit: "ballots",
      optional: true,
    }),
    integers("governor_democratic", `Votes for the Democrats for governor; ${contest}`, {
      unit,
      optional: true,
    }),
    integers("governor_republican", `Votes for the Republicans for governor; ${contest}`, {
      unit,
      optional: true,
    }),
    integers("governor_others", `Votes for others for governor; ${contest}`, {
      unit,
      optional: true,
    }),
    integers("house_democratic", `Votes for the Democrats for the House; ${contest}`, {
      unit,
      optional: true,
    }),
    integers("house_republican", `Votes for the Republicans for the House; ${contest}`, {
      unit,
      optional: true,
    }),
    integers("house_others", `Votes for others for the House; ${contest}`, {
      unit,
      optional: true,
    }),
    source,
  ],
  key: ["state_po", "fips", "jurisdiction", "precinct", "mode"],
  license: "none stated: facts of public record",
  caveats: [
    "Arizona, California, Illinois, New York, North Carolina, Ohio and Utah are not in it: no file could be had",
    "Louisiana is not in it: its file holds about half of the votes",
    "Indiana has 53 of its 92 counties; in 12 of them the file repeats the county's counts under three ways of voting, and one copy is kept",
    "West Virginia's file calls all votes election day; data/reconciliation.csv compares each state's sums with the official ones",
    "Several candidates of one party in one contest, as in Washington's House contests, are added up; independents who vote with a party stand under others",
    "Where a county's file does not say the parties of candidates with more than 5 percent of a contest's votes, and no other county's does, that contest is blank: parts of New Jersey",
    "Michigan has five counts below zero, which are corrections",
  ],
} as const satisfies TableSchema;

/**
 * Loads votes of November 2024 by precinct and way of voting.
 *
 * @param options.states Postal codes; all when left out.
 * @throws {RangeError} for a state that the table does not hold.
 * @throws {DataError} when the file is missing.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadPrecinctVotes2024 } from "tallybook/data";
 *
 * const wisconsin = loadPrecinctVotes2024({ states: ["WI"] });
 * assertEquals(wisconsin.reduce((sum, row) => sum + row.harris!, 0), 1_668_229);
 * ```
 */
export function loadPrecinctVotes2024(
  options: { states?: readonly string[] } = {},
): Rows<RowOf<typeof precinctVotes2024>> {
  requireOptions("load precinct votes 2024", options, ["states"]);
  return loadTable(precinctVotes2024, { state_po: options.states });
}
