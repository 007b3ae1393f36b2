import { loadSenateReturns, loadStateReturns } from "../../data/mod.ts";
import { dropOff } from "../../election/mod.ts";
import type { Computed } from "../claim.ts";

/** The swing states that elected a senator in 2024. */
const SWING = ["AZ", "MI", "NV", "PA", "WI"];

interface StateDropOff {
  readonly state: string;
  readonly republican: number;
  readonly democratic: number;
}

const votesOf = (rows: readonly { party: string | null; votes: number }[]) => {
  const of = (party?: string) =>
    rows.filter((row) => party === undefined || row.party === party)
      .reduce((sum, row) => sum + row.votes, 0);
  return { republican: of("Republican"), democratic: of("Democratic"), all: of() };
};

const senate = (year: number, state: string) =>
  loadSenateReturns({ year, states: [state] }).toRecords()
    .filter((row) => row.round === "general" && row.kind === "candidate" && !row.special);

const president = (year: number, state: string) =>
  loadStateReturns({ year, states: [state] }).toRecords();

/** Drop-off from president to Senate by state, where both parties stood for both. */
function dropOffs(year: number): StateDropOff[] {
  const states = new Set(
    loadSenateReturns({ year }).toRecords().filter((row) => row.round === "general" && !row.special)
      .map((row) => row.state_po),
  );
  return [...states].flatMap((state) => {
    const other = votesOf(senate(year, state));
    if (other.republican === 0 || other.democratic === 0) return [];
    return [{ state, ...dropOff(votesOf(president(year, state)), other) }];
  });
}

const middle = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! +
    sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
};

/** W13: states of 2024 where the Republican for president had more votes than the one for Senate. */
export function republicanDropOff(): Computed {
  const all = dropOffs(2024);
  const share = 100 * all.filter(({ republican }) => republican > 0).length / all.length;
  return {
    then: share,
    final: share,
    evidence: [2024, 2016, 2008, 2004].map((year) => ({
      name: `median drop-off of Republicans in ${year}`,
      value: middle(dropOffs(year).map(({ republican }) => republican)),
      unit: "percent of the votes for president",
    })),
  };
}

/** W14: swing states whose Democratic drop-off was as large as the Republican one. */
export function swingStatesDropOff(): Computed {
  const all = dropOffs(2024);
  const swing = all.filter(({ state }) => SWING.includes(state));
  const gap = ({ republican, democratic }: StateDropOff) => republican - democratic;
  const others = middle(all.filter(({ state }) => !SWING.includes(state)).map(gap));
  const wider = swing.filter((row) => gap(row) > others).length;
  const as = swing.filter((row) => gap(row) <= 0).length;
  return {
    then: as,
    final: as,
    inference: {
      invited: "the swing states stand apart from the others",
      ground: "Especially in the swing states, we did not find this on the Democratic side.",
      holds: wider > swing.length / 2,
      because:
        `in ${wider} of the ${swing.length} the parties' drop-off lay further apart than in ` +
        `the middle one of the ${all.length - swing.length} other states`,
    },
    evidence: [{
      name: "median gap of the parties' drop-off in the other states",
      value: others,
      unit: "points",
    }],
  };
}

/** W15: Nevada's roll-off of 2024, all parties, less its average in earlier presidential years. */
export function nevadaRollOff(): Computed {
  const rollOff = (year: number) =>
    dropOff(votesOf(president(year, "NV")), votesOf(senate(year, "NV"))).all;
  const earlier = [1976, 1980, 1988, 1992, 2000, 2004, 2012, 2016].map(rollOff);
  const mean = earlier.reduce((sum, value) => sum + value, 0) / earlier.length;
  return {
    then: rollOff(2024) - mean,
    final: rollOff(2024) - mean,
    readings: [{
      name: "less the middle one of them instead of the mean",
      value: rollOff(2024) - middle(earlier),
    }],
    evidence: [{ name: "roll-off of 2024", value: rollOff(2024), unit: "percent" }],
  };
}
