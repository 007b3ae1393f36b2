import { loadStateReturns } from "../../data/mod.ts";
import { sumVotes, tally } from "../../election/mod.ts";
import type { Computed } from "../claim.ts";
import { CLINTON, TRUMP } from "./national_vote.ts";
import { californiaLeadOnNovember16, certifiedStateLead } from "./state_lead.ts";

/** California's electors in 2016. */
const ELECTORS = 55;

/** P11: Clinton's lead in California, and what a lead of 3,000 would have given her. */
export function californiaLead(): Computed {
  const votes = sumVotes(loadStateReturns({ year: 2016, states: ["CA"] }).toRecords());
  const narrow = { ...votes, [CLINTON]: votes[TRUMP]! + 3_000 };
  const electors = [votes, narrow].map((each) =>
    tally([{ unit: "CA", electors: ELECTORS, votes: each }]).electors[CLINTON] ?? 0
  );
  return {
    then: californiaLeadOnNovember16(),
    final: certifiedStateLead("CA"),
    inference: {
      invited: "A lead of 3,000 would have given as many electors",
      ground: "the same amount of electoral votes as of she'd won it by only 3,000",
      holds: electors[0] === electors[1],
      because: `${electors[0]} electors with the lead as it was, ${electors[1]} with 3,000`,
    },
  };
}
