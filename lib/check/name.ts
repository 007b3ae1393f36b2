import { unknownName } from "./refusal.ts";
import { wrong } from "./wrong.ts";

/**
 * Returns the value if it is one of those there are; otherwise refuses it, lists them and names the
 * nearest. For options ("HC3"), candidates, states, columns: whatever has a list.
 *
 * @throws {TypeError} if it is no text.
 * @throws {RangeError} if it is not among them.
 *
 * @example
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { requireOneOf } from "tallybook/check";
 *
 * assertThrows(
 *   () => requireOneOf("estimate errors", 'option "errors"', "hc3", ["HC0", "HC3"]),
 *   RangeError,
 *   'option "errors": found "hc3", expected one of "HC0", "HC3"; nearest: "HC3"',
 * );
 * ```
 */
export function requireOneOf<const Name extends string>(
  task: string,
  where: string,
  value: unknown,
  among: readonly Name[],
): Name {
  if (typeof value !== "string") {
    throw new TypeError(unknownName(task, where, value, among));
  }
  if (!(among as readonly string[]).includes(value)) {
    throw new RangeError(unknownName(task, where, value, among));
  }
  return value as Name;
}

/**
 * Refuses an option that does not exist: a misspelt one would otherwise be as if it had not been
 * given.
 *
 * @throws {TypeError} if the options are no object.
 * @throws {RangeError} naming the first unknown option and the nearest that exists.
 *
 * @example
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { requireOptions } from "tallybook/check";
 *
 * assertThrows(
 *   () => requireOptions("fit", { wieghts: [] }, ["weights", "errors"]),
 *   RangeError,
 *   'Cannot fit: options: found "wieghts", expected one of "weights", "errors"; nearest: "weights"',
 * );
 * ```
 */
export function requireOptions(task: string, options: unknown, known: readonly string[]): void {
  if (
    typeof options !== "object" || options === null ||
    Object.prototype.toString.call(options) !== "[object Object]"
  ) {
    throw wrong(task, "options", options, "an object of options");
  }
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) throw new RangeError(unknownName(task, "options", name, known));
  }
}

/**
 * Returns the value if it is true or false.
 *
 * @throws {TypeError} if it is neither: a text "false" would count as true.
 */
export function requireFlag(task: string, where: string, value: unknown): boolean {
  if (typeof value !== "boolean") {
    throw wrong(task, where, value, "true or false");
  }
  return value;
}

/**
 * Returns the value if it is a text, empty or not.
 *
 * @throws {TypeError} if it is none.
 */
export function requireText(task: string, where: string, value: unknown): string {
  if (typeof value === "string") return value;
  throw wrong(task, where, value, "a text");
}

/**
 * Returns the value if it is a name: a text with something in it. A name that every object has
 * already ("constructor", "__proto__") is none: in a record by name it would find what nobody put in.
 *
 * @throws {TypeError} if it is no text.
 * @throws {RangeError} if it is empty or blank, or every object has it.
 */
export function requireName(task: string, where: string, value: unknown): string {
  if (typeof value === "string" && value.trim() !== "" && !(value in Object.prototype)) {
    return value;
  }
  throw wrong(task, where, value, "a name", "string");
}

/**
 * Returns the value if it is a function that can be called; a class cannot without `new`.
 *
 * @throws {TypeError} if it is not.
 */
export function requireFunction<F>(task: string, where: string, value: F): F {
  if (typeof value !== "function" || /^class\b/.test(Function.prototype.toString.call(value))) {
    throw wrong(task, where, value, "a function");
  }
  return value;
}
