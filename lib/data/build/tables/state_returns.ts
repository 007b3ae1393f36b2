import { stateReturns } from "../../tables/state_returns.ts";
import { nominee2016 } from "../candidate_names.ts";
import { readFecLines } from "../fec_workbook.ts";
import type { RawFolder } from "../raw_folder.ts";
import type { Row, TableBuild } from "../table_build.ts";

/** A candidate's votes in a state, on the way to a row. */
interface Tally {
  party: string | null;
  readonly labels: string[];
  votes: number;
}

const FEC_2016 = "fec/federalelections2016.xlsx";

/** Adds up the lines of each candidate in each state, and orders them by votes. */
function rowsOf(
  year: number,
  source: string,
  lines: Iterable<
    {
      statePo: string;
      state: string;
      name: string;
      party: string | null;
      label: string;
      votes: number;
    }
  >,
  statusOf: (statePo: string) => string,
): Row[] {
  const states = new Map<string, { state: string; tallies: Map<string, Tally> }>();
  for (const { statePo, state, name, party, label, votes } of lines) {
    const entry = states.get(statePo) ?? { state, tallies: new Map<string, Tally>() };
    states.set(statePo, entry);
    const tally = entry.tallies.get(name) ?? { party, labels: [], votes: 0 };
    entry.tallies.set(name, tally);
    tally.votes += votes;
    if (label !== "" && !tally.labels.includes(label)) tally.labels.push(label);
  }
  return [...states].sort(([a], [b]) => a < b ? -1 : 1).flatMap(([statePo, { state, tallies }]) =>
    [...tallies]
      .sort(([a, first], [b, second]) => second.votes - first.votes || (a < b ? -1 : 1))
      .map(([candidate, tally]) => ({
        year,
        state_po: statePo,
        state,
        candidate,
        party: tally.party,
        ballot_lines: tally.labels.join("+") || null,
        votes: tally.votes,
        status: statusOf(statePo),
        source,
      }))
  );
}

function rows2016(raw: RawFolder): Row[] {
  const lines = readFecLines(raw, FEC_2016, "2016 Pres General Results").map((line) => ({
    ...line,
    ...nominee2016(line.id, line.firstName, line.lastName),
  }));
  return rowsOf(2016, FEC_2016, lines, (po) => po === "WI" ? "recount" : "certified");
}

/** Builds the popular votes by state and candidate. */
export const stateReturnsBuild: TableBuild = {
  schema: stateReturns,
  build: ({ raw }) => rows2016(raw),
};
