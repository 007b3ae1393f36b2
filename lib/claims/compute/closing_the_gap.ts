import { loadStateReturns } from "../../data/mod.ts";
import type { Computed } from "../claim.ts";
import { certifiedLead } from "./national_vote.ts";

/** P13: no count says what another campaign would have brought; only what it had to bring. */
export function votesToCloseTheGap(): Computed {
  const needed = certifiedLead() + 1;
  const named = loadStateReturns({ year: 2016, states: ["CA", "NY", "FL"] }).toRecords()
    .reduce((sum, { votes }) => sum + votes, 0);
  return {
    then: null,
    final: null,
    evidence: [
      { name: "net votes that Trump needed to lead the nation", value: needed, unit: "votes" },
      {
        name: "the same, of all votes in the three states that he named",
        value: 100 * needed / named,
        unit: "percent",
      },
    ],
  };
}
