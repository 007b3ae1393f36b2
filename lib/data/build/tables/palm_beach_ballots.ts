import { palmBeachBallots } from "../../tables/palm_beach_ballots.ts";
import type { TableBuild } from "../table_build.ts";

const FILE = "ballots/palm-beach-2000/table.out.gz";

/** Builds Palm Beach County's ballots of 2000: precincts added up, absentee ones (named a…) apart. */
export const palmBeachBallotsBuild: TableBuild = {
  schema: palmBeachBallots,
  build: ({ raw }) => {
    const rows = raw.csv(FILE, { columns: ["precinct", "president", "senate", "ballots"] });
    const cells = new Map<string, number>();
    for (const { precinct, president, senate, ballots } of rows) {
      const part = precinct!.startsWith("a") ? "absentee" : "election day";
      const cell = `${part},${president},${senate}`;
      cells.set(cell, (cells.get(cell) ?? 0) + Number(ballots));
    }
    return [...cells].filter(([, ballots]) => ballots > 0)
      .sort(([a], [b]) => a < b ? -1 : 1)
      .map(([cell, ballots]) => {
        const [part, president, senate] = cell.split(",");
        return { part: part!, president: president!, senate: senate!, ballots, source: FILE };
      });
  },
};
