import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import { loadCountyReturns, loadStateReturns } from "../../data/mod.ts";
import { knownCountyCodes } from "../../data/returns/known_counties.ts";
import { nomineesOf } from "../../data/returns/nominees.ts";
import type { PackedKnown } from "./unpack_known.ts";

/** Years of the county table hold all that a file of counties can be held against. */
function packed(): PackedKnown {
  const counties: Record<string, [string, string, Record<string, number>][]> = {};
  const at = new Map<string, Record<string, number>>();
  for (const { year, fips, county, candidate, votes } of loadCountyReturns()) {
    const key = `${year} ${fips}`;
    let sums = at.get(key);
    if (sums === undefined) {
      sums = {};
      at.set(key, sums);
      (counties[year] ??= []).push([fips, county, sums]);
    }
    sums[candidate] = (sums[candidate] ?? 0) + votes;
  }
  const states: Record<string, Record<string, number>> = {};
  const years = new Set<number>();
  for (const { year, state_po, candidate, votes } of loadStateReturns()) {
    years.add(year);
    const sums = states[`${year} ${state_po}`] ??= {};
    sums[candidate] = (sums[candidate] ?? 0) + votes;
  }
  const nominees = Object.fromEntries(
    [...years].flatMap((year) => {
      const found = nomineesOf(year);
      return found === undefined ? [] : [[String(year), found]];
    }),
  );
  return { counties, states, nominees, codes: knownCountyCodes() };
}

/** What the tables know of counties, states and candidates, as JSON in gzip in base64: for a page that loads nothing. */
export function packKnown(): string {
  return Buffer.from(gzipSync(JSON.stringify(packed()))).toString("base64");
}
