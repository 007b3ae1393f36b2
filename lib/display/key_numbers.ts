import { requireList, requireOneOf, requireOptions } from "../check/mod.ts";

/** One line of {@linkcode keyNumbers}: what was measured, and beside what it stands. */
export interface KeyNumber {
  /** What the number is, with unit, place and day where the title does not say them. */
  readonly what: string;
  /** The number, formatted. */
  readonly value: string;
  /** Its interval or range and what kind it is, formatted; none: exact, or not known. */
  readonly interval?: string | undefined;
  /** What it is compared with, formatted. */
  readonly against?: string | undefined;
}

/** How {@linkcode keyNumbers} heads its columns. */
export interface KeyNumbersOptions {
  /** Head of the intervals' column: "Range" where it holds readings or roundings, and none of sampling. Default "Interval". */
  readonly intervalsAre?: "Interval" | "Range";
}

const NONE = "\u2013";

// A pipe would end the cell, a line break the row.
const cell = (text: string | undefined) =>
  (text || NONE).replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, " ");

/**
 * The key numbers under an answer, as a Markdown table to stand in `md`: what,
 * value, interval, compared with what. A column that no row fills is left out.
 *
 * @throws {RangeError} when there are no rows, or for an unknown option or head.
 * @throws {TypeError} when a row lacks what it measures or its value.
 *
 * @example Two numbers, one with an interval
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { keyNumbers } from "tallybook/display";
 *
 * assertEquals(
 *   keyNumbers([
 *     { what: "Lead", value: "537", against: "Nader 97,488" },
 *     { what: "Net share", value: "10.2%", interval: "\u22121% to 22%" },
 *   ]),
 *   `| What | Value | Interval | Compared with |
 * | :-- | --: | --: | :-- |
 * | Lead | 537 | \u2013 | Nader 97,488 |
 * | Net share | 10.2% | \u22121% to 22% | \u2013 |`,
 * );
 * ```
 */
export function keyNumbers(
  rows: readonly KeyNumber[],
  options: KeyNumbersOptions = {},
): string {
  requireOptions("show the key numbers", options, ["intervalsAre"]);
  const { intervalsAre = "Interval" } = options;
  requireOneOf("show the key numbers", "options.intervalsAre", intervalsAre, [
    "Interval",
    "Range",
  ]);
  if (rows.length === 0) {
    requireList("show the key numbers", "rows", rows, { least: 1 });
  }
  for (const [i, { what, value }] of rows.entries()) {
    if (!what || !value) {
      throw new TypeError(
        `Cannot show the key numbers: row ${i + 1}: found ${
          JSON.stringify({ what, value })
        }, expected text for both`,
      );
    }
  }
  const columns = [
    { key: "what", head: "What", rule: ":--" },
    { key: "value", head: "Value", rule: "--:" },
    { key: "interval", head: intervalsAre, rule: "--:" },
    { key: "against", head: "Compared with", rule: ":--" },
  ] as const;
  const used = columns.filter(({ key }) => rows.some((row) => row[key]));
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(used.map(({ head }) => head)),
    line(used.map(({ rule }) => rule)),
    ...rows.map((row) => line(used.map(({ key }) => cell(row[key])))),
  ].join("\n");
}
