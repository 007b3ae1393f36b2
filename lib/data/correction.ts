/** One declared mending of a known error in a raw file. */
export interface Correction {
  /** A short name that says what is mended. */
  readonly id: string;
  /** The raw file. */
  readonly file: string;
  /** The cells that pick out the rows; all must be equal. */
  readonly match: Readonly<Record<string, string>>;
  /** How many rows must match; one when left out. */
  readonly rows?: number;
  /** Whether a value is set or the row left out. */
  readonly action: "set" | "drop";
  /** For "set": the column to mend, the value that must be there, and the value to put there. */
  readonly column?: string;
  /** The value that must be there now. */
  readonly expected?: string;
  /** The value that takes its place. */
  readonly value?: string;
  /** Why the raw value is wrong. */
  readonly reason: string;
  /** What shows the right value. */
  readonly source: string;
  /** Whether the producer knows: "not reported", "reported", "mended upstream". */
  readonly status: string;
}
