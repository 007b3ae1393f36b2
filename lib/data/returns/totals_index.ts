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

/** A known count: one candidate's votes in one county. */
export interface KnownRow {
  readonly fips: string;
  readonly county: string;
  readonly candidate: string;
  readonly votes: number;
}

/** Indexes one state's known counts by the counties' codes and names. */
export function totalsIndex(state: Votes | undefined, rows: Iterable<KnownRow>): KnownTotals {
  const byFips = new Map<string, { fips: string; county: string; votes: Map<string, number> }>();
  for (const { fips, county, candidate, votes } of rows) {
    const one = byFips.get(fips) ?? { fips, county, votes: new Map<string, number>() };
    byFips.set(fips, one);
    one.votes.set(candidate, (one.votes.get(candidate) ?? 0) + votes);
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
  return { state, byFips, byName };
}
