/** Who made what is in the tables of data/ that panels rest on, as far as panels read them: elections since 1976. */
export const PANEL_SOURCES = {
  state_returns:
    "Federal Election Commission for 2004 to 2016; MIT Election Data and Science Lab for other years, until 2000 with a compilation from Wikipedia",
  electoral_votes:
    "The American Presidency Project; for 2016 the Federal Election Commission and Politico; for 2024 MIT Election Data and Science Lab",
  district_returns: "Daily Kos Elections and The Downballot",
  count_2016_national:
    "Cook Political Report as quoted by news pages; Federal Election Commission, Federal Elections 2016",
  county_returns:
    "M. W. Kearney, from news sites; for other years MIT Election Data and Science Lab and T. McGovern, for New York 2004 to 2012 the National Atlas of the United States",
  county_equipment: "VerifiedVoting.org",
  colorado_audits: "Colorado Secretary of State",
  colorado_manifests: "Colorado Secretary of State, from the counties",
  colorado_drawn: "Colorado Secretary of State",
  florida_2000: "J. N. Wand and others, from county records; B. Presnell; K. Imai",
} as const;

/** The name of such a table: its file is data/NAME.csv or .parquet. */
export type PanelTable = keyof typeof PANEL_SOURCES;
