import {
  pathToMajority,
  type SpoilerQuestion,
  spoilerUnits,
  type TransferredElection,
  transferVotes,
} from "../../election/spoiler/mod.ts";
import { count, list, percent } from "../../display/format.ts";
import { typedPercent } from "./digits.ts";
import {
  contestsOf,
  type ElectionData,
  familyName,
  leadingTwo,
  SMALL_CANDIDATES,
  unitName,
} from "./election_data.ts";
import type { Outcome, Panel, PanelField, PanelState } from "./panel.ts";
import { spoilerPlane } from "./spoiler_plane.ts";

/** What is asked: the election, and the question put to it. */
export function questionOf(
  elections: readonly ElectionData[],
  state: PanelState,
): { election: ElectionData; question: SpoilerQuestion } {
  const election = elections.find(({ year }) => String(year) === state.year) ?? elections.at(-1)!;
  const two = leadingTwo(election);
  const beneficiary = two.find((name) => name === state.for) ?? two[0];
  const opponent = two.find((name) => name !== beneficiary)!;
  const without = (state.without ?? "").split(",").filter((name) =>
    name !== "" && election.candidates.some((candidate) => candidate.name === name)
  );
  return { election, question: { beneficiary, opponent, without } };
}

const thirdsOf = (election: ElectionData) =>
  election.candidates.slice(2).filter(({ name }) => name !== SMALL_CANDIDATES);

/** The election without the third candidates, at the state's turnout and preference. */
export function spoiled(
  elections: readonly ElectionData[],
  state: PanelState,
): TransferredElection & { readonly netShare: number } {
  const { election, question } = questionOf(elections, state);
  const turnout = Number(state.turnout) / 100;
  const preference = Number(state.preference) / 100;
  const transfer = { beneficiary: turnout * preference, opponent: turnout * (1 - preference) };
  const units = spoilerUnits(contestsOf(election), question);
  return {
    ...transferVotes(units, question, transfer),
    netShare: transfer.beneficiary - transfer.opponent,
  };
}

function fields(elections: readonly ElectionData[], state: PanelState): readonly PanelField[] {
  const withThirds = elections.filter((election) => thirdsOf(election).length > 0);
  const { election } = questionOf(elections, state);
  const named = (name: string) => ({ value: name, label: name });
  return [
    {
      kind: "choice",
      name: "year",
      label: "Election",
      options: withThirds.map(({ year }) => ({ value: String(year), label: String(year) })),
    },
    {
      kind: "choice",
      name: "for",
      label: "Whom their absence might have helped",
      options: leadingTwo(election).map(named),
    },
    {
      kind: "several",
      name: "without",
      label: "Candidates taken out",
      options: thirdsOf(election).map(({ name }) => named(name)),
    },
    {
      kind: "number",
      name: "turnout",
      label: "Of their voters, how many would have voted for one of the two",
      least: 0,
      most: 100,
      step: 0.5,
      unit: "%",
    },
    {
      kind: "number",
      name: "preference",
      label: "Of those, how many for the one helped",
      least: 0,
      most: 100,
      step: 0.5,
      unit: "%",
    },
  ];
}

function run(elections: readonly ElectionData[], state: PanelState, width: number): Outcome {
  const { election, question } = questionOf(elections, state);
  const { beneficiary, opponent, without } = question;
  if (without.length === 0) return { readout: "Choose at least one candidate to take out." };
  const result = spoiled(elections, state);
  const units = spoilerUnits(contestsOf(election), question);
  const path = pathToMajority(units, { all: true });
  const electorsOf = (name: string) => result.electors[name] ?? 0;
  const total = units.reduce((sum, { electors }) => sum + electors, 0);
  const winner = [beneficiary, opponent].find((name) => electorsOf(name) >= path.majority);
  const name = (unit: string) => unitName(election, unit);
  const changed = result.changed.map(({ unit }) => name(unit));
  const readout =
    `Without ${list(without.map(familyName))}, if ${
      typedPercent(state.turnout!)
    } of their voters ` +
    `had voted for one of the two and ${typedPercent(state.preference!)} of those for ` +
    `${familyName(beneficiary)} (a net share of ${percent(result.netShare)}): ` +
    `${familyName(beneficiary)} ${electorsOf(beneficiary)}, ${familyName(opponent)} ` +
    `${electorsOf(opponent)} of ${total} electors. ` +
    (winner ? `${familyName(winner)} wins. ` : "Nobody has a majority. ") +
    (changed.length ? `Other winners in ${list(changed)}. ` : "No state has another winner. ") +
    (path.netShare === undefined
      ? `No behavior of these voters would have given ${familyName(beneficiary)} a majority.`
      : path.start >= path.majority
      ? `${familyName(beneficiary)} had a majority as it was.`
      : `A majority for ${familyName(beneficiary)} takes a net share above ${
        percent(path.netShare, { digits: 2 })
      } in every state.`);
  return {
    readout,
    scene: spoilerPlane(path, beneficiary, state, width),
    table: {
      caption: `States that ${familyName(beneficiary)} could have gained, by the net share needed`,
      columns: [
        { label: "State" },
        { label: "Electors", numeric: true },
        { label: "Behind by", numeric: true },
        { label: "Votes for those taken out", numeric: true },
        { label: "Net share needed", numeric: true },
        { label: "Electors in all", numeric: true },
      ],
      rows: path.steps.map((step) => {
        const unit = units.find((candidate) => candidate.unit === step.unit)!;
        return [
          name(step.unit),
          String(step.electors),
          count(unit.lead),
          count(unit.third),
          percent(step.netShare, { digits: 2 }),
          String(step.cumulative),
        ];
      }),
    },
  };
}

/** The spoiler map: what third candidates' voters would have had to do. */
export const spoilerMapPanel: Panel<readonly ElectionData[]> = {
  id: "spoiler_map",
  start: (elections) => {
    const election = elections.find(({ year }) => year === 2016) ?? elections.at(-1)!;
    return {
      year: String(election.year),
      for: leadingTwo(election)[0],
      without: thirdsOf(election).map(({ name }) => name).slice(0, 2).join(","),
      turnout: "40",
      preference: "60",
    };
  },
  fields,
  run,
};
