import type { MunicipalRow } from "tallybook/election";

/** A town of Wisconsin with round figures. */
export const town: MunicipalRow = {
  county: "ADAMS",
  municipality: "TOWN OF ADAMS",
  votes_2016: 200,
  clinton_2016: 80,
  trump_2016: 100,
  votes_2012: 180,
  obama_2012: 90,
  romney_2012: 60,
  dre_share: 0.25,
  population: 500,
  income: 20000,
  college_percent: 10,
  white_percent: 95,
  black_percent: 1,
  latino_percent: 2,
  median_age: 45,
  unemployment_percent: 5,
  density: 12,
};
