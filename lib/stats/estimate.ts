/** A quantity that was estimated rather than counted, with all that a reader needs to judge it. */
export interface Estimate {
  /** What is estimated, in words, with its unit: "two-party share difference, DRE minus scan, in points". */
  readonly estimand: string;
  /** The best single value, in the estimand's unit. */
  readonly point: number;
  /** The interval's lower end, in the same unit. */
  readonly lower: number;
  /** The interval's upper end, in the same unit. */
  readonly upper: number;
  /** The interval's level, for example 0.95. 1 means that the bounds hold without a model. */
  readonly level: number;
  /** How it was estimated: the method's standard name. */
  readonly method: string;
  /** What must be true for point and interval to mean what they say. */
  readonly assumptions: readonly string[];
  /** Number of units that the estimate rests on. */
  readonly n: number;
}
