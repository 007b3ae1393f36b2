import type { Contest } from "../../election/contest.ts";

export { familyName } from "../../election/candidate_names.ts";

/** Name under which candidates too small to be named are added up. */
export const SMALL_CANDIDATES = "Others";

/** One election as a page carries it: lists in place of records, to stay small. */
export interface ElectionData {
  readonly year: number;
  /** Candidates with a party, most votes first; the last may be {@linkcode SMALL_CANDIDATES}. */
  readonly candidates: readonly { readonly name: string; readonly party: string }[];
  /** Unit, electors, votes in the candidates' order, and the state's name. */
  readonly units: readonly (readonly [string, number, readonly number[], string])[];
  /** Congressional districts with the votes of the first two candidates in order of party, Democrat first. */
  readonly districts?: readonly (readonly [string, number, number])[];
  /** States with the votes cast surely, and at most, without paper; none where it is not known. */
  readonly paperless: readonly (readonly [string, number, number])[];
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
    // A district of which no count is known is a contest without votes.
    votes: democrat + republican === 0
      ? {}
      : { [of("Democratic")]: democrat, [of("Republican")]: republican },
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
