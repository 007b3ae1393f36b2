import { findState } from "../../states.ts";
import { apportionment } from "../../tables/apportionment.ts";
import type { Row, TableBuild } from "../table_build.ts";

const SEATS = "apportionment/apportionment.csv";

/** Builds the apportionment populations and seats. */
export const apportionmentBuild: TableBuild = {
  schema: apportionment,
  build({ raw }) {
    const seats = new Map<string, number>();
    for (const row of raw.csv(SEATS)) {
      const state = findState(row.Name!);
      const number = row["Number of Representatives"]!;
      if (state !== undefined && number !== "") {
        seats.set(`${row.Year} ${state.po}`, Number(number));
      }
    }
    const rows: Row[] = [];
    for (let census = 1910; census <= 2020; census += 10) {
      const file = `apportionment/${census}_census.csv`;
      for (const row of raw.csv(file)) {
        const state = findState(row.AREA!.replace("ʻ", ""));
        const number = seats.get(`${census} ${state?.po}`);
        if (state === undefined || number === undefined) continue;
        const resident = Number(row.RESIDENT_POPULATION);
        const overseas = Number(row.OVERSEAS_POPULATION ?? 0);
        const notTaxed = Number(row.POPULATION_NOT_TAXED ?? 0);
        rows.push({
          census,
          state_po: state.po,
          state: state.name,
          resident_population: resident,
          overseas_population: overseas,
          not_taxed_population: notTaxed,
          population: resident + overseas - notTaxed,
          seats: number,
          source: file,
        });
      }
    }
    return rows;
  },
};
