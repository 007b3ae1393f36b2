import { loadApportionment, loadElectoralVotes } from "../../data/mod.ts";
import type { Computed } from "../claim.ts";

/** E12: states with as many electors as seats in the House plus two. */
export function electorsFollowSeats(): Computed {
  const electors: Record<string, number> = {};
  for (const row of loadElectoralVotes({ year: 2016, status: "won" }).toRecords()) {
    electors[row.state_po] = (electors[row.state_po] ?? 0) + row.electors;
  }
  const fitting = loadApportionment({ census: 2010 }).toRecords()
    .filter(({ state_po, seats }) => electors[state_po] === seats + 2).length;
  return { then: fitting, final: fitting };
}

/** E14: states and the District of Columbia whose electors all go by the vote of the state. */
export function statesGoingByStateVote(): Computed {
  const units = loadElectoralVotes({ year: 2016, status: "won" }).toRecords();
  const all = new Set(units.map(({ state_po }) => state_po));
  const divided = new Set(
    units.filter(({ unit, state_po }) => unit !== state_po).map(({ state_po }) => state_po),
  );
  const whole = all.size - divided.size;
  return { then: whole, final: whole };
}
