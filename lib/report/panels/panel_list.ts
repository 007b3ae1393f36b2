import type { PanelTable } from "./panel_sources.ts";

/** A panel as the report lists it. */
export interface PanelEntry {
  readonly id: string;
  readonly title: string;
  /** What it computes, in one sentence, for the index and its page. */
  readonly description: string;
  /** What it cannot tell, in one sentence. */
  readonly limit: string;
  /** What the panel assumes, in words for its page. */
  readonly caveat: string;
  readonly data: "elections" | "count" | "audits";
  /** The tables that its answers rest on. */
  readonly tables: readonly PanelTable[];
  /** The names of the notebooks that it belongs to, and whose pages link to it. */
  readonly notebooks: readonly string[];
}

/** The live panels, in the order of the index. */
export const PANELS: readonly PanelEntry[] = [
  {
    id: "spoiler_map",
    title: "What if third candidates had not run?",
    description:
      "Say how many of the third candidates' voters would have voted for one of the two leaders, and for whom; see states, electors and winner change.",
    limit: "The panel cannot tell what these voters would have done: that is not in the counts.",
    caveat:
      "The map shows which behavior would have changed what; it does not say which is likely. Everybody else is assumed to vote as they did, and the voters of the candidates taken out to act alike in every state.",
    data: "elections",
    tables: ["state_returns", "electoral_votes", "district_returns"],
    notebooks: ["03_third_party_spoilers", "04_gore_2000_and_other_inversions"],
  },
  {
    id: "uniform_swing",
    title: "If every state had moved alike",
    description:
      "Move all states' margins by the same number of points; see electors and winner change, and which state decides.",
    limit:
      "The panel cannot tell how states would have moved in fact: real swings are not uniform.",
    caveat:
      "Every state and district moves by the same points of its margin. Congressional districts of Maine and Nebraska are their own contests from 2008 on, with votes derived from published shares; before, no district differed from its state.",
    data: "elections",
    tables: ["state_returns", "electoral_votes", "district_returns"],
    notebooks: ["02_electoral_college", "04_gore_2000_and_other_inversions"],
  },
  {
    id: "allocation_rules",
    title: "The same votes under other rules",
    description:
      "Choose an election; see its electors and winner by winner takes all, by district, in proportion, and nationwide.",
    limit:
      "The panel cannot tell who would have won under another rule: campaigns and voters would have acted differently.",
    caveat:
      "The votes are counted as they were cast. The two proportional rules give whole electors to the two leading candidates, or to all with at least 0.2% of the nation's votes, as set above: with more candidates in 2016 they give nobody a majority. Fractions of electors go to all who have votes. District votes, known from 2008 on, are derived from published shares.",
    data: "elections",
    tables: ["state_returns", "electoral_votes", "district_returns"],
    notebooks: ["02_electoral_college", "09_apportionment_and_other_rules"],
  },
  {
    id: "late_count",
    title: "A count in progress: where can the lead end?",
    description:
      "Take the count of November 2016 on a day, say how many votes are left and how they divide; see where the lead would end.",
    limit:
      "The panel cannot tell how many votes are left or how they divide: at the time nobody knew.",
    caveat:
      "Each day opens with the number of votes that came in the end. Totals are those of one tracker, the Cook Political Report's; only the two leading candidates' votes are counted. The line under \"what was added so far\" is a 95% prediction interval from the days' additions since November 15.",
    data: "count",
    tables: ["count_2016_national"],
    notebooks: ["01_popular_vote", "07_counting_on"],
  },
  {
    id: "audit_size",
    title: "How many ballots would an audit look at?",
    description:
      "Choose a state's contest and a risk limit; see how many ballots each kind of audit would look at.",
    limit:
      "The panel cannot tell whether the reported result is right: only looking at the ballots can.",
    caveat:
      "Sizes are averages if the reported result is right. Ballots without a paper record start at those of counties that the tables know to have had paperless machines only (2016, and Florida in 2000), votes by mail among them; elsewhere, and for ballots that held no valid vote, at zero: set them.",
    data: "elections",
    tables: ["state_returns", "county_returns", "county_equipment", "florida_2000"],
    notebooks: ["05_voting_machines_2016", "11_recounts_and_audits", "16_an_audit_redone"],
  },
  {
    id: "audit_draw",
    title: "Roll the dice again",
    description:
      "Take Colorado's audit of 2020 or 2024, change the seed, the margin, the risk limit or a county's manifest; see which ballot cards it would have looked at.",
    limit: "The panel cannot tell what the cards say: what boards saw on them is not in the files.",
    caveat:
      "Cards are drawn by the state's rule: number i is 1 plus SHA-256 of the seed, a comma and i, modulo the cards, and the manifests are laid end to end. The risk is Kaplan-Markov's, the state's method, if every drawn card was compared with its record and none differed. In 2020 Gunnison's cards were not among those that could be drawn. For margins under 5,000 votes a page would have to draw too many at once.",
    data: "audits",
    tables: ["colorado_audits", "colorado_manifests", "colorado_drawn"],
    notebooks: ["16_an_audit_redone"],
  },
];

/** The address of a panel's page. */
export const panelHref = (id: string): string => `live_${id}.html`;
