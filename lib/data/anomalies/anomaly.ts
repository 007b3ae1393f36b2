/** Votes for a candidate in a place, at a time where a count is followed. */
export interface PlaceVotes {
  /** A county, a state, a precinct: whatever the votes are counted by. */
  readonly place: string;
  /** What the place is part of, where there is such: totals and other contests are looked for within. */
  readonly county?: string;
  /** The candidate's name. */
  readonly candidate: string;
  /** The votes of that row. */
  readonly votes: number;
  /** When the count stood so; any text that sorts by time. */
  readonly time?: string;
}

/** The kinds of errors that {@linkcode findAnomalies} looks for. */
export type AnomalyKind =
  | "negative votes"
  | "votes repeated"
  | "modes repeated"
  | "modes do not add up"
  | "total among its parts"
  | "another contest"
  | "share out of line"
  | "far from its own other contests"
  | "more votes than ballots"
  | "no votes named"
  | "total differs"
  | "write-ins missing"
  | "count goes backwards";

/** Something in returns that looks like an error, and what it rests on. */
export interface Anomaly {
  /** What is unusual. */
  readonly kind: AnomalyKind;
  /** The places it concerns. */
  readonly places: readonly string[];
  /** The candidate, where it concerns one. */
  readonly candidate: string | null;
  /** The votes that are in doubt. */
  readonly votes: number;
  /** What was found, and beside what it looks wrong, in a sentence. */
  readonly message: string;
  /** The lines of the file, where the returns were read from one. */
  readonly rows?: readonly number[];
}

/** A count with separators of thousands, for messages. */
export function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+(?!\d))/g, ",");
}
