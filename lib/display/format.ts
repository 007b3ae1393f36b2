/**
 * Numbers as readers see them: thousands separated by commas, the true minus
 * sign (U+2212), a stated number of decimals. One function a kind of number,
 * so that a share is never printed as a count or a margin without its sign.
 *
 * @module
 */
import { refusal, requireInteger, requireNumber } from "../check/mod.ts";
import { formatListener } from "./format_listener.ts";

/** U+2212: as wide as a plus sign and never a line break, unlike the hyphen. */
const MINUS = "\u2212";

function finite(value: number, what: string): number {
  return requireNumber(`format ${what}`, "value", value);
}

function fixed(value: number, digits: number): string {
  const text = Math.abs(value).toLocaleString("en-US", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // What rounds to zero has no sign: "−0.0" would claim a direction.
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}

/** How {@linkcode decimal}, {@linkcode percent} and {@linkcode inPoints} print. */
export interface FormatOptions {
  /** Decimals, always printed in full. */
  digits?: number;
  /** Print "+" before values above zero. */
  signed?: boolean;
}

function withSign(value: number, text: string, signed: boolean | undefined): string {
  return signed && value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** Gives the text on, and tells who listens what number it was. */
function told(by: string, value: number, digits: number, text: string): string {
  formatListener.told?.({ by, value, digits, text });
  return text;
}

/**
 * A count of things: whole, with thousands separated by commas.
 *
 * @throws {RangeError} when the value is not a whole number: a count that is not
 * whole was computed wrongly or is an estimate, which {@linkcode decimal} prints.
 *
 * @example A margin of votes
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { count } from "tallybook/display";
 *
 * assertEquals(count(2868686), "2,868,686");
 * assertEquals(count(-537, { signed: true }), "−537");
 * ```
 */
export function count(value: number, options: { signed?: boolean } = {}): string {
  requireInteger("format a count", "value", value);
  return told("count", value, 0, withSign(value, fixed(value, 0), options.signed));
}

/**
 * A number with a stated count of decimals, 2 unless told.
 *
 * @example A ratio
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { decimal } from "tallybook/display";
 *
 * assertEquals(decimal(1234.567), "1,234.57");
 * assertEquals(decimal(-0.001, { digits: 1 }), "0.0");
 * ```
 */
export function decimal(value: number, options: FormatOptions = {}): string {
  const { digits = 2, signed } = options;
  const text = fixed(finite(value, "a number"), digits);
  return told("decimal", value, digits, withSign(value, text, signed));
}

/**
 * A share of one, printed as a percentage, one decimal unless told.
 *
 * @example A share of all votes
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { percent } from "tallybook/display";
 *
 * assertEquals(percent(65853514 / 136669276, { digits: 2 }), "48.18%");
 * ```
 */
export function percent(share: number, options: FormatOptions = {}): string {
  const value = finite(share, "a share") * 100;
  const { digits = 1, signed } = options;
  return told("percent", share, digits, withSign(value, fixed(value, digits), signed) + "%");
}

/**
 * A difference of two shares of one, printed in percentage points, one decimal
 * unless told. "Points", because a difference of two percentages is not a percentage.
 *
 * @example A margin
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { inPoints } from "tallybook/display";
 *
 * assertEquals(inPoints(0.0210, { digits: 2, signed: true }), "+2.10 points");
 * assertEquals(inPoints(-0.01), "−1.0 points");
 * ```
 */
export function inPoints(difference: number, options: FormatOptions = {}): string {
  const value = finite(difference, "a difference of shares") * 100;
  const { digits = 1, signed } = options;
  return told("points", difference, digits, withSign(value, fixed(value, digits), signed)) +
    " points";
}

/**
 * A day as Americans write it, from ISO 8601. A month alone ("2017-12") stays a month.
 *
 * @throws {RangeError} when the text is neither YYYY-MM-DD nor YYYY-MM, or no such day exists.
 *
 * @example The day of a count
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { day } from "tallybook/display";
 *
 * assertEquals(day("2016-11-23"), "November 23, 2016");
 * assertEquals(day("2017-12"), "December 2017");
 * ```
 */
export function day(iso: string): string {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(iso);
  const time = match ? Date.parse(match[3] ? iso : `${iso}-01`) : NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, iso.length) !== iso) {
    throw new RangeError(
      refusal({
        task: "format a day",
        where: "date",
        found: iso,
        expected: "YYYY-MM-DD or YYYY-MM",
      }),
    );
  }
  return new Intl.DateTimeFormat("en-US", {
    timeZone: "UTC",
    year: "numeric",
    month: "long",
    ...(match![3] ? { day: "numeric" } : {}),
  }).format(time);
}

/**
 * Items joined as a sentence joins them.
 *
 * @example States
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { list } from "tallybook/display";
 *
 * assertEquals(list(["WI", "MI", "PA"]), "WI, MI and PA");
 * assertEquals(list(["WI"]), "WI");
 * assertEquals(list([]), "none");
 * ```
 */
export function list(items: readonly string[], conjunction = "and"): string {
  if (items.length === 0) return "none";
  if (items.length === 1) return items[0]!;
  return `${items.slice(0, -1).join(", ")} ${conjunction} ${items.at(-1)}`;
}
