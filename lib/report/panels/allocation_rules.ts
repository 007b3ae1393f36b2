import {
  districtRule,
  nationalPopularVote,
  proportionalRule,
  type RuleResult,
  winnerTakeAll,
  withoutSenators,
} from "../../election/rules/mod.ts";
import {
  contestsOf,
  districtsOf,
  type ElectionData,
  familyName,
  leadingTwo,
  SMALL_CANDIDATES,
  statesOf,
} from "./election_data.ts";
import type { Outcome, Panel, PanelState } from "./panel.ts";
import {
  allocationBars,
  barsHeight,
  electors,
  type NamedResult,
  restOf,
} from "./allocation_bars.ts";

/** Every rule applied to the votes of one election. */
export function allRules(
  elections: readonly ElectionData[],
  state: PanelState,
): readonly NamedResult[] {
  const election = elections.find(({ year }) => String(year) === state.year) ?? elections.at(-1)!;
  const candidates = state.candidates === "two"
    ? [...leadingTwo(election)]
    : election.candidates.map(({ name }) => name).filter((name) => name !== SMALL_CANDIDATES);
  const contests = contestsOf(election);
  const states = statesOf(election);
  const districts = districtsOf(election);
  const options = { candidates };
  return [
    { name: "As it was: Maine and Nebraska by district", result: winnerTakeAll(contests, options) },
    { name: "Winner takes all, in every state", result: winnerTakeAll(states, options) },
    ...(districts.length > 0
      ? [{
        name: "Congressional districts, in every state",
        result: districtRule(states, districts, options),
      }]
      : []),
    {
      name: "Proportional, largest remainder",
      result: proportionalRule(states, { ...options, method: "largest-remainder" }),
    },
    {
      name: "Proportional, D'Hondt",
      result: proportionalRule(states, { ...options, method: "dhondt" }),
    },
    {
      // Fractions leave nobody out: whoever has votes has a part of an elector.
      name: "Fractions of electors, of all votes",
      result: proportionalRule(states, { method: "fractional" }),
    },
    {
      name: "Winner takes all, without senators' electors",
      result: withoutSenators(contests, options),
    },
    { name: "National popular vote", result: nationalPopularVote(states, options) },
  ];
}

function run(elections: readonly ElectionData[], state: PanelState, width: number): Outcome {
  const election = elections.find(({ year }) => String(year) === state.year) ?? elections.at(-1)!;
  const two = leadingTwo(election);
  const rules = allRules(elections, state);
  const actual = rules[0]!.result.winner;
  const otherwise = rules.filter(({ result }) => result.winner !== actual);
  const of = (result: RuleResult, name: string) => result.electors[name] ?? 0;
  const outcome = ({ winner }: RuleResult) =>
    winner === null ? "no majority: the House chooses" : familyName(winner);
  const readout = `${election.year}, the same votes under ${rules.length} rules. ` +
    `As it was: ${
      two.map((name) => `${familyName(name)} ${electors(of(rules[0]!.result, name))}`).join(", ")
    }. ` +
    (otherwise.length === 0
      ? "Every rule has the same winner."
      : `Another outcome under: ${
        otherwise.map(({ name, result }) => `${name} (${outcome(result)})`).join("; ")
      }.`);
  return {
    readout,
    scene: {
      width,
      height: barsHeight(rules.length),
      shapes: allocationBars(
        rules,
        two,
        (name) => election.candidates.find((candidate) => candidate.name === name)?.party ?? "",
        width,
      ),
    },
    table: {
      caption: `Electors in ${election.year} by rule`,
      columns: [
        { label: "Rule" },
        ...two.map((name) => ({ label: familyName(name), numeric: true })),
        { label: "Others, or nobody", numeric: true },
        { label: "Majority", numeric: true },
        { label: "Winner" },
      ],
      rows: rules.map(({ name, result }) => [
        name,
        ...two.map((candidate) => electors(of(result, candidate))),
        electors(restOf(result, two)),
        String(result.needed),
        outcome(result),
      ]),
    },
  };
}

/** Allocation rules side by side. */
export const allocationRules: Panel<readonly ElectionData[]> = {
  id: "allocation_rules",
  start: (elections) => ({
    year: String((elections.find(({ year }) => year === 2016) ?? elections.at(-1)!).year),
    // As the notebook on rules divides: among all whom the returns name, its proportional rules elect nobody in 2016.
    candidates: "two",
  }),
  fields: (elections) => [
    {
      kind: "choice",
      name: "year",
      label: "Election",
      options: elections.map(({ year }) => ({ value: String(year), label: String(year) })),
    },
    {
      kind: "choice",
      name: "candidates",
      label: "Who may receive electors",
      options: [
        { value: "two", label: "The two leading candidates" },
        { value: "all", label: "All with at least 0.2% of the nation's votes" },
      ],
    },
  ],
  run,
};
