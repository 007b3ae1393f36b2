import { loadStateCount2016, loadStateReturns } from "../../data/mod.ts";
import { sumVotes } from "../../election/mod.ts";
import { factValue } from "../facts.ts";
import { CLINTON, lead, trackerOn, TRUMP } from "./national_vote.ts";

/** Clinton's certified votes less Trump's in a state. */
export function certifiedStateLead(state: string): number {
  const votes = sumVotes(loadStateReturns({ year: 2016, states: [state] }).toRecords());
  return votes[CLINTON]! - votes[TRUMP]!;
}

/** The same in a feed by state, as collected on the day of the article of November 23 or another. */
export function feedLead(state: string, asOf = "2016-11-23"): number {
  const rows = loadStateCount2016({ tally: "Politico feed", asOf, states: [state] }).toRecords();
  const votes = sumVotes(rows);
  return votes[CLINTON]! - votes[TRUMP]!;
}

/** Clinton's lead in California in the tracker: the nation's less that of all other states. */
export function californiaLeadOnNovember16(): number {
  return lead(trackerOn("2016-11-16")) - lead({
    clinton: factValue("clinton-outside-california-2016-11-16"),
    trump: factValue("trump-outside-california-2016-11-16"),
  });
}
