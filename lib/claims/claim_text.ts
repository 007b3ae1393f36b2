import { decimal } from "../display/mod.ts";
import type { Claim, Quantity } from "./claim.ts";
import { boundsOf } from "./quantity.ts";

/** What a cell says where there is no value. */
const NONE = "–";

/** A tolerance above this share of the number is that of vague words. */
const VAGUE = 0.1;

/** The relation before a number; a tolerance goes without saying. */
const WORDS: Readonly<Record<string, string>> = {
  "at least": "at least ",
  "at most": "at most ",
  "more than": "more than ",
  "less than": "less than ",
  almost: "almost ",
};

/** A number with a fraction is shown with as many decimals, unless its claim says otherwise. */
const DECIMALS = 2;

const decimalsOf = (value: number) => `${value}`.split(".")[1]?.length ?? 0;

/**
 * How many decimals values are shown with that are to be compared, such as those of one claim on
 * its day and finally: none where all of them are whole; else as many as the tolerance has, or two.
 *
 * @param values Numbers, and bounds of what is only known to lie between them.
 * @param tolerance How far off a value of the claim may be.
 *
 * @example "about 1.5 percent", within 0.05
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { digitsOf, quantityText } from "tallybook/claims";
 *
 * const digits = digitsOf([1.512, 2.099], 0.05);
 * assertEquals([1.512, 2.099].map((value) => quantityText(value, digits)), ["1.51", "2.10"]);
 * assertEquals(digitsOf([58, 74]), 0);
 * ```
 */
export function digitsOf(
  values: readonly (Quantity | null)[],
  tolerance: number | null = null,
): number {
  const ends = values.flatMap((value) => value === null ? [] : boundsOf(value));
  if (ends.every(Number.isInteger)) return 0;
  return (tolerance === null ? 0 : decimalsOf(tolerance)) || DECIMALS;
}

/**
 * A number as it is written: counts whole, others with their own decimals, at most two.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { claimNumber } from "tallybook/claims";
 *
 * assertEquals([2_868_686, 46.7, -0.316].map(claimNumber), ["2,868,686", "46.7", "−0.32"]);
 * ```
 */
export function claimNumber(value: number): string {
  return decimal(value, { digits: Math.min(DECIMALS, decimalsOf(value)) });
}

/**
 * A quantity as tables show it: a number, or the bounds of what is only known to lie between them.
 *
 * @param digits Decimals, all of them printed; {@linkcode digitsOf} the quantity alone when left out.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { quantityText } from "tallybook/claims";
 *
 * assertEquals([quantityText(58), quantityText(2.999), quantityText(null)], ["58", "3.00", "–"]);
 * ```
 */
export function quantityText(value: Quantity | null, digits: number = digitsOf([value])): string {
  if (value === null) return NONE;
  const show = (end: number) => decimal(end, { digits });
  return typeof value === "number" ? show(value) : `${show(value.lower)} to ${show(value.upper)}`;
}

/**
 * The number that a claim states, as tables show it: with its relation, or as the range that vague
 * words ("a few million") are read as.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { statedText } from "tallybook/claims";
 *
 * const almost = { relation: "almost" as const, stated: 60, tolerance: 3 };
 * assertEquals(statedText(almost), "almost 60");
 * const few = { relation: "equals" as const, stated: 3_500_000, tolerance: 1_500_000 };
 * assertEquals(statedText(few), "2,000,000 to 5,000,000");
 * ```
 */
export function statedText(
  { stated, relation, tolerance }: Pick<Claim, "stated" | "relation" | "tolerance">,
): string {
  if (stated === null) return NONE;
  const vague = relation === "equals" && (tolerance ?? 0) > VAGUE * Math.abs(stated);
  return vague
    ? `${claimNumber(stated - tolerance!)} to ${claimNumber(stated + tolerance!)}`
    : (WORDS[relation] ?? "") + claimNumber(stated);
}
