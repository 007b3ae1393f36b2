import { groupPairs } from "./group_ids.ts";
import { fold } from "./fold.ts";
import { isTotalMode } from "./place_words.ts";
import type { CheckedTable } from "./check_table.ts";
import type { Defaults } from "./frame.ts";

/** Votes of one county, or of rows without one, in one election. */
export interface CountySum {
  readonly year: number | null;
  readonly state: string | null;
  readonly fips: string | null;
  readonly county: string | null;
  readonly votes: Map<string, number>;
  /** Modes of voting that its rows name. */
  readonly modes: Set<string>;
  /** Whether its rows are of places smaller than a county. */
  readonly places: boolean;
}

/** Adds up a checked table's votes by county and candidate. */
export function countySums({ work, places }: CheckedTable, defaults: Defaults): CountySum[] {
  const { table, votes } = work;
  const counties = work.counties();
  const pairs = groupPairs(groupPairs(counties, work.groups("candidate")), work.groups("mode"));
  const sums = new Float64Array(pairs.count);
  const seen = new Uint8Array(pairs.count);
  for (let row = 0; row < table.rows; row++) {
    if (!work.isVote(row) || Number.isNaN(votes[row])) continue;
    sums[pairs.ids[row]!]! += votes[row]!;
    seen[pairs.ids[row]!] = 1;
  }
  const byCounty = new Map<number, CountySum>();
  const { text } = table;
  for (let pair = 0; pair < pairs.count; pair++) {
    if (seen[pair] === 0) continue;
    const row = pairs.first[pair]!;
    const county = counties.ids[row]!;
    let sum = byCounty.get(county);
    if (sum === undefined) {
      sum = {
        year: text.year === undefined
          ? defaults.year ?? null
          : places.years[text.year.codes[row]!] ?? null,
        state: text.state === undefined
          ? defaults.state ?? null
          : places.states[text.state.codes[row]!] ?? null,
        fips: text.fips === undefined ? null : places.fips[text.fips.codes[row]!] ?? null,
        county: work.cell("county", row) || (text.county === undefined ? defaults.county : null) ||
          null,
        votes: new Map(),
        modes: new Set(),
        places: text.precinct !== undefined || text.jurisdiction !== undefined,
      };
      byCounty.set(county, sum);
    }
    const candidate = work.cell("candidate", row);
    sum.votes.set(candidate, (sum.votes.get(candidate) ?? 0) + sums[pair]!);
    const mode = work.cell("mode", row);
    if (!isTotalMode(mode)) sum.modes.add(fold(mode));
  }
  return [...byCounty.values()];
}
