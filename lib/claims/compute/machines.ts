import {
  loadCountyEquipment,
  loadCountyReturns,
  loadStateReturns,
  loadWisconsinCounties,
  loadWisconsinUnits,
} from "../../data/mod.ts";
import { machineEffect, type MachineUnit } from "../../election/mod.ts";
import { count, decimal } from "../../display/mod.ts";
import type { Computed, Evidence, Narrower } from "../claim.ts";
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

/** A Wisconsin county is electronic where more than this share of its ballots was, as notebook 05 has it. */
const ELECTRONIC = 0.25;

/** Wisconsin, the one state that the report behind the claim has figures for. */
function wisconsinAlone(): Narrower {
  const units: MachineUnit[] = loadWisconsinCounties().toRecords().map((row) => ({
    unit: row.county,
    group: "WI",
    votes: row.votes_2016,
    votesBefore: row.votes_2016,
    share: row.clinton_2016_percent,
    shareBefore: row.obama_2012_percent,
    twoParty: 0,
    twoPartyBefore: 0,
    dose: row.dre_share,
    covariates: {
      college: row.college_percent,
      white: row.white_percent,
      "log density": Math.log(row.density),
    },
  }));
  const equal = { dose: ELECTRONIC, weights: "equal" } as const;
  const gap = machineEffect(units, { ...equal, outcome: "share" }, { errors: "HC3" }).estimate;
  const [level, change] = (["share", "change"] as const).map((outcome) =>
    machineEffect(units, { ...equal, outcome, covariates: ["college", "white", "log density"] }, {
      errors: "HC3",
    }).estimate
  );
  const points = (value: number) => decimal(value, { digits: 1 });
  const interval = (estimate: typeof gap) =>
    `${points(estimate.point)} points (95% interval ${points(estimate.lower)} to ${
      points(estimate.upper)
    })`;
  return {
    name: "Wisconsin alone, the state that the report behind it has figures for",
    relation: "less than",
    stated: 0,
    tolerance: null,
    unit: "points of Clinton's share",
    computed: {
      then: null,
      final: gap.point,
      inference: {
        invited: "The machines made the difference",
        ground: "claims that voting may have been compromised",
        holds: level!.upper < 0 && change!.upper < 0,
        because: `The paper, counted again, moved Trump's lead by ${count(recountGain())} votes, ` +
          `${
            count(recountGain("DRE"))
          } of them where most voted on such machines. With education, ` +
          `race and density held fixed, her share differs by ${interval(level!)}, and its change ` +
          `since 2012 by ${interval(change!)}`,
      },
    },
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
          name: `${state}: Clinton's mean two-party share in ${withMachines} counties where most ` +
            `voters' polling places had such machines, less that in ${without} others`,
          value: difference,
          unit: "points",
        }
    ),
    narrower: wisconsinAlone(),
  };
}

/** Votes of Pennsylvania's counties where `chosen` holds of the polling places' equipment. */
function pennsylvaniaVotes(
  chosen: (county: { dre_share: number; mixed_share: number; dre_paper: string | null }) => boolean,
): number {
  const counties = new Set(
    loadCountyEquipment({ states: ["PA"] }).toRecords().filter(chosen).map(({ fips }) => fips),
  );
  return loadCountyReturns({ year: 2016, states: ["PA"] }).toRecords()
    .reduce((sum, { fips, votes }) => counties.has(fips) ? sum + votes : sum, 0);
}

/** By how many votes Wisconsin's recount moved Trump's lead: in all places, or where most voted by one technology. */
function recountGain(technology?: string): number {
  return loadWisconsinUnits().toRecords()
    .filter((unit) => technology === undefined || unit.technology === technology)
    .reduce(
      (sum, unit) =>
        sum + unit.trump_recount - unit.trump_original -
        (unit.clinton_recount - unit.clinton_original),
      0,
    );
}

/** M2: what the recount of Wisconsin found. No recount tells whether voting may have been tampered with elsewhere. */
export function wisconsinRecount(): Computed {
  return {
    then: null,
    final: null,
    evidence: [
      {
        name: "change of Trump's lead by Wisconsin's recount",
        value: recountGain(),
        unit: "votes",
      },
      {
        name: "of it, where most ballots were cast on touch screens (DRE)",
        value: recountGain("DRE"),
        unit: "votes",
      },
      { name: "of it, where most were scanned", value: recountGain("scan"), unit: "votes" },
      {
        name:
          "Pennsylvania: votes of counties whose polling places had only machines without paper",
        value: pennsylvaniaVotes(({ dre_share, dre_paper }) =>
          dre_share > 0.5 && dre_paper === "no"
        ),
        unit: "votes",
      },
      {
        name:
          "Pennsylvania: votes of counties where some had them, of which absentee ballots were paper",
        value: pennsylvaniaVotes(({ dre_share, mixed_share, dre_paper }) =>
          dre_share + mixed_share > 0 && dre_paper === "no"
        ),
        unit: "votes",
      },
      {
        name: "Pennsylvania: all votes",
        value: loadStateReturns({ year: 2016, states: ["PA"] }).toRecords()
          .reduce((sum, { votes }) => sum + votes, 0),
        unit: "votes",
      },
    ],
  };
}
