/** Votes for a candidate in a place, at a time where a count is followed. */
export interface PlaceVotes {
  /** A county, a state, a precinct: whatever the votes are counted by. */
  readonly place: string;
  readonly candidate: string;
  readonly votes: number;
  /** When the count stood so; any text that sorts by time. */
  readonly time?: string;
}

/** The kinds of errors that {@linkcode findAnomalies} looks for. */
export type AnomalyKind =
  | "negative votes"
  | "votes repeated"
  | "total among its parts"
  | "share out of line"
  | "no votes named"
  | "total differs"
  | "write-ins missing"
  | "count goes backwards";

/** Something in returns that looks like an error, and what it rests on. */
export interface Anomaly {
  readonly kind: AnomalyKind;
  /** The places it concerns. */
  readonly places: readonly string[];
  /** The candidate, where it concerns one. */
  readonly candidate: string | null;
  /** The votes that are in doubt. */
  readonly votes: number;
  /** What was found, and beside what it looks wrong, in a sentence. */
  readonly message: string;
}

/** Votes by candidate. */
export type Ballot = ReadonlyMap<string, number>;

/** Adds up rows by place and candidate. */
export function byPlace(rows: readonly PlaceVotes[]): Map<string, Map<string, number>> {
  const places = new Map<string, Map<string, number>>();
  for (const { place, candidate, votes } of rows) {
    const ballot = places.get(place) ?? new Map<string, number>();
    places.set(place, ballot);
    ballot.set(candidate, (ballot.get(candidate) ?? 0) + votes);
  }
  return places;
}

/** All votes of a place. */
export function totalOf(ballot: Ballot): number {
  let total = 0;
  for (const votes of ballot.values()) total += votes;
  return total;
}

/** A count with separators of thousands, for messages. */
export function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+(?!\d))/g, ",");
}
