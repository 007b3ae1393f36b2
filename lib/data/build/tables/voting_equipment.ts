import { findState } from "../../states.ts";
import { votingEquipment } from "../../tables/voting_equipment.ts";
import type { TableBuild } from "../table_build.ts";

const FILE = "equipment-2016/verifier-search.csv";

/** Builds the voting equipment of 2016. */
export const votingEquipmentBuild: TableBuild = {
  schema: votingEquipment,
  build: ({ raw }) =>
    raw.csv(FILE, { encoding: "latin1" }).map((row, index) => {
      const code = row["FIPS code"]!.padStart(10, "0");
      const yes = (name: string) => row[name] === "Yes";
      const number = (name: string) => row[name] === "" ? null : Number(row[name]);
      return {
        line: index + 1,
        state_po: findState(row.State!)!.po,
        fips: code.slice(0, 5),
        jurisdiction_code: code,
        jurisdiction: row.Jurisdiction!,
        division: row.Division || null,
        precincts: number("Precincts"),
        registration: number("Total Registration"),
        make: row.Make!,
        model: row.Model!,
        type: row["Equipment Type"] || null,
        vvpat: row.VVPAT!,
        accessible: yes("Accessible Use"),
        early: yes("Early Voting"),
        absentee: yes("Absentee Ballots"),
        polling_place: yes("Polling Place"),
        source: FILE,
      };
    }),
};
