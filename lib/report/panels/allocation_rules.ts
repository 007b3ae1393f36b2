import {
  districtRule,
  nationalPopularVote,
  proportionalRule,
  type RuleResult,
  winnerTakeAll,
  withoutSenators,
} from "../../election/rules/mod.ts";
import { decimal, list } from "../../display/format.ts";
import {
  contestsOf,
  districtsOf,
  type ElectionData,
  familyName,
  leadingTwo,
  OTHERS,
  statesOf,
} from "./election_data.ts";
import type { Outcome, Panel, PanelState } from "./panel.ts";
import { line, scale, type Shape } from "./shape.ts";

/** A rule's outcome with the words that name it. */
export interface NamedResult {
  readonly name: string;
  readonly result: RuleResult;
}

/** Every rule applied to the votes of one election. */
export function allRules(
  elections: readonly ElectionData[],
  state: PanelState,
): readonly NamedResult[] {
  const election = elections.find(({ year }) => String(year) === state.year) ?? elections.at(-1)!;
  const candidates = state.candidates === "two"
    ? [...leadingTwo(election)]
    : election.candidates.map(({ name }) => name).filter((name) => name !== OTHERS);
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
      name: "Proportional, fractions of electors",
      result: proportionalRule(states, { ...options, method: "fractional" }),
    },
    {
      name: "Winner takes all, without senators' electors",
      result: withoutSenators(contests, options),
    },
    { name: "National popular vote", result: nationalPopularVote(states, options) },
  ];
}

const electors = (value: number) =>
  Number.isInteger(value) ? String(value) : decimal(value, { digits: 1 });

function run(elections: readonly ElectionData[], state: PanelState, width: number): Outcome {
  const election = elections.find(({ year }) => String(year) === state.year) ?? elections.at(-1)!;
  const two = leadingTwo(election);
  const rules = allRules(elections, state);
  const actual = rules[0]!.result.winner;
  const otherwise = rules.filter(({ result }) => result.winner !== actual);
  const of = (result: RuleResult, name: string) => result.electors[name] ?? 0;
  const rest = (result: RuleResult) =>
    result.total - two.reduce((sum, name) => sum + of(result, name), 0);
  const outcome = ({ winner }: RuleResult) =>
    winner === null ? "nobody: the House chooses" : familyName(winner);
  const readout = `${election.year}, the same votes under ${rules.length} rules. ` +
    `As it was: ${
      two.map((name) => `${familyName(name)} ${electors(of(rules[0]!.result, name))}`).join(", ")
    }. ` +
    (otherwise.length === 0 ? "Every rule has the same winner." : `Another outcome under ${
      list(
        otherwise.map(({ name, result }) =>
          `${name[0]!.toLowerCase()}${name.slice(1)} (${outcome(result)})`
        ),
      )
    }.`);
  return {
    readout,
    scene: {
      width,
      height: 26 + rules.length * 44,
      shapes: bars(
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
        { label: "Others or nobody", numeric: true },
        { label: "Majority", numeric: true },
        { label: "Winner" },
      ],
      rows: rules.map(({ name, result }) => [
        name,
        ...two.map((candidate) => electors(of(result, candidate))),
        electors(Math.round(rest(result) * 1e6) / 1e6),
        String(result.needed),
        outcome(result),
      ]),
    },
  };
}

function bars(
  rules: readonly NamedResult[],
  two: readonly [string, string],
  partyOf: (name: string) => string,
  width: number,
): Shape[] {
  const shapes: Shape[] = [];
  const x = scale([0, 1], [4, width - 4]);
  rules.forEach(({ name, result }, i) => {
    const y = 18 + i * 44;
    const share = (candidate: string) => (result.electors[candidate] ?? 0) / result.total;
    const [left, right] = two.map(share) as [number, number];
    shapes.push({ kind: "text", x: 4, y: y + 2, text: name, look: "label" });
    const bar = (from: number, to: number, look: string) => {
      if (to > from) {
        shapes.push({
          kind: "rect",
          x: x(from),
          y: y + 8,
          width: x(to) - x(from),
          height: 18,
          look,
        });
      }
    };
    bar(0, left, `bar ${partyOf(two[0]).toLowerCase()}`);
    bar(left, 1 - right, "bar rest");
    bar(1 - right, 1, `bar ${partyOf(two[1]).toLowerCase()}`);
    const label = (candidate: string) =>
      `${familyName(candidate)} ${electors(result.electors[candidate] ?? 0)}`;
    if (left > 0.14) {
      shapes.push({ kind: "text", x: x(0) + 6, y: y + 21.5, text: label(two[0]), look: "inside" });
    }
    if (right > 0.14) {
      shapes.push({
        kind: "text",
        x: x(1) - 6,
        y: y + 21.5,
        text: label(two[1]),
        anchor: "end",
        look: "inside",
      });
    }
  });
  shapes.push(line(x(0.5), 22, x(0.5), 18 + rules.length * 44 - 10, "guide"));
  return shapes;
}

/** Allocation rules side by side. */
export const allocationRules: Panel<readonly ElectionData[]> = {
  id: "allocation_rules",
  start: (elections) => ({
    year: String((elections.find(({ year }) => year === 2016) ?? elections.at(-1)!).year),
    candidates: "all",
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
        { value: "all", label: "Every candidate who is named" },
        { value: "two", label: "The first two only" },
      ],
    },
  ],
  run,
};
