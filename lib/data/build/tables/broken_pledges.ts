import { findState } from "../../states.ts";
import { brokenPledges } from "../../tables/broken_pledges.ts";
import { compiledFile, confirmElectors, electorsCast } from "../electors_compiled.ts";
import { electorsCast2016 } from "../electors_2016.ts";
import type { RawFolder } from "../raw_folder.ts";
import type { Row, TableBuild } from "../table_build.ts";

/** Year, state, the candidate whom the state chose, and the name that an elector wrote instead. */
const BEFORE_2016: readonly (readonly [number, string, string, string])[] = [
  [1820, "NH", "James Monroe", "John Quincy Adams"],
  [1948, "TN", "Harry S. Truman", "Strom Thurmond"],
  [1956, "AL", "Adlai Stevenson", "Walter Jones"],
  [1960, "OK", "Richard Nixon", "Harry Byrd"],
  [1968, "NC", "Richard Nixon", "George Wallace"],
  [1972, "VA", "Richard Nixon", "John Hospers"],
  [1976, "WA", "Gerald Ford", "Ronald Reagan"],
  [1988, "WV", "Michael Dukakis", "Lloyd Bentsen"],
  [2004, "MN", "John Kerry", "John Edwards"],
];

const STOPPED_PAGE =
  "https://en.wikipedia.org/wiki/Faithless_electors_in_the_2016_United_States_presidential_election";

/** Votes of 2016 that the state ruled out: the elector voted again, or was replaced. */
const STOPPED_2016: readonly (readonly [string, string])[] = [
  ["CO", "John Kasich"],
  ["ME", "Bernie Sanders"],
  ["MN", "Bernie Sanders"],
];

const WINNER_2016: Readonly<Record<string, string>> = {
  HI: "Hillary Clinton",
  TX: "Donald Trump",
  WA: "Hillary Clinton",
};

function row(
  year: number,
  statePo: string,
  pledgedTo: string,
  votedFor: string,
  electors: number,
  counted: boolean,
  source: string,
): Row {
  return {
    year,
    state_po: statePo,
    state: findState(statePo)!.name,
    pledged_to: pledgedTo,
    voted_for: votedFor,
    electors,
    counted,
    source,
  };
}

function build(raw: RawFolder): Row[] {
  const rows = BEFORE_2016.map(([year, statePo, pledgedTo, votedFor]) => {
    confirmElectors(electorsCast(raw, year), year, statePo, votedFor, 1);
    return row(year, statePo, pledgedTo, votedFor, 1, true, compiledFile(year));
  });
  // The District of Columbia has three electors: two votes mean that one abstained.
  confirmElectors(electorsCast(raw, 2000), 2000, "DC", "Al Gore", 2);
  rows.push(row(2000, "DC", "Al Gore", "Nobody", 1, true, compiledFile(2000)));
  const cast = electorsCast2016(raw);
  for (const [statePo, pledgedTo] of Object.entries(WINNER_2016)) {
    for (const [votedFor, electors] of cast.get(statePo)!) {
      if (votedFor === pledgedTo) continue;
      rows.push(
        row(2016, statePo, pledgedTo, votedFor, electors, true, "fec/federalelections2016.xlsx"),
      );
    }
  }
  for (const [statePo, votedFor] of STOPPED_2016) {
    rows.push(row(2016, statePo, "Hillary Clinton", votedFor, 1, false, STOPPED_PAGE));
  }
  return rows.sort((a, b) => Number(a.year) - Number(b.year));
}

/** Builds the electors who broke their pledge. */
export const brokenPledgesBuild: TableBuild = {
  schema: brokenPledges,
  build: ({ raw }) => build(raw),
};
