import { shown } from "./refusal.ts";
import { wrong } from "./wrong.ts";

type NumberList = readonly number[] | Float64Array | Int32Array | Uint32Array;

/** Objects without names of their own to read: Map, Set, Date, Promise and the like call themselves so. */
function isBuiltIn(value: object): boolean {
  const kind = Object.prototype.toString.call(value);
  return kind !== "[object Object]" && kind !== "[object Module]";
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

/**
 * Returns the value if it is a list with at least so many members, and with as many as `length`
 * where one is given.
 *
 * @throws {TypeError} if it is no list, or has a hole.
 * @throws {RangeError} if it is too short or of another length.
 *
 * @example
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { requireList } from "tallybook/check";
 *
 * assertThrows(
 *   () => requireList("fit", "outcome", [], { least: 1 }),
 *   RangeError,
 *   "Cannot fit: outcome: found 0 members, expected at least 1",
 * );
 * ```
 */
export function requireList<List extends ArrayLike<unknown>>(
  task: string,
  where: string,
  value: List,
  { least = 0, length }: { readonly least?: number; readonly length?: number } = {},
): List {
  if (!isList(value)) {
    throw wrong(task, where, value, "a list");
  }
  if (value.length < least || (length !== undefined && value.length !== length)) {
    const members = `${value.length} member${value.length === 1 ? "" : "s"}`;
    const expected = value.length < least ? `at least ${least}` : length;
    throw new RangeError(`Cannot ${task}: ${where}: found ${members}, expected ${expected}`);
  }
  if (Array.isArray(value)) {
    // A hole is passed over by forEach() and map(), so that no check of members would see it.
    for (let i = 0; i < value.length; i++) {
      if (i in value) continue;
      throw wrong(task, `${where}[${i}]`, undefined, "a member");
    }
  }
  return value;
}

/**
 * Returns the value if it is a list of finite numbers; names the first member that is none, by its
 * position from 0.
 *
 * @throws {TypeError} if it is no list, or a member is no number.
 * @throws {RangeError} if a member is NaN or infinite, or the list's length is wrong.
 */
export function requireNumbers<List extends NumberList>(
  task: string,
  where: string,
  value: List,
  lengths: { readonly least?: number; readonly length?: number } = {},
): List {
  requireList(task, where, value, lengths);
  for (let i = 0; i < value.length; i++) {
    const member: unknown = value[i];
    if (typeof member === "number" && Number.isFinite(member)) continue;
    throw wrong(task, `${where}[${i}]`, member, "a finite number", "number");
  }
  return value;
}

/**
 * Returns the names, or whatever else tells members apart, if none comes twice: what is given twice would
 * be counted twice.
 *
 * @throws {RangeError} naming the first that comes again.
 *
 * @example
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { requireDistinct } from "tallybook/check";
 *
 * assertThrows(
 *   () => requireDistinct("add groups", "groups", ["CA", "NY", "CA"]),
 *   RangeError,
 *   'Cannot add groups: groups: found "CA" twice, expected each once',
 * );
 * ```
 */
export function requireDistinct<Name extends string | number>(
  task: string,
  where: string,
  names: readonly Name[],
): readonly Name[] {
  const seen = new Set<Name>();
  for (const name of names) {
    if (seen.has(name)) {
      throw new RangeError(
        `Cannot ${task}: ${where}: found ${shown(name)} twice, expected each once`,
      );
    }
    seen.add(name);
  }
  return names;
}

/**
 * Returns the value if it is an object by names, as a record of votes is: no list, and none of the
 * engine's own kinds (a Map, a promise that nobody waited for, a date), which have no names to read.
 *
 * @throws {TypeError} if it is not.
 */
export function requireRecord<R extends object>(task: string, where: string, value: R): R {
  if (typeof value !== "object" || value === null || isList(value) || isBuiltIn(value)) {
    throw wrong(task, where, value, "an object");
  }
  return value;
}
