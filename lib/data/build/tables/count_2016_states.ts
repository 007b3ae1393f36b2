import { findState } from "../../states.ts";
import { stateCount2016 } from "../../tables/count_2016_states.ts";
import { NONE_OF_THESE, usualName } from "../candidate_names.ts";
import type { RawFolder } from "../raw_folder.ts";
import type { BuildContext, Row, TableBuild } from "../table_build.ts";

const FEED_DAYS = ["2016-11-10", "2016-11-13", "2016-12-09"];
const POLITICO_DAYS = ["2016-11-13", "2016-11-23", "2016-12-04"];

function nameOf(raw: string): string {
  const name = raw.trim();
  return /^None of these/i.test(name) ? NONE_OF_THESE : usualName(name);
}

function feed(raw: RawFolder, day: string): Row[] {
  const source = `count-snapshots-2016/snapshot_${day}.csv`;
  return raw.csv(source).filter((row) => /^[A-Z]{2}$/.test(row.fips!) && row.fips !== "US").map((
    row,
  ) => ({
    as_of: day,
    tally: "Kearney feed",
    state_po: row.fips!,
    candidate: nameOf(row.cand ?? row.cand_name!),
    votes: Number(row.votes),
    reporting: row.pct_report === undefined ? null : Number(Number(row.pct_report).toFixed(4)),
    source,
  }));
}

/** Names such as "H. Clinton", from the candidates of 2016 in the returns. */
function shortNames({ rows }: BuildContext): Map<string, string> {
  const names = new Map<string, string>();
  for (const row of rows("national_results")) {
    if (row.year !== 2016) continue;
    const name = String(row.candidate);
    const [first = "", ...rest] = name.split(" ");
    names.set(`${first[0]}. ${rest.join(" ")}`, name);
  }
  return names;
}

function politico(context: BuildContext, day: string): Row[] {
  const source = `count-snapshots-2016/politico_state_${day}.csv`;
  const full = shortNames(context);
  const seen = new Set<string>();
  const rows: Row[] = [];
  for (const row of context.raw.csv(source)) {
    const statePo = findState(row.state!)!.po;
    const key = `${statePo} ${row.name} ${row.votes}`;
    // The page of December 4 lists the District of Columbia twice, with the same figures.
    if (seen.has(key)) continue;
    seen.add(key);
    rows.push({
      as_of: day,
      tally: "Politico feed",
      state_po: statePo,
      candidate: full.get(row.name!) ?? nameOf(row.name!),
      votes: Number(row.votes),
      reporting: row.reporting_pct === ""
        ? null
        : Number((Number(row.reporting_pct) / 100).toFixed(4)),
      source,
    });
  }
  return rows;
}

/** Builds the 2016 count by state as it came in. */
export const stateCount2016Build: TableBuild = {
  schema: stateCount2016,
  build(context) {
    const rows = [
      ...FEED_DAYS.flatMap((day) => feed(context.raw, day)),
      ...POLITICO_DAYS.flatMap((day) => politico(context, day)),
    ];
    const order = (row: Row) => `${row.tally} ${row.as_of} ${row.state_po}`;
    return rows.sort((a, b) =>
      order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : Number(b.votes) - Number(a.votes)
    );
  },
};
