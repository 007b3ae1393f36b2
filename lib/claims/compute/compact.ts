import { loadCompactMembers, loadElectoralVotes } from "../../data/mod.ts";
import type { Computed } from "../claim.ts";

/** M9: states that enacted the compact in 2011, and what its members held before and after. */
export function compactIn2011(): Computed {
  const electors: Record<string, number> = {};
  for (const row of loadElectoralVotes({ year: 2012, status: "won" }).toRecords()) {
    electors[row.state_po] = (electors[row.state_po] ?? 0) + row.electors;
  }
  const held = (year: number) =>
    loadCompactMembers({ by: year }).toRecords()
      .reduce((sum, { state_po }) => sum + electors[state_po]!, 0);
  const joined = loadCompactMembers({ by: 2011 }).toRecords()
    .filter(({ joined }) => joined === 2011);
  return {
    then: joined.length,
    final: joined.length,
    inference: {
      invited: "They tried and failed",
      ground: "aren't likely to go anywhere this time, either",
      holds: joined.length === 0,
      because:
        `${joined.map(({ state }) => state).sort().join(" and ")} enacted the compact; its ` +
        `members' electors, by the map of 2012, grew from ${held(2010)} to ${held(2011)}`,
    },
  };
}
