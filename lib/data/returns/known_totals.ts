import { loadTable, loadTableFrame } from "../load_table.ts";
import { countyReturns } from "../tables/county_returns.ts";
import { stateReturns } from "../tables/state_returns.ts";
import type { Votes } from "./compare_totals.ts";
import { type KnownTotals, totalsIndex } from "./totals_index.ts";

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
  known ??= new Set(
    loadTableFrame(countyReturns, {}).getColumn("year").unique().toArray() as number[],
  );
  const counties = known.has(year)
    ? [...loadTable(countyReturns, { year })].filter(({ state_po }) => state_po === state)
    : [];
  const totals = totalsIndex(stateVotes(year, state), counties);
  byState.set(key, totals);
  return totals;
}
