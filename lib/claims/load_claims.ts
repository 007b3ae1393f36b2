import { loadClaimRows } from "../data/mod.ts";
import type { Claim, Verdict } from "./claim.ts";

/**
 * Loads the claims as they are written down in `data/claims.csv`.
 *
 * @param options.verdicts Only claims with these verdicts; all when left out or empty.
 * @throws {RangeError} for a verdict that no claim has.
 * @throws {DataError} when the file breaks its schema.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { loadClaims } from "tallybook/claims";
 *
 * const claims = loadClaims({ verdicts: ["false"] });
 * assert(claims.some(({ quote }) => quote.includes("seven million votes")));
 * ```
 */
export function loadClaims(options: { verdicts?: readonly Verdict[] } = {}): Claim[] {
  const { verdicts = [] } = options;
  return loadClaimRows(verdicts.length === 0 ? {} : { verdict: verdicts }).toRecords();
}
