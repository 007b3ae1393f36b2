import { loadTable } from "../load_table.ts";
import { stateReturns } from "../tables/state_returns.ts";
import type { Nominees } from "./layouts/wide.ts";

const known = new Map<number, Nominees | undefined>();

/** Who stood for president in a year, from the table of state returns; undefined for other years. */
export function nomineesOf(year: number): Nominees | undefined {
  if (known.has(year)) return known.get(year);
  const votes = new Map<string, number>();
  const parties = new Map<string, string>();
  for (const row of loadTable(stateReturns, {})) {
    if (row.year !== year) continue;
    votes.set(row.candidate, (votes.get(row.candidate) ?? 0) + row.votes);
    if (row.party !== null) parties.set(row.candidate, row.party);
  }
  const names = [...votes.keys()].filter((name) => !/^others\b|^none of/i.test(name))
    .sort((a, b) => votes.get(b)! - votes.get(a)!);
  const of = (party: string) => names.find((name) => parties.get(name) === party);
  const [democrat, republican] = [of("Democratic"), of("Republican")];
  const nominees = democrat === undefined || republican === undefined
    ? undefined
    : { democrat, republican, names };
  known.set(year, nominees);
  return nominees;
}
