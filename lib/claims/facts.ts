import { loadClaimFacts } from "../data/mod.ts";

/**
 * The value of a documented fact of `data/claim_facts.csv`.
 *
 * @param name The fact's name, for example "petition-2016-12-02".
 * @throws {RangeError} for a fact that the table does not hold.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { factValue } from "tallybook/claims";
 *
 * assertEquals(factValue("lead-2016-11-19"), 1_677_041);
 * ```
 */
export function factValue(name: string): number {
  return loadClaimFacts({ fact: name }).toRecords()[0]!.value;
}
