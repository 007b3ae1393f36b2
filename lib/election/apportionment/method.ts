import type { Ratio } from "../exact/ratio.ts";

/** A divisor method, by the name that American sources use for it. */
export type DivisorMethod = "huntington-hill" | "webster" | "jefferson" | "adams" | "dean";

/** A method of apportionment: the divisor methods, and Hamilton's largest remainders. */
export type ApportionmentMethod = DivisorMethod | "hamilton";

/** The divisor methods, in the order in which tables show them. */
export const DIVISOR_METHODS: readonly DivisorMethod[] = [
  "huntington-hill",
  "webster",
  "jefferson",
  "adams",
  "dean",
];

/** All methods, in the order in which tables show them. */
export const APPORTIONMENT_METHODS: readonly ApportionmentMethod[] = [
  ...DIVISOR_METHODS,
  "hamilton",
];

/**
 * The priority with which a unit of this population, holding `seats` seats,
 * claims its next one: population over the method's divisor for that step.
 *
 * - Huntington–Hill: the geometric mean √(n(n+1)); the priority is returned
 *   squared, so that it stays a fraction. Priorities of one method are compared
 *   with each other only, so the square changes no order.
 * - Webster: n + ½. Jefferson: n + 1. Adams: n. Dean: the harmonic mean
 *   2n(n+1)/(2n+1).
 *
 * Methods whose first divisor is 0 give an infinite priority to a first seat.
 * Source: Balinski and Young, *Fair Representation*.
 */
export function seatPriority(population: bigint, seats: number, method: DivisorMethod): Ratio {
  const n = BigInt(seats);
  switch (method) {
    case "huntington-hill":
      return { numerator: population * population, denominator: n * (n + 1n) };
    case "webster":
      return { numerator: 2n * population, denominator: 2n * n + 1n };
    case "jefferson":
      return { numerator: population, denominator: n + 1n };
    case "adams":
      return { numerator: population, denominator: n };
    case "dean":
      return { numerator: population * (2n * n + 1n), denominator: 2n * n * (n + 1n) };
  }
}
