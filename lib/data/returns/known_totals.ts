import { loadTable, loadTableFrame } from "../load_table.ts";
import { countyReturns } from "../tables/county_returns.ts";
import { stateReturns } from "../tables/state_returns.ts";
import { countyKey } from "./county_key.ts";
import type { Votes } from "./compare_totals.ts";

/** One county's known totals. */
export interface KnownCounty {
  readonly fips: string;
  readonly county: string;
  readonly votes: Votes;
}

/** What the project's tables know of one state in one election. */
export interface KnownTotals {
  readonly state: Votes | undefined;
  readonly byFips: ReadonlyMap<string, KnownCounty>;
  /** By the county's name as {@linkcode countyKey} writes it; names of two counties are left out. */
  readonly byName: ReadonlyMap<string, KnownCounty>;
}

let known: ReadonlySet<number> | undefined;
let states: Map<string, Map<string, number>> | undefined;
const byState = new Map<string, KnownTotals>();

function stateVotes(year: number, state: string): Votes | undefined {
  if (states === undefined) {
    states = new Map();
    for (const row of loadTable(stateReturns, {})) {
      const key = `${row.year} ${row.state_po}`;
      const votes = states.get(key) ?? new Map<string, number>();
      states.set(key, votes);
      votes.set(row.candidate, (votes.get(row.candidate) ?? 0) + row.votes);
    }
  }
  return states.get(`${year} ${state}`);
}

/** The known totals of a state in an election, from the tables of this project. */
export function knownTotals(year: number, state: string): KnownTotals {
  const key = `${year} ${state}`;
  const held = byState.get(key);
  if (held !== undefined) return held;
  const byFips = new Map<string, { fips: string; county: string; votes: Map<string, number> }>();
  known ??= new Set(
    loadTableFrame(countyReturns, {}).getColumn("year").unique().toArray() as number[],
  );
  if (known.has(year)) {
    for (const { state_po, fips, county, candidate, votes } of loadTable(countyReturns, { year })) {
      if (state_po !== state) continue;
      const one = byFips.get(fips) ?? { fips, county, votes: new Map<string, number>() };
      byFips.set(fips, one);
      one.votes.set(candidate, (one.votes.get(candidate) ?? 0) + votes);
    }
  }
  const byName = new Map<string, KnownCounty>();
  const twice = new Set<string>();
  for (const one of byFips.values()) {
    const name = countyKey(one.county);
    if (byName.has(name)) twice.add(name);
    byName.set(name, one);
  }
  for (const name of twice) byName.delete(name);
  // "Baltimore city" beside "Baltimore County", and a city of which there is no county.
  for (const one of byFips.values()) {
    const bare = countyKey(one.county.replace(/\bcity$/i, ""));
    if (!byName.has(bare) && !twice.has(bare)) byName.set(bare, one);
  }
  // "St. Joseph's" for St. Joseph.
  for (const [name, one] of [...byName]) {
    if (!byName.has(`${name}s`)) byName.set(`${name}s`, one);
  }
  const totals = { state: stateVotes(year, state), byFips, byName };
  byState.set(key, totals);
  return totals;
}
