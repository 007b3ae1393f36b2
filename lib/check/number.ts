import { wrong } from "./wrong.ts";

/** Bounds of a number, each included unless it is `above` or `below`. */
export interface Bounds {
  /** The least value allowed. */
  readonly minimum?: number;
  /** The greatest value allowed. */
  readonly maximum?: number;
  /** The number must be greater than this. */
  readonly above?: number;
  /** The number must be less than this. */
  readonly below?: number;
}

function inWords({ minimum, maximum, above, below }: Bounds, kind: string): string {
  const parts = [
    above === undefined ? "" : `more than ${above}`,
    minimum === undefined ? "" : `at least ${minimum}`,
    below === undefined ? "" : `less than ${below}`,
    maximum === undefined ? "" : `at most ${maximum}`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? kind : `${kind} of ${parts.join(" and ")}`;
}

function within(value: number, { minimum, maximum, above, below }: Bounds): boolean {
  return !(minimum !== undefined && value < minimum) &&
    !(maximum !== undefined && value > maximum) &&
    !(above !== undefined && value <= above) && !(below !== undefined && value >= below);
}

/**
 * Returns the value if it is a finite number within its bounds.
 *
 * @throws {TypeError} if it is no number (text, null, a bigint, nothing).
 * @throws {RangeError} if it is NaN, infinite or out of bounds.
 *
 * @example
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { requireNumber } from "tallybook/check";
 *
 * assertThrows(
 *   () => requireNumber("test equivalence", "bound", -1, { above: 0 }),
 *   RangeError,
 *   "Cannot test equivalence: bound: found -1, expected a finite number of more than 0",
 * );
 * ```
 */
export function requireNumber(
  task: string,
  where: string,
  value: unknown,
  bounds: Bounds = {},
): number {
  if (typeof value === "number" && Number.isFinite(value) && within(value, bounds)) return value;
  throw wrong(task, where, value, inWords(bounds, "a finite number"), "number");
}

/**
 * Returns the value if it is a whole number, within the range in which whole numbers are exact
 * (±(2^53 − 1)) and within its bounds.
 *
 * @throws {TypeError} if it is no number.
 * @throws {RangeError} if it is not whole, not exact or out of bounds.
 */
export function requireInteger(
  task: string,
  where: string,
  value: unknown,
  bounds: Bounds = {},
): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && within(value, bounds)) {
    return value;
  }
  throw wrong(task, where, value, inWords(bounds, "a whole number"), "number");
}

/**
 * Returns the value if it is a count: a whole number of 0 or more. `where` says of what and where,
 * "votes for Clinton in WI".
 *
 * @throws {TypeError} if it is no number.
 * @throws {RangeError} if it is negative, not whole or beyond 2^53 − 1.
 *
 * @example
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { requireCount } from "tallybook/check";
 *
 * assertThrows(
 *   () => requireCount("tally", "votes for Clinton in WI", 1.5),
 *   RangeError,
 *   "found 1.5, expected a whole number of at least 0",
 * );
 * ```
 */
export function requireCount(
  task: string,
  where: string,
  value: unknown,
  bounds: Bounds = {},
): number {
  return requireInteger(task, where, value, { minimum: 0, ...bounds });
}

/**
 * Returns the value if it is a share, from 0 to 1.
 *
 * @throws {TypeError} if it is no number.
 * @throws {RangeError} if it lies outside, or is NaN.
 */
export function requireShare(task: string, where: string, value: unknown): number {
  return requireNumber(task, where, value, { minimum: 0, maximum: 1 });
}

/**
 * Returns the value if it lies strictly between 0 and 1, as a level or a risk limit does.
 *
 * @throws {TypeError} if it is no number.
 * @throws {RangeError} if it lies outside, or is NaN.
 */
export function requireProper(task: string, where: string, value: unknown): number {
  return requireNumber(task, where, value, { above: 0, below: 1 });
}
