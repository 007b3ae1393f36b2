import { wisconsinCounties } from "../../tables/wisconsin_counties.ts";
import type { Row, TableBuild } from "../table_build.ts";

function weightedMean(rows: readonly Row[], value: (row: Row) => number, weight: string): number {
  let sum = 0;
  let weights = 0;
  for (const row of rows) {
    sum += value(row) * Number(row[weight]);
    weights += Number(row[weight]);
  }
  return sum / weights;
}

function percentOf(rows: readonly Row[], part: string, whole: string): number {
  const sum = (name: string) => rows.reduce((total, row) => total + Number(row[name]), 0);
  return 100 * sum(part) / sum(whole);
}

function toRow(county: string, rows: readonly Row[]): Row {
  const area = rows.reduce((sum, row) => sum + Number(row.population) / Number(row.density), 0);
  const people = rows.reduce((sum, row) => sum + Number(row.population), 0);
  return {
    county,
    municipalities: rows.length,
    votes_2016: rows.reduce((sum, row) => sum + Number(row.votes_2016), 0),
    dre_share: weightedMean(rows, (row) => Number(row.dre_share), "votes_2016"),
    scan_share: weightedMean(rows, (row) => Number(row.scan_share), "votes_2016"),
    clinton_2016_percent: percentOf(rows, "clinton_2016", "votes_2016"),
    trump_2016_percent: percentOf(rows, "trump_2016", "votes_2016"),
    obama_2012_percent: percentOf(rows, "obama_2012", "votes_2012"),
    romney_2012_percent: percentOf(rows, "romney_2012", "votes_2012"),
    college_percent: weightedMean(rows, (row) => Number(row.college_percent), "population"),
    white_percent: weightedMean(rows, (row) => Number(row.white_percent), "population"),
    density: people / area,
    source: String(rows[0]!.source),
  };
}

/** Builds Wisconsin's counties from the municipalities. */
export const wisconsinCountiesBuild: TableBuild = {
  schema: wisconsinCounties,
  build({ rows }) {
    const counties = new Map<string, Row[]>();
    for (const row of rows("wisconsin_municipalities")) {
      if (row.excluded !== null) continue;
      const county = String(row.county);
      counties.set(county, [...counties.get(county) ?? [], row]);
    }
    return [...counties].sort(([a], [b]) => a < b ? -1 : 1).map(([county, inCounty]) =>
      toRow(county, inCounty)
    );
  },
};
