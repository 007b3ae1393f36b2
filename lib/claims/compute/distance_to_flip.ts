import { loadContests } from "../../data/mod.ts";
import { fewestVotes } from "../../election/mod.ts";
import type { Computed } from "../claim.ts";
import { electorsOf } from "./electors_2016.ts";
import { CLINTON, TRUMP } from "./national_vote.ts";
import { certifiedStateLead, feedLead } from "./state_lead.ts";

/** E9: Trump's lead in Michigan. */
export function michiganLead(): Computed {
  return {
    then: -feedLead("MI"),
    final: -certifiedStateLead("MI"),
    evidence: [{
      name: "the same feed on December 4",
      value: -feedLead("MI", "2016-12-04"),
      unit: "votes",
    }],
  };
}

/** E10: the margin in electors, and the fewest votes that would have changed the winner. */
export function electoralMargin(): Computed {
  const percent = (electors: Record<string, number>) => {
    const all = Object.values(electors).reduce((sum, count) => sum + count, 0);
    return 100 * (electors[TRUMP]! - electors[CLINTON]!) / all;
  };
  const flip = fewestVotes(loadContests({ year: 2016 }), {
    goal: "win",
    candidate: CLINTON,
    by: "switching",
  });
  return {
    then: percent(electorsOf("projected")),
    final: percent(electorsOf("won")),
    readings: [{
      name: "by the votes that, switched, would have changed the winner, of all votes",
      value: 100 * flip.shareOfAll,
    }],
    evidence: [
      {
        name: "votes that, switched, would have changed the winner",
        value: flip.votes,
        unit: "votes",
      },
    ],
  };
}
