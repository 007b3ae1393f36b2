/** One row of returns, the same for every layout. */
export interface ReturnsRow {
  readonly year: number | null;
  readonly state_po: string | null;
  readonly fips: string | null;
  readonly county: string | null;
  readonly precinct: string | null;
  readonly candidate: string;
  readonly party: string | null;
  readonly mode: string | null;
  readonly votes: number;
}
