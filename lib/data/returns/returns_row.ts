/** One row of returns, the same for every layout. */
export interface ReturnsRow {
  /** The year; null where the file does not say. */
  readonly year: number | null;
  /** The state's two letters; null where the file does not say. */
  readonly state_po: string | null;
  /** The county's five digits (FIPS); null where there is none. */
  readonly fips: string | null;
  /** The county's name; null where there is none. */
  readonly county: string | null;
  /** The precinct's name; null where there is none. */
  readonly precinct: string | null;
  /** The candidate, as the file writes it. */
  readonly candidate: string;
  /** The party; null where there is none. */
  readonly party: string | null;
  /** How the votes were cast; null where the file does not say. */
  readonly mode: string | null;
  /** The votes. */
  readonly votes: number;
}
