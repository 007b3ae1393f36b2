import { count, decimal } from "../display/mod.ts";
import type { Claim, Quantity } from "./claim.ts";

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

/**
 * A number as tables show it: counts whole, others with at most two decimals.
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
  if (Number.isInteger(value)) return count(value);
  return decimal(value, { digits: 2 }).replace(/0$/, "");
}

/**
 * A quantity as tables show it: a number, or the bounds of what is only known to lie between them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { quantityText } from "tallybook/claims";
 *
 * assertEquals([quantityText(58), quantityText(null)], ["58", "–"]);
 * ```
 */
export function quantityText(value: Quantity | null): string {
  if (value === null) return NONE;
  if (typeof value === "number") return claimNumber(value);
  const show = (end: number) => Number.isInteger(end) ? count(end) : decimal(end, { digits: 2 });
  return `${show(value.lower)} to ${show(value.upper)}`;
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
 * const almost = { relation: "almost", stated: 60, tolerance: 3 };
 * assertEquals(statedText(almost), "almost 60");
 * const few = { relation: "equals", stated: 3_500_000, tolerance: 1_500_000 };
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
