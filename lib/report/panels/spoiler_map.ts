import {
  pathToMajority,
  preferenceNeeded,
  type SpoilerQuestion,
  spoilerUnits,
  type TransferredElection,
  transferVotes,
} from "../../election/spoiler/mod.ts";
import { count, decimal, list, percent } from "../../display/format.ts";
import { contestsOf, type ElectionData, leadingTwo, OTHERS, shortName } from "./election_data.ts";
import type { Field, Outcome, Panel, PanelState } from "./panel.ts";
import { line, linePath, scale, type Shape } from "./shape.ts";

const HEIGHT = 420;
const LABEL_HEIGHT = 14;
const boxOf = (width: number) => ({
  left: 62,
  right: width - 40,
  top: 26,
  bottom: 368,
});

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
  election.candidates.slice(2).filter(({ name }) => name !== OTHERS);

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

function fields(elections: readonly ElectionData[], state: PanelState): readonly Field[] {
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
  const changed = result.changed.map(({ unit }) => unit);
  const readout =
    `Without ${list(without.map(shortName))}, if ${
      decimal(Number(state.turnout), { digits: 1 })
    }% of their voters ` +
    `had voted for one of the two and ${
      decimal(Number(state.preference), { digits: 1 })
    }% of those for ` +
    `${shortName(beneficiary)} (a net share of ${percent(result.netShare)}): ` +
    `${shortName(beneficiary)} ${electorsOf(beneficiary)}, ${shortName(opponent)} ` +
    `${electorsOf(opponent)} of ${total} electors. ` +
    (winner ? `${shortName(winner)} wins. ` : "Nobody has a majority. ") +
    (changed.length ? `Other winners in ${list(changed)}. ` : "No state has another winner. ") +
    (path.netShare === undefined
      ? `No behavior of these voters would have given ${shortName(beneficiary)} a majority.`
      : path.start >= path.majority
      ? `${shortName(beneficiary)} had a majority as it was.`
      : `A majority for ${shortName(beneficiary)} takes a net share above ${
        percent(path.netShare, { digits: 2 })
      } in every state.`);
  return {
    readout,
    scene: { width, height: HEIGHT, shapes: map(path, beneficiary, state, width) },
    table: {
      caption: `States that ${shortName(beneficiary)} could have gained, by the net share needed`,
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
          step.unit,
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

/** The plane of turnout and preference, with each state's break-even as a curve. */
function map(
  path: ReturnType<typeof pathToMajority>,
  beneficiary: string,
  state: PanelState,
  width: number,
): Shape[] {
  const box = boxOf(width);
  const x = scale([0, 1], [box.left, box.right]);
  const y = scale([0, 1], [box.bottom, box.top]);
  const shapes: Shape[] = [];
  const curve = (netShare: number): [number, number][] => {
    const first = Math.max(netShare, 0.005);
    const turnouts = Array.from({ length: 201 }, (_, i) => first + (1 - first) * i / 200);
    return turnouts.flatMap((v) => {
      const p = preferenceNeeded(netShare, Math.min(1, v));
      return p === undefined ? [] : [[x(Math.min(1, v)), y(p)] as [number, number]];
    });
  };
  shapes.push({
    kind: "rect",
    x: box.left,
    y: box.top,
    width: box.right - box.left,
    height: box.bottom - box.top,
    look: "field",
  });
  if (path.netShare !== undefined && path.start < path.majority) {
    const edge = curve(path.netShare);
    if (edge.length > 1) {
      shapes.push({
        kind: "path",
        d: linePath([...edge, [x(1), y(1)], [edge[0]![0], y(1)]]) + "Z",
        look: "region",
        title: `${shortName(beneficiary)} has a majority`,
      });
    }
  }
  for (const tick of [0, 0.25, 0.5, 0.75, 1]) {
    shapes.push(line(x(tick), box.bottom, x(tick), box.bottom + 5, "axis"));
    shapes.push(line(box.left - 5, y(tick), box.left, y(tick), "axis"));
    const label = `${tick * 100}%`;
    shapes.push({
      kind: "text",
      x: x(tick),
      y: box.bottom + 20,
      text: label,
      anchor: "middle",
      look: "tick",
    });
    shapes.push({
      kind: "text",
      x: box.left - 9,
      y: y(tick) + 4,
      text: label,
      anchor: "end",
      look: "tick",
    });
  }
  shapes.push(line(box.left, y(0.5), box.right, y(0.5), "guide"));
  let lowest = Infinity;
  for (const step of path.steps) {
    const points = curve(step.netShare);
    if (points.length < 2) continue;
    shapes.push({
      kind: "path",
      d: linePath(points),
      look: step.netShare === path.netShare ? "curve deciding" : "curve",
      title: `${step.unit}: net share ${percent(step.netShare, { digits: 2 })}`,
    });
    // Labels stand at the right edge from the bottom up, each at its curve or just above the one before.
    const [right, height] = points.at(-1)!;
    lowest = Math.min(height, lowest - LABEL_HEIGHT);
    if (lowest < box.top) continue;
    shapes.push({ kind: "text", x: right + 6, y: lowest + 4, text: step.unit, look: "label" });
  }
  shapes.push({
    kind: "circle",
    x: x(Number(state.turnout) / 100),
    y: y(Number(state.preference) / 100),
    r: 6,
    look: "here",
  });
  shapes.push({
    kind: "text",
    x: box.left,
    y: 16,
    text: `↑ For ${shortName(beneficiary)}, of those who vote`,
    look: "title",
  });
  shapes.push({
    kind: "text",
    x: box.right,
    y: HEIGHT - 8,
    text: "Would have voted for one of the two →",
    anchor: "end",
    look: "title",
  });
  return shapes;
}

/** The spoiler map: what third candidates' voters would have had to do. */
export const spoilerMap: Panel<readonly ElectionData[]> = {
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
