import { leadBounds, shareToOverturn } from "../../election/late_count/bounds.ts";
import {
  naiveProjection,
  projectFromIncrements,
  type Snapshot,
} from "../../election/late_count/mod.ts";
import type { Estimate } from "../../stats/estimate.ts";
import { count, day, percent } from "../../display/format.ts";
import { typedPercent } from "./digits.ts";
import type { Outcome, OutcomeTable, Panel, PanelField, PanelState } from "./panel.ts";
import { leadRanges, type LeadRow } from "./lead_ranges.ts";

/** The dated totals of one tally and the result that it led to. */
export interface CountData {
  readonly candidate: string;
  readonly rival: string;
  /** In order of time; votes of the two only. */
  readonly snapshots: readonly Snapshot[];
  /** The certified counts of the two. */
  readonly certified: Readonly<Record<string, number>>;
}

/** The projections that a state asks for. */
export interface LateCount {
  readonly lead: number;
  readonly remaining: number;
  readonly bounds: Estimate;
  /** If the rest votes like what is counted. */
  readonly naive: number;
  /** If the rest votes like what was added lately; null with fewer than two additions. */
  readonly added: Estimate | null;
  /** If the given share of the rest is the candidate's. */
  readonly chosen: number;
  readonly toOverturn: number | null;
}

function countedAt({ snapshots }: CountData, state: PanelState): Snapshot {
  // Of two totals of one day the later one.
  return snapshots.findLast(({ asOf }) => asOf === state.asOf) ?? snapshots.at(-1)!;
}

/** Every projection of the final lead that the panel shows. */
export function lateCount(data: CountData, state: PanelState): LateCount {
  const { candidate, rival, snapshots } = data;
  const now = countedAt(data, state);
  const remaining = Math.round(Number(state.remaining));
  const lead = now.votes[candidate]! - now.votes[rival]!;
  const until = snapshots.slice(0, snapshots.indexOf(now) + 1);
  return {
    lead,
    remaining,
    bounds: leadBounds(now.votes, remaining, candidate),
    naive: naiveProjection(now.votes, remaining, candidate, rival),
    added: until.length < 3 ? null : projectFromIncrements(until, { candidate, rival, remaining }),
    chosen: lead + remaining * (2 * Number(state.share) / 100 - 1),
    toOverturn: lead < 0 ? null : shareToOverturn(lead, remaining, 1),
  };
}

const signed = (votes: number) => count(Math.round(votes), { signed: true });

function ahead({ candidate, rival }: CountData, lead: number): string {
  const votes = count(Math.abs(Math.round(lead)));
  return `${lead >= 0 ? candidate : rival} leads by ${votes}`;
}

function fields({ candidate, snapshots }: CountData): readonly PanelField[] {
  return [
    {
      kind: "choice",
      name: "asOf",
      label: "Counted until",
      // How many votes are left depends on the day.
      resets: ["remaining"],
      options: [...new Set(snapshots.map(({ asOf }) => asOf))]
        .map((asOf) => ({ value: asOf, label: day(asOf) })),
    },
    {
      kind: "number",
      name: "remaining",
      label: "Votes for the two still to be counted",
      least: 0,
      most: 8_000_000,
      step: 10_000,
      unit: "votes",
    },
    {
      kind: "number",
      name: "share",
      label: `${candidate}'s share of them`,
      least: 0,
      most: 100,
      step: 0.1,
      unit: "%",
    },
  ];
}

function run(data: CountData, state: PanelState, width: number): Outcome {
  const { candidate, rival, certified } = data;
  const result = lateCount(data, state);
  const final = certified[candidate]! - certified[rival]!;
  const readout = `Counted: ${ahead(data, result.lead)}. If ${typedPercent(state.share!)} of ` +
    `${count(result.remaining)} votes to come are ${candidate}'s, ${
      ahead(data, result.chosen)
    } in the end. ` +
    `Whatever they are, ${candidate}'s final lead lies between ${signed(result.bounds.lower)} and ${
      signed(result.bounds.upper)
    }. ` +
    (result.toOverturn === null
      ? `The votes left cannot overturn the lead. `
      : `${rival} would need ${percent(result.toOverturn)} of them to draw level. `) +
    `Certified: ${ahead(data, final)}.`;
  const rows: LeadRow[] = [
    ["No assumption", NaN, result.bounds.lower, result.bounds.upper],
    ["The rest votes like what is counted", result.naive, null, null],
    ...(result.added
      ? [
        [
          "The rest votes like what was added so far",
          result.added.point,
          result.added.lower,
          result.added.upper,
        ] as const,
      ]
      : []),
    ["The share set here", result.chosen, null, null],
    ["Certified", final, null, null],
  ];
  const table: OutcomeTable = {
    caption: `${candidate}'s final lead, by what is assumed of the votes left`,
    columns: [
      { label: "Assumption" },
      { label: "Final lead", numeric: true },
      { label: "From", numeric: true },
      { label: "To", numeric: true },
    ],
    rows: rows.map(([name, point, lower, upper]) => [
      name,
      Number.isNaN(point) ? "–" : signed(point),
      lower === null ? "–" : signed(lower),
      upper === null ? "–" : signed(upper),
    ]),
  };
  return {
    readout,
    table,
    scene: { width, height: 60 + rows.length * 46, shapes: leadRanges(rows, width) },
  };
}

/** Projection of a count in progress. */
export const lateCountPanel: Panel<CountData> = {
  id: "late_count",
  start: (data, { asOf = "2016-11-23" }) => {
    const { candidate, rival, certified } = data;
    const now = countedAt(data, { asOf });
    const left = (name: string) => certified[name]! - now.votes[name]!;
    const remaining = Math.max(0, left(candidate) + left(rival));
    return { asOf: now.asOf, remaining: String(remaining), share: "60" };
  },
  fields,
  run,
};
