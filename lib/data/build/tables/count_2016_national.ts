import { nationalCount2016 } from "../../tables/count_2016_national.ts";
import type { TableBuild } from "../table_build.ts";

const QUOTES = "derived/cook2016_national_tracker_quotes.csv";

/** Names of tallies that only who collected them would understand, said plainly. */
const PLAIN: Readonly<Record<string, string>> = {
  // Which site's feed it was, nothing in the file says.
  "CNN-type scrape (mkearney repo)": "news feed, collected by M. W. Kearney",
  "unattributed (CNN?)": "unattributed, perhaps CNN",
};

/** Builds the dated national totals of the 2016 count. */
export const nationalCount2016Build: TableBuild = {
  schema: nationalCount2016,
  build: ({ raw }) =>
    raw.csv(QUOTES).map((row) => ({
      as_of: row.as_of!,
      tally: PLAIN[row.tally!] ?? row.tally!,
      clinton: Number(row.clinton),
      trump: Number(row.trump),
      others: row.others === "" ? null : Number(row.others),
      page: row.url!,
      note: row.note || null,
      source: QUOTES,
    })),
};
