import { findState } from "../../states.ts";
import { countyDemographics } from "../../tables/county_demographics.ts";
import type { TableBuild } from "../table_build.ts";

const FILE = "election-context-2018/election-context-2018.csv";
const GAZETTEER = "gazetteer-2017/2017_Gaz_counties_national.txt";
const SQUARE_METERS_PER_SQUARE_MILE = 2_589_988.110336;

function number(cell: string | undefined): number | null {
  return cell === undefined || cell === "" || cell === "NA" ? null : Number(cell);
}

/** Builds the county demographics. */
export const countyDemographicsBuild: TableBuild = {
  schema: countyDemographics,
  build({ raw }) {
    const area = new Map(
      raw.csv(GAZETTEER, { delimiter: "\t", encoding: "latin1" })
        .map((row) => [row.GEOID!, Number(row.ALAND) / SQUARE_METERS_PER_SQUARE_MILE]),
    );
    // The gazetteer has the county under its present code.
    area.set("46113", area.get("46102")!);
    return raw.csv(FILE).map((row) => {
      const fips = row.fips!.padStart(5, "0");
      const land = area.get(fips) ?? null;
      const population = number(row.total_population);
      return {
        fips,
        state_po: findState(row.state!)!.po,
        county: row.county!,
        clinton_2016: number(row.clinton16),
        trump_2016: number(row.trump16),
        others_2016: number(row.otherpres16),
        obama_2012: number(row.obama12),
        romney_2012: number(row.romney12),
        others_2012: number(row.otherpres12),
        population,
        citizens: number(row.cvap),
        white_percent: number(row.white_pct),
        black_percent: number(row.black_pct),
        hispanic_percent: number(row.hispanic_pct),
        foreign_born_percent: number(row.foreignborn_pct),
        female_percent: number(row.female_pct),
        under_30_percent: number(row.age29andunder_pct),
        over_64_percent: number(row.age65andolder_pct),
        median_income: number(row.median_hh_inc),
        unemployment_percent: number(row.clf_unemploy_pct),
        less_than_high_school_percent: number(row.lesshs_pct),
        less_than_college_percent: number(row.lesscollege_pct),
        rural_percent: number(row.rural_pct),
        rural_urban_code: row.ruralurban_cc === "NA" ? null : row.ruralurban_cc!,
        land_area: land === null ? null : Number(land.toFixed(3)),
        density: land === null || population === null
          ? null
          : Number((population / land).toFixed(4)),
        source: FILE,
      };
    });
  },
};
