/** A panel as the report lists it. */
export interface PanelEntry {
  readonly id: string;
  readonly title: string;
  /** One sentence for the index. */
  readonly description: string;
  /** What the panel assumes, in words for its page. */
  readonly caveat: string;
  readonly data: "elections" | "count";
  /** Notebooks whose pages link to it, by a word in their names. */
  readonly notebooks: RegExp;
}

/** The live panels, in the order of the index. */
export const PANELS: readonly PanelEntry[] = [
  {
    id: "spoiler_map",
    title: "What if third candidates had not run?",
    description:
      "Say how many of their voters would have voted, and for whom; see electors and winner change.",
    caveat:
      "What these voters would have done is not in the counts. The map shows which behavior would have changed what; it does not say which is likely. Everybody else is assumed to vote as they did, in every state alike.",
    data: "elections",
    notebooks: /third_party|spoiler|inversion/,
  },
  {
    id: "uniform_swing",
    title: "If every state had moved alike",
    description: "Move all margins by the same number of points; find the state that decides.",
    caveat:
      "Real swings are not uniform. Congressional districts of Maine and Nebraska are their own contests from 2008 on, with votes derived from published shares; before, no district differed from its state.",
    data: "elections",
    notebooks: /electoral_college|inversion|history|swing/,
  },
  {
    id: "allocation_rules",
    title: "The same votes under other rules",
    description: "Electors by winner takes all, by district, in proportion, and nationwide.",
    caveat:
      "Under another rule campaigns and voters would have acted differently: the panel counts the votes as they were cast. Candidates below 0.2 percent of the nation's votes receive no electors here. District votes are derived from published shares.",
    data: "elections",
    notebooks: /rule|apportion|alternative|reform|electoral_college/,
  },
  {
    id: "late_count",
    title: "A count in progress: where can the lead end?",
    description: "Take the count of November 2016 on any day and project what was left.",
    caveat:
      "At the time nobody knew how many votes were left; the panel opens with the number that came. Totals are those of one tracker, the Cook Political Report's.",
    data: "count",
    notebooks: /popular_vote|counting/,
  },
  {
    id: "audit_size",
    title: "How many ballots would an audit look at?",
    description: "Choose a contest and a risk limit; compare the kinds of audit.",
    caveat:
      "Sizes are averages if the reported result is right. Without data on ballots that held no valid vote, or had no paper record, both start at zero: set them.",
    data: "elections",
    notebooks: /audit|machine|recount/,
  },
];

/** The address of a panel's page. */
export const panelHref = (id: string): string => `live_${id}.html`;
