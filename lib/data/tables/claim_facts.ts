import { requireOptions } from "../../check/mod.ts";
import { loadTable, type OneOrMore, type Rows } from "../load_table.ts";
import { decimals, type RowOf, type TableSchema, texts } from "../schema.ts";

/** Single documented numbers that no other table holds and that a claim needs. */
export const claimFacts = {
  name: "claim_facts",
  file: "data/claim_facts.csv",
  title: "Documented facts behind the claims",
  description:
    "One row for each number that the check of a claim needs and that no other table holds, with " +
    "the page that gives it. This table is written by hand.",
  columns: [
    texts("fact", "The fact's name", { pattern: "[a-z0-9-]+" }),
    texts("quantity", "What the number is"),
    decimals("value", "The number"),
    texts("unit", "Its unit"),
    texts("as_of", "The day or month for which it holds", {
      pattern: "\\d{4}(-\\d{2}(-\\d{2})?)?",
    }),
    texts("source", "Who says so"),
    texts("page", "Address of the page"),
  ],
  key: ["fact"],
  license: "none stated: facts of public record",
} as const satisfies TableSchema;

/**
 * Loads the documented facts behind the claims.
 *
 * @param options.fact One fact or several; all when left out.
 * @returns Rows with columns fact, quantity, value, unit, as_of, source, page.
 * @throws {RangeError} for a fact that the table does not hold.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadClaimFacts } from "tallybook/data";
 *
 * const [fact] = loadClaimFacts({ fact: "petition-2016-12-02" });
 * assertEquals([fact!.value, fact!.unit], [4_600_000, "signatures"]);
 * ```
 */
export function loadClaimFacts(
  options: { fact?: OneOrMore<string> } = {},
): Rows<RowOf<typeof claimFacts>> {
  requireOptions("load claim facts", options, ["fact"]);
  return loadTable(claimFacts, { fact: options.fact });
}
