import { loadStateReturns } from "../../data/mod.ts";
import { sumVotes, tally } from "../../election/mod.ts";
import type { Claim, Computed } from "../claim.ts";
import { factValue } from "../facts.ts";
import { CLINTON, lead, trackerOn, TRUMP } from "./national_vote.ts";

/** California's electors in 2016. */
const ELECTORS = 55;

/** P11: Clinton's lead in California, and what a lead of 3,000 would have given her. */
export function californiaLead({ then_as_of }: Claim): Computed {
  const votes = sumVotes(loadStateReturns({ year: 2016, states: ["CA"] }).toRecords());
  const final = votes[CLINTON]! - votes[TRUMP]!;
  const narrow = { ...votes, [CLINTON]: votes[TRUMP]! + 3_000 };
  const electors = [votes, narrow].map((each) =>
    tally([{ unit: "CA", electors: ELECTORS, votes: each }]).electors[CLINTON] ?? 0
  );
  return {
    then: lead(trackerOn(then_as_of!)) - lead({
      clinton: factValue("clinton-outside-california-2016-11-16"),
      trump: factValue("trump-outside-california-2016-11-16"),
    }),
    final,
    inference: {
      invited: "A lead of 3,000 would have given as many electors",
      holds: electors[0] === electors[1],
      because: `${electors[0]} electors with the lead as it was, ${electors[1]} with 3,000`,
    },
  };
}
