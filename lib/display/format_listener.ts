/** A number as a format printed it. */
export interface Formatted {
  /** The format: count, decimal, percent or points. */
  readonly by: string;
  /** What was printed, before it was rounded. */
  readonly value: number;
  /** Decimals. */
  readonly digits: number;
  /** The print, without the word "points". */
  readonly text: string;
}

/** Who is told of each number that a format prints; nobody outside of a notebook. */
export const formatListener: { told: ((formatted: Formatted) => void) | null } = { told: null };
