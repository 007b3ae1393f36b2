import { checkClaims, type CheckedClaim } from "./check_claims.ts";
import type { Verdict } from "./claim.ts";
import { digitsOf, quantityText, statedText } from "./claim_text.ts";
import { pointOf } from "./quantity.ts";
import { CLAIMS_MEDIA_TYPE } from "./claims_media_type.ts";
import { verdictLabel } from "./verdict.ts";

/** A claim as a page lists it: plain values, all of them text or numbers. */
export interface ClaimSummary {
  readonly id: string;
  readonly subject: string;
  readonly quote: string;
  readonly article: string;
  /** ISO day; see `dateNote` for those that are approximate. */
  readonly articleDate: string;
  /** Why the date is approximate; empty where the article gives it. */
  readonly dateNote: string;
  readonly speaker: string;
  /** What is measured, with its denominator. */
  readonly estimand: string;
  readonly unit: string;
  readonly stated: number | null;
  /** Computed, not as written down; the point of what could only be bounded. */
  readonly valueThen: number | null;
  readonly valueFinal: number | null;
  /** The same three as text with their relation and bounds: "at least 270", "1.50 to 1.52". */
  readonly text: { readonly stated: string; readonly then: string; readonly final: string };
  readonly verdict: Verdict;
  /** The verdict in plain words: "true then, not now". */
  readonly label: string;
  readonly reason: string;
  /** File name of the notebook that shows it, "03_third_party_spoilers.ipynb". */
  readonly notebook: string;
}

/**
 * Every claim with its computed values and its verdict, as plain rows for a page.
 *
 * @param checked The claims as they were checked; all of the table, checked now, when left out.
 * @throws {DataError} when a table breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { claimSummaries } from "tallybook/claims";
 *
 * const almost60 = claimSummaries().find(({ id }) => id === "E2")!;
 * assertEquals(almost60.text, { stated: "almost 60", then: "58", final: "74" });
 * assertEquals(almost60.label, "true then, not now");
 * ```
 */
export function claimSummaries(checked: readonly CheckedClaim[] = checkClaims()): ClaimSummary[] {
  return checked.map(({ claim, computed: { then, final }, verdict }) => {
    const digits = digitsOf([then, final], claim.tolerance);
    return {
      id: claim.id,
      subject: claim.subject,
      quote: claim.quote,
      article: claim.article,
      articleDate: claim.article_date,
      dateNote: claim.date_note ?? "",
      speaker: claim.speaker,
      estimand: claim.estimand,
      unit: claim.unit ?? "",
      stated: claim.stated,
      valueThen: then === null ? null : pointOf(then),
      valueFinal: final === null ? null : pointOf(final),
      text: {
        stated: statedText(claim),
        then: quantityText(then, digits),
        final: quantityText(final, digits),
      },
      verdict,
      label: verdictLabel(verdict),
      reason: claim.reason,
      notebook: claim.notebook,
    };
  });
}

/** What the last cell of a notebook of claims puts out: data that its page does not show. */
export interface ClaimsOutput {
  /** The output's bundle by media type, as Jupyter asks for it. */
  readonly [display: symbol]: () => Record<string, unknown>;
}

/**
 * The claims that a notebook has checked, as an output of it: the report's index lists these, and
 * computes none itself.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkClaims, claimsOutput } from "tallybook/claims";
 *
 * const output = claimsOutput(checkClaims({ verdicts: ["unverifiable"] }));
 * const bundle = output[Symbol.for("Jupyter.display")]!();
 * assertEquals(Object.keys(bundle), ["text/plain", "application/vnd.tallybook.claims+json"]);
 * ```
 */
export function claimsOutput(checked: readonly CheckedClaim[]): ClaimsOutput {
  return {
    [Symbol.for("Jupyter.display")]: () => ({
      "text/plain": `${checked.length} claims, as data`,
      [CLAIMS_MEDIA_TYPE]: claimSummaries(checked),
    }),
  };
}
