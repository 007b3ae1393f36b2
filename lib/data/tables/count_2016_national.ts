import { requireOptions } from "../../check/mod.ts";
import { source, votes } from "../columns.ts";
import { asRows, loadTable, type OneOrMore, type Rows } from "../load_table.ts";
import { counts, type RowOf, type TableSchema, texts } from "../schema.ts";

/** National totals of 2016 as they were published while counting went on. */
export const nationalCount2016 = {
  name: "count_2016_national",
  file: "data/count_2016_national.csv",
  title: "The 2016 national count as it came in",
  description:
    "One row for each published national total between November 9, 2016 and the official report, " +
    "each with its page. Different tallies counted at different speeds: compare within one tally.",
  columns: [
    texts("as_of", "Date of the total: a day, or a month where the day is not known", {
      pattern: "\\d{4}-\\d{2}(-\\d{2})?",
    }),
    texts("tally", "Who counted"),
    votes("clinton", "Votes for Hillary Clinton"),
    votes("trump", "Votes for Donald Trump"),
    counts("others", "Votes for all others, where the page gives them", {
      unit: "votes",
      optional: true,
    }),
    texts("page", "The page that gives the total"),
    texts("note", "What to know about the total", { optional: true }),
    source,
  ],
  key: ["as_of", "tally", "clinton", "trump"],
  license: "none stated: facts of public record",
  caveats: [
    "The Associated Press total of November 15, 2016 was 0.6 million votes behind the Cook tracker's of the same day",
    "A few dates are approximate; the note says which",
  ],
} as const satisfies TableSchema;

/**
 * Loads the dated national totals of the 2016 count, in the order of their dates.
 *
 * @param options.tally One tally or several, for example "Cook tracker"; all when left out.
 * @returns Rows with columns as_of, tally, clinton, trump, others, page, note, source.
 * @throws {RangeError} for a tally that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadNationalCount } from "tallybook/data";
 *
 * const [final] = loadNationalCount({ tally: "FEC official" });
 * assertEquals(final!.clinton - final!.trump, 2_868_686);
 * ```
 */
export function loadNationalCount(
  options: { tally?: OneOrMore<string> } = {},
): Rows<RowOf<typeof nationalCount2016>> {
  requireOptions("load national count", options, ["tally"]);
  return loadTable(nationalCount2016, { tally: options.tally });
}

/**
 * Loads the running totals of the Cook Political Report's tracker, in order: those with a day, also
 * two of one day. A total of a month without a day is no date of a count.
 *
 * @param options.since The first day to keep, "2016-11-15"; all when left out.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadTrackerTotals } from "tallybook/data";
 *
 * const [first] = loadTrackerTotals({ since: "2016-11-15" });
 * assertEquals(first!.clinton - first!.trump, 1_002_049);
 * ```
 */
export function loadTrackerTotals(
  options: { since?: string } = {},
): Rows<RowOf<typeof nationalCount2016>> {
  requireOptions("load tracker totals", options, ["since"]);
  const { since = "" } = options;
  return asRows(
    loadTable(nationalCount2016, {}).filter((row) =>
      row.tally.startsWith("Cook tracker") && row.as_of.length === 10 && row.as_of >= since
    ),
  );
}
