import type { PanelEntry } from "./panel_list.ts";

/** A table that a panel rests on, and who made what is in it. */
export interface PanelSource {
  /** The table's file in data/. */
  readonly table: string;
  readonly producers: string;
}

/** The tables of each kind of data, as far as panels read them: elections since 1976. */
export const PANEL_SOURCES: Readonly<Record<PanelEntry["data"], readonly PanelSource[]>> = {
  elections: [
    {
      table: "data/state_returns.csv",
      producers:
        "Federal Election Commission for 2004 to 2016; MIT Election Data and Science Lab for other years, until 2000 with a compilation from Wikipedia",
    },
    {
      table: "data/electoral_votes.csv",
      producers:
        "The American Presidency Project; for 2016 the Federal Election Commission and Politico; for 2024 MIT Election Data and Science Lab",
    },
    {
      table: "data/district_returns.csv",
      producers: "Daily Kos Elections and The Downballot",
    },
  ],
  count: [
    {
      table: "data/count_2016_national.csv",
      producers:
        "Cook Political Report as quoted by news pages; Federal Election Commission, Federal Elections 2016",
    },
  ],
};
