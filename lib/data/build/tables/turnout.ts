import { findState } from "../../states.ts";
import { turnout } from "../../tables/turnout.ts";
import type { TableBuild } from "../table_build.ts";

const FILE = "turnout-vep/vep_1980-2016.csv";

/** Builds the voting-age and voting-eligible populations. */
export const turnoutBuild: TableBuild = {
  schema: turnout,
  build: ({ raw }) =>
    raw.csv(FILE).map((row) => ({
      year: Number(row.year),
      state_po: row.state === "United States" ? "US" : findState(row.state!)!.po,
      vap: Number(row.VAP),
      vep: Math.round(Number(row.VEP)),
      source: FILE,
    })).sort((a, b) => a.year - b.year),
};
