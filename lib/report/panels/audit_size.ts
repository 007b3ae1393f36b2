import { type AuditOption, auditOptions } from "../../election/audit/feasibility.ts";
import type { ReportedContest } from "../../election/audit/reported.ts";
import { count, inPoints } from "../../display/format.ts";
import { roughPercent, typedPercent } from "./digits.ts";
import { contestsOf, type ElectionData, familyName, unitName } from "./election_data.ts";
import type { Outcome, Panel, PanelField, PanelState } from "./panel.ts";
import { riskField, riskLimitOf } from "./risk_field.ts";

/** The contest that a state names, with the options to audit it. */
export interface AuditPlan {
  readonly contest: ReportedContest;
  readonly winner: string;
  readonly loser: string;
  readonly riskLimit: number;
  readonly options: readonly AuditOption[];
}

const ranked = (votes: Readonly<Record<string, number>>) =>
  Object.entries(votes).sort(([, a], [, b]) => b - a);

function electionOf(elections: readonly ElectionData[], state: PanelState): ElectionData {
  return elections.find(({ year }) => String(year) === state.year) ?? elections.at(-1)!;
}

/** What the tables know of a state's votes without paper; null where they say nothing. */
function paperOf(
  election: ElectionData,
  state: string | undefined,
): { surely: number; atMost: number; votes: number } | null {
  const found = election.paperless.find(([unit]) => unit === state);
  const votes = election.units.find(([unit]) => unit === state)?.[2]
    .reduce((sum, count) => sum + count, 0);
  return found === undefined || !votes ? null : { surely: found[1], atMost: found[2], votes };
}

/** Percent of a state's ballots without paper, as the field holds it before a reader sets it. */
function knownPaperless(election: ElectionData, state: string | undefined): string {
  const known = paperOf(election, state);
  return known ? (100 * known.surely / known.votes).toFixed(1) : "0";
}

/** What the tables know of it in words, and what is computed with where that is something else. */
function paperNote(election: ElectionData, state: PanelState): string {
  const known = paperOf(election, state.state);
  const set = Number(state.paperless);
  const asSet = known !== null && set === Number(knownPaperless(election, state.state))
    ? ""
    : `; computed as if ${
      set === 0
        ? "all ballots were on paper"
        : `${typedPercent(state.paperless!)} of ballots had no paper record`
    }`;
  if (known === null) {
    return ` How many of its ballots had no paper record is not known here${asSet}.`;
  }
  if (known.atMost === 0) {
    return ` By this project's table all of its counties voted on paper${asSet}.`;
  }
  const beside = known.atMost > known.surely
    ? `; with those that had them beside paper, ${count(known.atMost)}`
    : "";
  return known.surely === 0
    ? ` Counties that had paperless machines beside paper cast ${
      count(known.atMost)
    } of its votes${asSet}.`
    : ` Counties whose polling places had paperless machines only cast ${
      count(known.surely)
    } of its votes${beside}${asSet}.`;
}

/** What could settle the contest, and how many ballots that takes. */
export function auditPlan(elections: readonly ElectionData[], state: PanelState): AuditPlan {
  const contests = contestsOf(electionOf(elections, state));
  const found = contests.find(({ unit }) => unit === state.state) ?? contests[0]!;
  const [first, second] = ranked(found.votes) as [[string, number], [string, number]];
  const valid = Object.values(found.votes).reduce((sum, votes) => sum + votes, 0);
  const contest = {
    winner: first[1],
    loser: second[1],
    ballots: Math.round(valid * (1 + Number(state.blank) / 100)),
  };
  const riskLimit = riskLimitOf(state);
  const conditions = {
    paperless: Math.round(contest.ballots * Number(state.paperless) / 100),
    ballotRecords: state.records === "yes",
  };
  return {
    contest,
    winner: first[0],
    loser: second[0],
    riskLimit,
    options: auditOptions(contest, conditions, riskLimit),
  };
}

function fields(elections: readonly ElectionData[], state: PanelState): readonly PanelField[] {
  const election = electionOf(elections, state);
  const states = election.units.filter(([unit]) => unit.length === 2)
    .map(([unit]) => ({ value: unit, label: unitName(election, unit) }))
    .sort((a, b) => a.label < b.label ? -1 : 1);
  return [
    {
      kind: "choice",
      name: "year",
      label: "Election",
      resets: ["paperless"],
      options: elections.map(({ year }) => ({ value: String(year), label: String(year) })),
    },
    {
      kind: "choice",
      name: "state",
      label: "State",
      resets: ["paperless"],
      options: states,
    },
    riskField,
    {
      kind: "number",
      name: "blank",
      label: "Ballots without a valid vote, for 100 votes",
      least: 0,
      most: 10,
      step: 0.1,
      unit: "",
    },
    {
      kind: "number",
      name: "paperless",
      label: "Ballots without a paper record",
      least: 0,
      most: 100,
      step: 0.1,
      unit: "%",
    },
    {
      kind: "choice",
      name: "records",
      label: "Machines keep a record of each ballot",
      options: [{ value: "yes", label: "Yes" }, { value: "no", label: "No" }],
    },
  ];
}

function run(elections: readonly ElectionData[], state: PanelState): Outcome {
  const { contest, winner, loser, options } = auditPlan(elections, state);
  const margin = contest.winner - contest.loser;
  const best = options.filter((option) => option.possible && option.kind !== "full hand count")
    .sort((a, b) => a.ballots! - b.ballots!)[0];
  const full = options.find(({ kind }) => kind === "full hand count")!;
  const readout =
    `${unitName(electionOf(elections, state), state.state!)} ${state.year}: ${
      familyName(winner)
    } ahead of ${familyName(loser)} by ` +
    `${count(margin)}, ${inPoints(margin / contest.ballots, { digits: 2 })} of ${
      count(contest.ballots)
    } ballots. ` +
    (best
      ? `At a risk limit of ${typedPercent(state.risk!)}, ${best.kind} looks at ${
        count(best.ballots!)
      } ballots on average ` +
        `if the report is right (${roughPercent(best.ballots! / contest.ballots)} of all).`
      : full.possible
      ? "Only a full hand count would settle it."
      : "No audit can settle it: ballots without paper could hold the margin.") +
    paperNote(electionOf(elections, state), state);
  return {
    readout,
    table: {
      caption: "What evidence could settle the contest",
      columns: [
        { label: "Kind" },
        { label: "Possible" },
        { label: "Ballots to look at", numeric: true },
        { label: "Of all ballots", numeric: true },
        { label: "Why" },
      ],
      rows: options.map((option) => [
        `${option.kind[0]!.toUpperCase()}${option.kind.slice(1)}`,
        option.possible ? "yes" : "no",
        option.ballots === null ? "–" : count(option.ballots),
        option.ballots === null ? "–" : roughPercent(option.ballots / contest.ballots),
        // The library's reasons are plain text: their counts are grouped here, as all others are.
        option.reason.replace(/\d{4,}/g, (digits) => count(Number(digits))),
      ]),
    },
  };
}

/** Size of a risk-limiting audit. */
export const auditSize: Panel<readonly ElectionData[]> = {
  id: "audit_size",
  start: (elections, { year = "2016", state = "WI" }) => {
    const election = elections.find((candidate) => String(candidate.year) === year) ??
      elections.find((candidate) => candidate.year === 2016) ?? elections.at(-1)!;
    return {
      year: String(election.year),
      state: "WI",
      risk: "5",
      blank: "0",
      paperless: knownPaperless(election, state),
      records: "yes",
    };
  },
  fields,
  run,
};
