import { nearest } from "./nearest.ts";

/** What was refused: the parts of the one sentence in which this house says no. */
export interface Refused {
  /** What could not be done, as after "Cannot": "find the tipping point". */
  readonly task: string;
  /** Where it went wrong: `option "kind"`, `votes for Clinton in WI`, `wi.csv, row 3`. */
  readonly where: string;
  /** What stands there. Text is quoted, other values are written as JavaScript writes them. */
  readonly found: unknown;
  /** What should have stood there: "a whole number of 0 or more". */
  readonly expected: string;
  /** What is there and looks like what was found. */
  readonly nearest?: string | undefined;
}

const LONGEST = 80;

/**
 * A value as a person can recognize it in a message: text in quotes, lists and objects by their
 * beginning.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { shown } from "tallybook/check";
 *
 * assertEquals([shown("12"), shown(12), shown(undefined)], ['"12"', "12", "nothing"]);
 * assertEquals(shown([1, "a"]), 'a list [1, "a"]');
 * ```
 */
export function shown(value: unknown): string {
  const text = written(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function written(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return "a function";
  if (typeof value === "symbol") return "a symbol";
  if (Array.isArray(value)) {
    // A list within a list is only named: it may hold itself.
    const members = value.slice(0, 9).map((it) => Array.isArray(it) ? "a list" : shown(it));
    return `a list [${members.join(", ")}]`;
  }
  if (value instanceof Date) return `the date ${String(value)}`;
  if (typeof value === "object" && value !== null) {
    return `an object with ${Object.keys(value).slice(0, 9).join(", ") || "nothing in it"}`;
  }
  return Object.is(value, -0) ? "-0" : String(value);
}

/**
 * The sentence in which every room refuses: what, where, found, expected, nearest.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { refusal } from "tallybook/check";
 *
 * assertEquals(
 *   refusal({ task: "tally", where: "votes for Clinton in WI", found: -4, expected: "a whole number of 0 or more" }),
 *   "Cannot tally: votes for Clinton in WI: found -4, expected a whole number of 0 or more",
 * );
 * ```
 */
export function refusal({ task, where, found, expected, nearest }: Refused): string {
  const near = nearest === undefined ? "" : `; nearest: ${shown(nearest)}`;
  return `Cannot ${task}: ${where}: found ${shown(found)}, expected ${expected}${near}`;
}

const LISTED = 12;

/** The refusal of a name that is not one of those there are: lists them and names the nearest. */
export function unknownName(
  task: string,
  where: string,
  found: unknown,
  among: readonly string[],
): string {
  const more = among.length > LISTED ? ` and ${among.length - LISTED} more` : "";
  const list = among.length === 0
    ? "a name, but there is none to choose from"
    : `one of ${among.slice(0, LISTED).map((name) => JSON.stringify(name)).join(", ")}${more}`;
  return refusal({
    task,
    where,
    found,
    expected: list,
    nearest: typeof found === "string" ? nearest(found, among) : undefined,
  });
}
