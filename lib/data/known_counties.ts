import { loadTable } from "./load_table.ts";
import { countyDemographics } from "./tables/county_demographics.ts";
import { countyReturns } from "./tables/county_returns.ts";

let known: ReadonlySet<string> | undefined;

/** Every county's FIPS code that the tables of returns and of demographics hold. */
export function knownCounties(): ReadonlySet<string> {
  known ??= new Set([
    ...loadTable(countyReturns, {}).map((row) => row.fips),
    ...loadTable(countyDemographics, {}).map((row) => row.fips),
    "46102",
  ]);
  return known;
}
