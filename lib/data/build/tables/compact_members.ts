import { findState } from "../../states.ts";
import { compactMembersTable } from "../../tables/compact_members.ts";
import { DataError } from "../../data_error.ts";
import type { TableBuild } from "../table_build.ts";

const FILE = "derived/npvic_members.csv";

/** Builds the compact's members; their electors are checked against the returns of 2024. */
export const compactMembersBuild: TableBuild = {
  schema: compactMembersTable,
  build({ raw, rows }) {
    const electors = new Map<string, number>();
    for (const row of rows("electoral_votes")) {
      if (row.year !== 2024 || row.status !== "won") continue;
      const statePo = String(row.state_po);
      electors.set(statePo, (electors.get(statePo) ?? 0) + Number(row.electors));
    }
    return raw.csv(FILE).map((row) => {
      const state = findState(row.state!)!;
      if (electors.get(state.po) !== Number(row.electoral_votes_2024)) {
        throw new DataError("Cannot build compact_members", [{
          file: FILE,
          column: "electoral_votes_2024",
          expected: `${electors.get(state.po)} for ${state.name}`,
          found: row.electoral_votes_2024!,
        }]);
      }
      return {
        state_po: state.po,
        state: state.name,
        joined: Number(row.year_of_joinder),
        electors: Number(row.electoral_votes_2024),
        source: FILE,
      };
    }).sort((a, b) => a.joined - b.joined || (a.state < b.state ? -1 : 1));
  },
};
