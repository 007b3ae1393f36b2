import type { Contest } from "../../election/contest.ts";

export { familyName } from "../../election/candidate_names.ts";

/** Name under which candidates too small to be named are added up. */
export const OTHERS = "Others";

/** One election as a page carries it: lists in place of records, to stay small. */
export interface ElectionData {
  readonly year: number;
  /** Candidates with a party, most votes first; the last may be {@linkcode OTHERS}. */
  readonly candidates: readonly { readonly name: string; readonly party: string }[];
  /** Unit, electors, votes in the candidates' order, and the state's name. */
  readonly units: readonly (readonly [string, number, readonly number[], string])[];
  /** Congressional districts with the votes of the first two candidates in order of party, Democrat first. */
  readonly districts?: readonly (readonly [string, number, number])[];
}

/** Rows of data/state_returns.csv, as far as panels need them. */
export interface ReturnRow {
  readonly year: number;
  readonly unit: string;
  /** The state's name. */
  readonly state: string;
  readonly candidate: string;
  readonly party: string;
  readonly votes: number;
}

/** Rows of data/electoral_votes.csv for electors won. */
export interface ElectorRow {
  readonly year: number;
  readonly unit: string;
  readonly electors: number;
}

/** Rows of data/district_returns.csv for districts as they were in that year. */
export interface DistrictRow {
  readonly year: number;
  readonly district: string;
  readonly democrat: string;
  readonly republican: string;
  readonly republicanShare: number;
  readonly twoPartyVotes: number | null;
}

/** Candidates below this share of the nation's votes are added up as others. */
const NAMED_FROM = 0.002;
const stateOf = (unit: string) => unit.slice(0, 2);

/**
 * The elections that panels offer, oldest first. Districts of Maine and Nebraska
 * are contests of their own where their returns are known; elsewhere the state
 * is one contest with all its electors, as it was when no district differed.
 */
export function electionData(
  returns: readonly ReturnRow[],
  won: readonly ElectorRow[],
  districts: readonly DistrictRow[],
): ElectionData[] {
  const years = [...new Set(won.map((row) => row.year))].sort((a, b) => a - b)
    .filter((year) => returns.some((row) => row.year === year));
  return years.map((year) =>
    oneElection(
      year,
      returns.filter((row) => row.year === year),
      won.filter((row) => row.year === year),
      districts.filter((row) => row.year === year),
    )
  );
}

function oneElection(
  year: number,
  returns: readonly ReturnRow[],
  won: readonly ElectorRow[],
  districts: readonly DistrictRow[],
): ElectionData {
  const nation = new Map<string, { votes: number; party: string }>();
  let all = 0;
  for (const { candidate, party, votes } of returns) {
    const entry = nation.get(candidate) ?? { votes: 0, party: "" };
    nation.set(candidate, { votes: entry.votes + votes, party: entry.party || party });
    all += votes;
  }
  const named = [...nation].filter(([name, { votes, party }]) =>
    votes >= NAMED_FROM * all && party !== "" && !/^other/i.test(name)
  ).sort((a, b) => b[1].votes - a[1].votes).map(([name, { party }]) => ({ name, party }));
  const candidates = [...named, { name: OTHERS, party: "" }];

  const electors = new Map<string, number>();
  const split = new Set(won.map((row) => row.unit).filter((unit) => unit.length > 2));
  const known = new Set(districts.map((row) => row.district));
  for (const row of won) {
    const unit = split.has(row.unit) && !known.has(row.unit) ? stateOf(row.unit) : row.unit;
    electors.set(unit, (electors.get(unit) ?? 0) + row.electors);
  }
  const votesOf = (unit: string): number[] => {
    const rows = returns.filter((row) => row.unit === unit);
    const byName = (name: string) =>
      rows.filter((row) => row.candidate === name).reduce((sum, row) => sum + row.votes, 0);
    const listed = named.map(({ name }) => byName(name));
    const total = rows.reduce((sum, row) => sum + row.votes, 0);
    return [...listed, total - listed.reduce((sum, votes) => sum + votes, 0)];
  };
  const nameOf = new Map(returns.map((row) => [row.unit, row.state]));
  const nominal = new Map([...electors].map(([unit]) => [unit, votesOf(unit)]));
  const districtVotes = (row: DistrictRow): readonly [number, number] => {
    // Shares are what is published; where the count is not, the state's mean stands for it.
    const inState = districts.filter((other) => stateOf(other.district) === stateOf(row.district));
    const state = (nominal.get(stateOf(row.district)) ?? []).reduce((sum, votes) => sum + votes, 0);
    const count = row.twoPartyVotes ?? Math.round(state / inState.length);
    const republican = Math.round(count * row.republicanShare);
    return [count - republican, republican];
  };
  const units = [...electors].sort(([a], [b]) => a < b ? -1 : 1).map(([unit, count]) => {
    const name = nameOf.get(stateOf(unit)) ?? stateOf(unit);
    const row = districts.find((candidate) => candidate.district === unit);
    if (row === undefined) return [unit, count, votesOf(unit), name] as const;
    const [democrat, republican] = districtVotes(row);
    const votes = candidates.map(({ party }) =>
      party === "Democratic" ? democrat : party === "Republican" ? republican : 0
    );
    return [unit, count, votes, name] as const;
  });
  return {
    year,
    candidates,
    units,
    ...(districts.length > 0
      ? {
        districts: districts.map((row) => {
          const [democrat, republican] = districtVotes(row);
          return [row.district, democrat, republican] as const;
        }).sort(([a], [b]) => a < b ? -1 : 1),
      }
      : {}),
  };
}

/** The contests of an election as lib/election takes them. */
export function contestsOf(election: ElectionData): Contest[] {
  return election.units.map(([unit, electors, votes]) => ({
    unit,
    electors,
    votes: Object.fromEntries(election.candidates.map(({ name }, i) => [name, votes[i]!])),
  }));
}

/** Whole states with all their electors. */
export function statesOf(election: ElectionData): Contest[] {
  const contests = contestsOf(election);
  return contests.filter(({ unit }) => unit.length === 2).map((state) => ({
    ...state,
    electors: contests.filter(({ unit }) => unit.startsWith(state.unit))
      .reduce((sum, { electors }) => sum + electors, 0),
  }));
}

/** The congressional districts as contests of one elector; none where they are not known. */
export function districtsOf(election: ElectionData): Contest[] {
  const of = (party: string) =>
    election.candidates.find((candidate) => candidate.party === party)?.name ?? party;
  return (election.districts ?? []).map(([unit, democrat, republican]) => ({
    unit,
    electors: 1,
    votes: { [of("Democratic")]: democrat, [of("Republican")]: republican },
  }));
}

/** A unit's name in words: "Wisconsin", "Maine's district 2"; the unit itself where none is known. */
export function unitName(election: ElectionData, unit: string): string {
  const name = election.units.find(([code]) => code === unit)?.[3];
  if (name === undefined || unit.length === 2) return name ?? unit;
  return `${name}'s district ${Number(unit.slice(3))}`;
}

/** The two candidates between whom an election was decided: those with most votes. */
export function leadingTwo(election: ElectionData): readonly [string, string] {
  return [election.candidates[0]!.name, election.candidates[1]!.name];
}
