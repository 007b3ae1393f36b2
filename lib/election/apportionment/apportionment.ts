import type { ApportionmentMethod } from "./method.ts";

/** One line of a priority list. */
export interface PrioritySeat {
  /** The seat's number in the House: 51 is the first after one for each of 50 states. */
  readonly number: number;
  /** The unit that takes it. */
  readonly unit: string;
  /** Which of the unit's seats it is. */
  readonly unitSeat: number;
  /** The priority value as printed by the Census Bureau: not squared. */
  readonly priority: number;
}

/** Seats by unit, and how they were given out. */
export interface Apportionment {
  /** The method of apportionment. */
  readonly method: ApportionmentMethod;
  /** Seats by unit, in the order of the populations given. */
  readonly seats: Readonly<Record<string, number>>;
  /** The seats above the minimum, in the order of priority. Empty for Hamilton's method. */
  readonly order: readonly PrioritySeat[];
  /** The seats that would follow if the House were larger. Empty for Hamilton's method. */
  readonly next: readonly PrioritySeat[];
  /**
   * Units that tie exactly for the last seat, where one of them gets it and another does not;
   * otherwise empty. The tie is broken by larger population, then by name: the law has no rule.
   */
  readonly tied: readonly string[];
}
