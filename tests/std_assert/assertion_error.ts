import { inspect } from "node:util";

/** Thrown by every assertion that does not hold. */
export class AssertionError extends Error {
  override name = "AssertionError";
}

/** A class, abstract ones too. */
// deno-lint-ignore no-explicit-any
export type Constructor<T = any> = abstract new (...args: any[]) => T;

/** A value as a message shows it. */
export const show = (value: unknown): string => inspect(value, { depth: 6, maxArrayLength: 60 });

/** Std's note after a message: a colon and the caller's own words. */
export const suffix = (msg?: string): string => msg === undefined ? "" : `: ${msg}`;
