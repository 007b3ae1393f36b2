import { loadElectoralVotes } from "../../data/mod.ts";

/** Electors of 2016 by candidate: projected on November 23, won, or cast on December 19. */
export function electorsOf(status: "projected" | "won" | "cast"): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { candidate, electors } of loadElectoralVotes({ year: 2016, status }).toRecords()) {
    sums[candidate] = (sums[candidate] ?? 0) + electors;
  }
  return sums;
}

/** The three states that the article of November 23 names. */
export const CONTESTED = ["WI", "MI", "PA"];
