/**
 * Throws unless `value` is a whole number of things: a safe integer of at least
 * `least`. `name` says what it counts and where: "votes for Clinton in WI".
 *
 * @throws {RangeError} if it is not.
 *
 * @example
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { requireCount } from "tallybook/election";
 *
 * assertThrows(() => requireCount(1.5, "seats"), RangeError, "Expected seats to be an integer");
 * ```
 */
export function requireCount(value: number, name: string, least = 0): void {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new RangeError(
      `Expected ${name} to be an integer of at least ${least}, but found ${value}`,
    );
  }
}

/**
 * Throws unless `value` is a number strictly between 0 and 1, as a risk limit or
 * a level is.
 *
 * @throws {RangeError} if it is not.
 */
export function requireProper(value: number, name: string): void {
  if (!(value > 0 && value < 1)) {
    throw new RangeError(`Expected ${name} to lie strictly between 0 and 1, but found ${value}`);
  }
}

/**
 * Throws unless `value` is a share, from 0 to 1 inclusive.
 *
 * @throws {RangeError} if it is not.
 */
export function requireShare(value: number, name: string): void {
  if (!(value >= 0 && value <= 1)) {
    throw new RangeError(`Expected ${name} to lie between 0 and 1, but found ${value}`);
  }
}
