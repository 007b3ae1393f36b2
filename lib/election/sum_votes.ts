import { requireCount, requireName } from "../check/mod.ts";
import { requireRows } from "./require_contests.ts";

/**
 * Votes by candidate, summed over rows of returns: states into the nation, party lines into a
 * fusion ticket. Rows must not overlap: a total row beside its parts would count twice, and so
 * would a state beside its districts (use {@link popularVote} for contests with districts).
 * @param rows Returns; cost is linear in their number.
 * @returns Votes by candidate, most first; of equal counts, the first named first.
 * @throws {RangeError} If a count is not a whole number from 0 up.
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { sumVotes } from "tallybook/election";
 * const rows = [
 *   { state_po: "WI", candidate: "Clinton", votes: 1_382_536 },
 *   { state_po: "WI", candidate: "Trump", votes: 1_405_284 },
 *   { state_po: "MI", candidate: "Clinton", votes: 2_268_839 },
 *   { state_po: "MI", candidate: "Trump", votes: 2_279_543 },
 * ];
 * assertEquals(sumVotes(rows), { Trump: 3_684_827, Clinton: 3_651_375 });
 * ```
 */
export function sumVotes(
  rows: Iterable<{ readonly candidate: string; readonly votes: number }>,
): Record<string, number> {
  const total: Record<string, number> = {};
  for (const { candidate, votes } of requireRows("sum votes", "rows", rows)) {
    requireName("sum votes", "candidate", candidate);
    requireCount("sum votes", `votes for ${candidate}`, votes);
    total[candidate] = (total[candidate] ?? 0) + votes;
  }
  return Object.fromEntries(Object.entries(total).sort((a, b) => b[1] - a[1]));
}
