import { requireOptions } from "../../check/mod.ts";
import { loadTable, type OneOrMore, type Rows } from "../load_table.ts";
import { decimals, integers, type RowOf, type TableSchema, texts } from "../schema.ts";

/** Statements of the news about the counts of 2016, 2020 and 2024, each with its check. */
export const claims = {
  name: "claims",
  file: "data/claims.csv",
  title: "Claims about the counts of 2016, 2020 and 2024, and what the counts say of them",
  description:
    "One row for each statement of three articles of 2016, and of speeches, posts, filings and " +
    "articles on 2020 and 2024. The values, and the verdict, are computed from " +
    "the other tables and compared with the columns here; this table is written by hand.",
  columns: [
    texts("id", "Letter of the subject and a number", { pattern: "[A-Z]\\d+" }),
    texts("subject", "What the claim is about", {
      values: [
        "the popular vote",
        "the Electoral College",
        "third parties and groups",
        "machines, electors and reform",
        "the count of 2020",
        "the count of 2024",
      ],
    }),
    texts("quote", "A clause of the article, word for word"),
    texts("article", "The article's title"),
    texts("outlet", "Who published the page at the address"),
    texts("author", "Who wrote it; blank where the page names nobody", { optional: true }),
    texts("article_date", "Day of the article", { pattern: "\\d{4}-\\d{2}-\\d{2}" }),
    texts("date_note", "Why the date is approximate; blank where the article gives it", {
      optional: true,
    }),
    texts("speaker", "Who says so: the article, or whom it quotes"),
    texts("speaker_kind", "What the speaker is", {
      values: ["person", "people", "organization", "article"],
    }),
    texts("estimand", "What is measured, with its denominator"),
    texts("unit", "The unit of the numbers", { optional: true }),
    texts("relation", "How the value must stand to the number stated", {
      values: ["equals", "at least", "at most", "more than", "less than", "almost", "none"],
    }),
    decimals("stated", "The number as stated; blank where nothing can be measured", {
      optional: true,
    }),
    decimals("tolerance", "How far a value may lie from the number and still agree with it", {
      optional: true,
      minimum: 0,
    }),
    decimals("value_then", "The value on the day then_as_of; blank for a forecast", {
      optional: true,
    }),
    texts("then_as_of", "Day of the count that value_then rests on", {
      optional: true,
      pattern: "\\d{4}-\\d{2}-\\d{2}",
    }),
    decimals("value_final", "The final value; blank where there is none", { optional: true }),
    texts("final_source", "What the final value rests on", { optional: true }),
    texts("verdict", "The verdict that follows from the values by the rule", {
      values: [
        "true",
        "true-then",
        "definition-dependent",
        "imprecise",
        "misleading",
        "false",
        "unverifiable",
      ],
    }),
    texts("reason", "Why, in a sentence or two"),
    texts("notebook", "The notebook that shows it"),
    integers("election", "Year of the election that it is about", { minimum: 2016, maximum: 2024 }),
    texts("side", "The speaker's side of politics; blank for 2016, where articles speak", {
      optional: true,
      values: ["Democratic or left", "Republican or right", "neither"],
    }),
    texts("page", "Address where the quotation stands", {
      pattern: "https?://\\S+",
    }),
  ],
  key: ["id"],
  license: "quotations: their publishers'; all else: CC0 1.0",
  caveats: [
    "Two of the three articles of 2016 carry no date: theirs are inferred from their addresses and from what they quote",
    "Posts and speeches stand as the page at the address quotes them, which is often not their own",
  ],
} as const satisfies TableSchema;

/**
 * Loads the claims as they are written down, unchecked.
 *
 * @param options.id One claim or several; all when left out.
 * @param options.verdict One verdict or several; all when left out.
 * @returns Rows with one row a claim.
 * @throws {RangeError} for an id or a verdict that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadClaimRows } from "tallybook/data";
 *
 * const [claim] = loadClaimRows({ id: "E11" });
 * assertEquals([claim!.stated, claim!.unit], [538, "electors"]);
 * ```
 */
export function loadClaimRows(
  options: { id?: OneOrMore<string>; verdict?: OneOrMore<string> } = {},
): Rows<RowOf<typeof claims>> {
  requireOptions("load claim rows", options, ["id", "verdict"]);
  return loadTable(claims, { id: options.id, verdict: options.verdict });
}
