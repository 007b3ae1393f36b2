import { requireOptions } from "../../check/mod.ts";
import { fips, source, statePo, votes } from "../columns.ts";
import { loadTable, type Rows } from "../load_table.ts";
import { counts, decimals, type RowOf, type TableSchema, texts } from "../schema.ts";

const percent = { minimum: 0, maximum: 100, unit: "percent", optional: true } as const;

/** Who lives in each county, with the two-party votes of 2012 and 2016. */
export const countyDemographics = {
  name: "county_demographics",
  file: "data/county_demographics.csv",
  title: "County demographics of 2016, with votes of 2012 and 2016",
  description:
    "One row for each county (Alaska has none): the American Community Survey of 2012-2016, " +
    "rurality, land area, and the votes that the same compilation joined to them.",
  columns: [
    fips,
    statePo,
    texts("county", "The county's name"),
    votes("clinton_2016", "Votes for Hillary Clinton in 2016"),
    votes("trump_2016", "Votes for Donald Trump in 2016"),
    votes("others_2016", "Votes for others in 2016"),
    votes("obama_2012", "Votes for Barack Obama in 2012"),
    votes("romney_2012", "Votes for Mitt Romney in 2012"),
    votes("others_2012", "Votes for others in 2012"),
    counts("population", "Residents", { unit: "people", optional: true }),
    counts("citizens", "Citizens of voting age", { unit: "people", optional: true }),
    decimals("white_percent", "White alone, not Hispanic, of residents", percent),
    decimals("black_percent", "Black alone, not Hispanic, of residents", percent),
    decimals("hispanic_percent", "Hispanic or Latino, of residents", percent),
    decimals("foreign_born_percent", "Born abroad, of residents", percent),
    decimals("female_percent", "Women, of residents", percent),
    decimals("under_30_percent", "29 years or younger, of residents", percent),
    decimals("over_64_percent", "65 years or older, of residents", percent),
    counts("median_income", "Median income of households", { unit: "dollars", optional: true }),
    decimals("unemployment_percent", "Unemployed, of the labor force", percent),
    decimals(
      "less_than_high_school_percent",
      "No high-school diploma, of people of 25 and more",
      percent,
    ),
    decimals(
      "less_than_college_percent",
      "No bachelor's degree, of people of 25 and more",
      percent,
    ),
    decimals("rural_percent", "In rural areas, of residents, census of 2010", percent),
    texts("rural_urban_code", "Rural-urban continuum code of 2013: 1 (metropolitan) to 9 (rural)", {
      pattern: "[1-9]",
      optional: true,
    }),
    decimals("land_area", "Land area in 2017", {
      minimum: 0,
      unit: "square miles",
      optional: true,
    }),
    decimals("density", "Residents per square mile of land", {
      minimum: 0,
      unit: "people per square mile",
      optional: true,
    }),
    source,
  ],
  key: ["fips"],
  license:
    "MIT (the compilation); U.S. Census Bureau and U.S. Department of Agriculture figures are in the public domain",
  caveats: [
    "Votes for Wisconsin are from before the recount",
    "Kansas City (36000), Oglala Lakota (46113) and Bedford City, Virginia (51515) have votes but no survey figures",
  ],
} as const satisfies TableSchema;

/**
 * Loads county demographics.
 *
 * @param options.states Postal codes; all when left out.
 * @returns Rows; see the table's columns.
 * @throws {RangeError} for a state that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadCountyDemographics } from "tallybook/data";
 *
 * assertEquals(loadCountyDemographics().length, 3114);
 * assertEquals(loadCountyDemographics({ states: ["WI"] }).length, 72);
 * ```
 */
export function loadCountyDemographics(
  options: { states?: readonly string[] } = {},
): Rows<RowOf<typeof countyDemographics>> {
  requireOptions("load county demographics", options, ["states"]);
  return loadTable(countyDemographics, { state_po: options.states });
}
