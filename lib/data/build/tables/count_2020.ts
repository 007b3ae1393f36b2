import { findState } from "../../states.ts";
import { countShares2020, countVotes2020 } from "../../tables/count_2020.ts";
import type { Row, TableBuild } from "../table_build.ts";

const SHARES = "derived/nyt2020_timeseries_snichols.csv";
const CHANGES = "count-timeseries-2020/all-state-changes.csv";

function byStateAndTime(rows: Row[]): Row[] {
  const key = (row: Row) => `${row.state_po} ${row.time}`;
  rows.sort((a, b) => key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
  return rows.map((row, index) => ({ ...row, line: index + 1 }));
}

/** Builds the 2020 count in shares. */
export const countShares2020Build: TableBuild = {
  schema: countShares2020,
  build: ({ raw }) =>
    byStateAndTime(
      raw.csv(SHARES).map((row) => ({
        state_po: row.state_id!,
        time: row.timestamp!,
        votes: Number(row.votes),
        expected: Number(row.eevp) / 100,
        biden_share: Number(row.biden_share),
        trump_share: Number(row.trump_share),
        source: SHARES,
      })),
    ),
};

/** Builds the 2020 count in votes. */
export const countVotes2020Build: TableBuild = {
  schema: countVotes2020,
  build: ({ raw }) =>
    byStateAndTime(
      raw.csv(CHANGES).map((row) => {
        const leads = row.leading_candidate_name === "Biden";
        const [leading, trailing] = [row.leading_candidate_votes, row.trailing_candidate_votes];
        return {
          state_po: findState(row.state!.replace(/ \(EV.*$/, ""))!.po,
          time: `${row.timestamp!.slice(0, 10)}T${row.timestamp!.slice(11, 19)}Z`,
          biden: Number(leads ? leading : trailing),
          trump: Number(leads ? trailing : leading),
          total: Number(row.total_votes_count),
          precincts_reporting: Number(row.precincts_reporting),
          precincts: Number(row.precincts_total),
          source: CHANGES,
        };
      }),
    ),
};
