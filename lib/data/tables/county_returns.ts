import { requireOptions } from "../../check/mod.ts";
import { fips, source, statePo, status, votes, year } from "../columns.ts";
import { loadTable, type OneOrMore, type Rows } from "../load_table.ts";
import { type RowOf, type TableSchema, texts } from "../schema.ts";

/** Popular votes for president by county and candidate. */
export const countyReturns = {
  name: "county_returns",
  file: "data/county_returns.parquet",
  title: "Popular votes for president by county and candidate, 2000 to 2024",
  description:
    "One row for each year, county and candidate. 2016 has third parties by name, 2000 has Ralph " +
    "Nader; other years have the two largest and the others added up.",
  columns: [
    year,
    statePo,
    fips,
    texts("county", "The county's name, as the source writes it"),
    texts("candidate", "The candidate's usual name"),
    texts("party", "The party that the candidate stood for in the nation", { optional: true }),
    votes("votes", "Votes counted for the candidate"),
    status,
    source,
  ],
  key: ["year", "fips", "county", "candidate"],
  license: "2020 and 2024: MIT (the compilation); others none stated: facts of public record",
  caveats: [
    "Florida 2000 lacks 2,490 late ballots from abroad (Bush 1,575, Gore 836): its counties show Gore ahead by 202, the certified count Bush by 537",
    "2020 and 2024 were collected from news sites before every canvass was closed; data/reconciliation.csv has the differences by state",
    "New York 2004 to 2012 is data/new_york_counties.csv, which adds up a candidate's lines; in 2008 and 2012 it is from before the last amendments (2012: Obama lacks 5,497, Romney 862)",
    "Alaska reports districts, not boroughs: 2000 to 2012 have codes of districts, 2016 one row for the state (02000), 2020 and 2024 districts",
    "Kansas City (36000) is counted apart from Jackson County, Missouri, in 2004 to 2012; Oglala Lakota (46102) appears as 46113, its old code, to 2016",
    "Connecticut's counties become planning regions in 2024; Bedford City, Virginia (51515) joins its county after 2012",
  ],
} as const satisfies TableSchema;

/**
 * Loads popular votes by county and candidate.
 *
 * @param options.year One year or several; all when left out.
 * @param options.states Postal codes; all when left out.
 * @param options.candidates Names as the table spells them; all when left out.
 * @returns Rows with columns year, state_po, fips, county, candidate, party, votes, status,
 * source.
 * @throws {RangeError} for a year, state or candidate that the table does not hold.
 * @throws {DataError} when the file is missing.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadCountyReturns } from "tallybook/data";
 *
 * const wisconsin = loadCountyReturns({ year: 2016, states: ["WI"], candidates: ["Jill Stein"] });
 * assertEquals(wisconsin.length, 72);
 * assertEquals(wisconsin.reduce((sum, row) => sum + row.votes, 0), 31_072);
 * ```
 */
export function loadCountyReturns(
  options: {
    year?: OneOrMore<number>;
    states?: readonly string[];
    candidates?: readonly string[];
  } = {},
): Rows<RowOf<typeof countyReturns>> {
  requireOptions("load county returns", options, ["year", "states", "candidates"]);
  return loadTable(countyReturns, {
    year: options.year,
    state_po: options.states,
    candidate: options.candidates,
  });
}
