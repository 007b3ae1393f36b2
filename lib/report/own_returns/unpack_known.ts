import type { TotalsOf } from "../../data/returns/check_sums.ts";
import type { KnownNames } from "../../data/returns/read_checked.ts";
import { type KnownTotals, totalsIndex } from "../../data/returns/totals_index.ts";
import { findState } from "../../data/states.ts";

/** The known totals as a page carries them. */
export interface PackedKnown {
  /** By year: code, name, and votes by candidate of each county. */
  readonly counties: Readonly<
    Record<string, readonly (readonly [string, string, Readonly<Record<string, number>>])[]>
  >;
  /** By year and postal code, "2016 WI": votes by candidate. */
  readonly states: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** By year: who stood. */
  readonly nominees: Readonly<
    Record<
      string,
      { readonly democrat: string; readonly republican: string; readonly names: readonly string[] }
    >
  >;
  /** Every county's code. */
  readonly codes: readonly string[];
}

/** What the reader and the check are told, from what a page carries. */
export function unpackKnown(known: PackedKnown): KnownNames & { readonly totals: TotalsOf } {
  const codes = new Set(known.codes);
  const made = new Map<string, KnownTotals>();
  return {
    counties: codes,
    nominees: (year) => known.nominees[String(year)],
    totals: (year, state) => {
      const key = `${year} ${state}`;
      const held = made.get(key);
      if (held !== undefined) return held;
      const prefix = findState(state)?.fips ?? "??";
      const rows = (known.counties[year] ?? []).filter(([fips]) => fips.startsWith(prefix))
        .flatMap(([fips, county, votes]) =>
          Object.entries(votes).map(([candidate, count]) => ({
            fips,
            county,
            candidate,
            votes: count,
          }))
        );
      const votes = known.states[key];
      const totals = totalsIndex(
        votes === undefined ? undefined : new Map(Object.entries(votes)),
        rows,
      );
      made.set(key, totals);
      return totals;
    },
  };
}
