import { majorityOf, tally } from "../../election/tally.ts";
import { margin } from "../../election/margin.ts";
import { popularVote } from "../../election/contest.ts";
import { tippingPoint } from "../../election/tipping_point.ts";
import { swingSteps, uniformSwing } from "../../election/uniform_swing.ts";
import { decimal, inPoints, list } from "../../display/format.ts";
import {
  contestsOf,
  type ElectionData,
  familyName,
  leadingTwo,
  unitName,
} from "./election_data.ts";
import type { Outcome, Panel, PanelField, PanelState } from "./panel.ts";
import { MOST_SWING, swingStairs } from "./swing_stairs.ts";

interface Asked {
  readonly election: ElectionData;
  readonly toward: string;
  readonly from: string;
  readonly swing: number;
}

function asked(elections: readonly ElectionData[], state: PanelState): Asked {
  const election = elections.find(({ year }) => String(year) === state.year) ?? elections.at(-1)!;
  const two = leadingTwo(election);
  const toward = two.find((name) => name === state.toward) ?? two[0];
  return {
    election,
    toward,
    from: two.find((name) => name !== toward)!,
    swing: Number(state.swing),
  };
}

const MARGINS = ["all votes", "two-party vote"] as const;

/** The election after the swing, with the tipping point before it. */
export function swung(
  elections: readonly ElectionData[],
  state: PanelState,
): {
  readonly electors: Readonly<Record<string, number>>;
  readonly tipping: { readonly unit: string; readonly points: number };
  readonly nation: number;
  readonly winner: string | null;
} {
  const { election, toward, from, swing } = asked(elections, state);
  const of = MARGINS.find((name) => name === state.of) ?? MARGINS[0];
  const contests = contestsOf(election);
  const after = uniformSwing(contests, { toward, from, points: swing, of });
  const counted = tally(after);
  // The margin in points moves by the swing itself, so it is not counted again from moved votes.
  const nation = margin(popularVote(contests), toward, from, of).points + swing;
  const winner = counted.outcome.kind === "majority" ? counted.outcome.winner : null;
  const leader = winner ?? toward;
  const tip = tippingPoint(contests, leader, { against: leader === toward ? from : toward, of });
  const sign = leader === toward ? 1 : -1;
  return {
    electors: counted.electors,
    tipping: { unit: tip.unit, points: sign * tip.margin.points + swing },
    nation,
    winner,
  };
}

function fields(elections: readonly ElectionData[], state: PanelState): readonly PanelField[] {
  const { election, toward } = asked(elections, state);
  return [
    {
      kind: "choice",
      name: "year",
      label: "Election",
      options: elections.map(({ year }) => ({ value: String(year), label: String(year) })),
    },
    {
      kind: "choice",
      name: "toward",
      label: "Toward",
      options: leadingTwo(election).map((name) => ({ value: name, label: name })),
    },
    {
      kind: "choice",
      name: "of",
      label: "Margins of",
      options: MARGINS.map((name) => ({ value: name, label: name })),
    },
    {
      kind: "number",
      name: "swing",
      label: `Swing of the margin toward ${familyName(toward)}`,
      least: -MOST_SWING,
      most: MOST_SWING,
      step: 0.05,
      unit: "points",
    },
  ];
}

function run(elections: readonly ElectionData[], state: PanelState, width: number): Outcome {
  const { election, toward, from, swing } = asked(elections, state);
  const of = MARGINS.find((name) => name === state.of) ?? MARGINS[0];
  const result = swung(elections, state);
  const steps = swingSteps(contestsOf(election), { toward, from, of });
  const total = steps.reduce((sum, { electors }) => sum + electors, 0);
  const majority = majorityOf(total);
  const decisive = steps.find((step) => step.cumulative >= majority);
  const low = Math.min(0, swing);
  const high = Math.max(0, swing);
  const crossed = steps.filter((step) => step.points >= low && step.points < high);
  const [one, two] = [toward, from].map((name) => result.electors[name] ?? 0);
  const others = total - one! - two!;
  const name = (unit: string) => unitName(election, unit);
  const readout =
    (swing === 0
      ? "As it was: "
      : `With a swing of ${inPoints(swing / 100, { digits: 2, signed: true })} toward ${
        familyName(toward)
      } in every state: `) +
    `${familyName(toward)} ${one}, ${familyName(from)} ${two}` +
    `${others > 0 ? `, others or tied ${others}` : ""} of ${total} electors. ` +
    (result.winner ? `${familyName(result.winner)} wins. ` : "Nobody has a majority. ") +
    `${familyName(toward)}'s margin in the nation: ${
      inPoints(result.nation / 100, { digits: 2, signed: true })
    } of ${of === "all votes" ? "all votes" : "the two-party vote"}. ` +
    `Tipping point: ${name(result.tipping.unit)}, ${
      inPoints(result.tipping.points / 100, { digits: 2, signed: true })
    }. ` +
    (crossed.length
      ? `Changed: ${list(crossed.map(({ unit }) => name(unit)))}.`
      : "Nothing changed.");
  return {
    readout,
    scene: swingStairs(steps, majority, total, swing, toward, width),
    table: {
      caption: `Swings at which states and districts change hands, from −10 to 10 points`,
      columns: [
        { label: "State or district" },
        { label: "Electors", numeric: true },
        { label: `Swing toward ${familyName(toward)}, points`, numeric: true },
        { label: `${familyName(toward)}'s electors from there`, numeric: true },
      ],
      rows: steps.filter((step) => Math.abs(step.points) <= 10).map((step) => [
        name(step.unit) + (step === decisive ? " (majority)" : ""),
        String(step.electors),
        decimal(step.points, { digits: 2, signed: true }),
        String(step.cumulative),
      ]),
    },
  };
}

/** Uniform swing: electors and winner when every margin moves alike. */
export const uniformSwingPanel: Panel<readonly ElectionData[]> = {
  id: "uniform_swing",
  start: (elections) => {
    const election = elections.find(({ year }) => year === 2016) ?? elections.at(-1)!;
    return {
      year: String(election.year),
      toward: leadingTwo(election)[0],
      of: "all votes",
      swing: "0",
    };
  },
  fields,
  run,
};
