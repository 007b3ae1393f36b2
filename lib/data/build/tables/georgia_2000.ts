import { georgia2000 } from "../../tables/georgia_2000.ts";
import type { TableBuild } from "../table_build.ts";

const FILE = "georgia-2000/gavote.csv";

/** Builds Georgia 2000 by county. */
export const georgia2000Build: TableBuild = {
  schema: georgia2000,
  build: ({ raw }) =>
    raw.csv(FILE).map((row) => ({
      county: row.county!,
      equipment: row.equip!,
      economy: row.econ!,
      african_american_share: Number(row.perAA),
      rural: row.rural!,
      atlanta: row.atlanta!,
      gore: Number(row.gore),
      bush: Number(row.bush),
      others: Number(row.other),
      votes: Number(row.votes),
      ballots: Number(row.ballots),
      source: FILE,
    })),
};
