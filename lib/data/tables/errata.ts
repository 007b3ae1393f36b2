import { requireOptions } from "../../check/mod.ts";
import { loadTable, type OneOrMore, type Rows } from "../load_table.ts";
import { integers, type RowOf, type TableSchema, texts } from "../schema.ts";

const DAY = "\\d{4}-\\d{2}-\\d{2}";

/** What stood on the pages and was wrong, with what stands there now. */
export const errata = {
  name: "errata",
  file: "data/errata.csv",
  title: "Corrections: what the pages said and no longer say",
  description:
    "One row for each verdict, number, quotation or sentence of the pages that was found wrong and " +
    "put right. This table is written by hand: whoever corrects a page adds a row.",
  columns: [
    integers("number", "Running number", { minimum: 1 }),
    texts("corrected_on", "Day of the correction", { pattern: DAY }),
    texts("stood_since", "Day since which the wrong one stood, at the latest", { pattern: DAY }),
    texts("notebook", "The notebook whose page it is on"),
    texts("claim", "Id of the claim, where it is about one", {
      optional: true,
      pattern: "[A-Z]\\d+",
    }),
    texts("kind", "What was wrong", {
      values: ["verdict", "number", "quotation", "reading", "sentence"],
    }),
    texts("was", "What the page said"),
    texts("now", "What it says since; of a verdict, its words"),
    texts("reason", "Why it was wrong"),
  ],
  key: ["number"],
  license: "CC0 1.0",
  caveats: [
    "Wording that changed without changing what is said is not listed",
  ],
} as const satisfies TableSchema;

/**
 * Loads the corrections of the pages, the oldest first.
 *
 * @param options.kind One kind or several: "verdict", "number", "quotation", "reading", "sentence";
 * all when left out.
 * @returns Rows with columns number, corrected_on, stood_since, notebook, claim, kind, was, now, reason.
 * @throws {RangeError} for a kind that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { loadErrata } from "tallybook/data";
 *
 * assert(loadErrata({ kind: "verdict" }).some((row) => row.claim === "M6"));
 * ```
 */
export function loadErrata(
  options: { kind?: OneOrMore<string> } = {},
): Rows<RowOf<typeof errata>> {
  requireOptions("load errata", options, ["kind"]);
  return loadTable(errata, { kind: options.kind });
}
