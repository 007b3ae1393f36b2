import { loadCountyEquipment, loadCountyReturns, loadWisconsinUnits } from "../../data/mod.ts";
import type { Computed, Evidence } from "../claim.ts";
import { CONTESTED } from "./electors_2016.ts";
import { CLINTON, TRUMP } from "./national_vote.ts";

/** Counties of a state with and without DRE, and Clinton's two-party share in each group. */
interface Comparison {
  readonly withMachines: number;
  readonly without: number;
  /** Mean share with less mean share without, in points; null where one group is empty. */
  readonly difference: number | null;
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function compare(state: string): Comparison {
  const votes = new Map<string, Record<string, number>>();
  for (const row of loadCountyReturns({ year: 2016, states: [state] }).toRecords()) {
    votes.set(row.fips, { ...votes.get(row.fips), [row.candidate]: row.votes });
  }
  const groups: { some: number[]; none: number[] } = { some: [], none: [] };
  for (const county of loadCountyEquipment({ states: [state] }).toRecords()) {
    const { [CLINTON]: clinton, [TRUMP]: trump } = votes.get(county.fips)!;
    // DRE alone or beside scanners, for most of the county's registered voters.
    const hasMachines = county.dre_share + county.mixed_share > 0.5;
    groups[hasMachines ? "some" : "none"].push(100 * clinton! / (clinton! + trump!));
  }
  const { some, none } = groups;
  return {
    withMachines: some.length,
    without: none.length,
    difference: some.length === 0 || none.length === 0 ? null : mean(some) - mean(none),
  };
}

/** M1: of the three states, those where counties with DRE gave Clinton a smaller share. */
export function machinesAndClintonShare(): Computed {
  const found = CONTESTED.map((state) => ({ state, ...compare(state) }));
  const lower = found.filter(({ difference }) => difference !== null && difference < 0).length;
  return {
    then: null,
    final: lower,
    evidence: found.map(({ state, difference, withMachines, without }): Evidence =>
      difference === null
        ? { name: `${state}: counties with such machines`, value: withMachines, unit: "counties" }
        : {
          name: `${state}: Clinton's share in ${withMachines} counties with such machines, less ` +
            `that in ${without} without`,
          value: difference,
          unit: "points",
        }
    ),
  };
}

/** M2: what the recount of Wisconsin found. No recount tells whether voting may have been tampered with elsewhere. */
export function wisconsinRecount(): Computed {
  const units = loadWisconsinUnits().toRecords();
  const gain = (technology?: string) =>
    units.filter((unit) => technology === undefined || unit.technology === technology)
      .reduce(
        (sum, unit) =>
          sum + unit.trump_recount - unit.trump_original -
          (unit.clinton_recount - unit.clinton_original),
        0,
      );
  return {
    then: null,
    final: null,
    evidence: [
      { name: "change of Trump's lead by Wisconsin's recount", value: gain(), unit: "votes" },
      {
        name: "of it, where most ballots were cast on touch screens (DRE)",
        value: gain("DRE"),
        unit: "votes",
      },
      { name: "of it, where most were scanned", value: gain("scan"), unit: "votes" },
    ],
  };
}
