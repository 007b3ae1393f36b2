import { checkClaims, type CheckedClaim } from "./check_claims.ts";
import type { Claim, Quantity, Reading, Verdict } from "./claim.ts";
import { digitsOf, quantityText, statedText } from "./claim_text.ts";
import { holds } from "./holds.ts";
import { pointOf } from "./quantity.ts";
import { CLAIMS_MEDIA_TYPE } from "./claims_media_type.ts";
import { verdictLabel } from "./verdict.ts";

/** Another reading of a claim, as text. */
export interface ClaimReading {
  /** What the reading is. */
  readonly name: string;
  /** Its value on the claim's day. */
  readonly then: string;
  /** Its final value. */
  readonly final: string;
  /** Whether the values agree with the number. */
  readonly agrees: string;
}

/** A claim as a page lists it: plain values, all of them text or numbers. */
export interface ClaimSummary {
  /** The claim's id: "P1". */
  readonly id: string;
  /** What it is about. */
  readonly subject: string;
  /** Its words. */
  readonly quote: string;
  /** Where it stood. */
  readonly article: string;
  /** ISO day; see `dateNote` for those that are approximate. */
  readonly articleDate: string;
  /** Why the date is approximate; empty where the article gives it. */
  readonly dateNote: string;
  /** Who said it. */
  readonly speaker: string;
  /** What kind of speaker that is. */
  readonly speakerKind: Claim["speaker_kind"];
  /** Who published the page where the quotation stands, who wrote it (empty if not named), its address. */
  readonly outlet: string;
  /** Who wrote it down. */
  readonly author: string;
  /** The address of its page. */
  readonly address: string;
  /** What is measured, with its denominator. */
  readonly estimand: string;
  /** What the number counts. */
  readonly unit: string;
  /** The number stated; null where there is none. */
  readonly stated: number | null;
  /** Computed, not as written down; the point of what could only be bounded. */
  readonly valueThen: number | null;
  /** The final value; null where there is none. */
  readonly valueFinal: number | null;
  /** The same three as text with their relation and bounds: "at least 270", "1.50 to 1.52". */
  readonly text: { readonly stated: string; readonly then: string; readonly final: string };
  /** Whether the value agreed with the number on its day, and whether the final one does; null without one. */
  readonly heldThen: boolean | null;
  /** Whether it holds by the final value; null where that cannot be said. */
  readonly holdsFinally: boolean | null;
  /** Day of the count that the first value rests on, as an ISO day; empty without one. */
  readonly thenAsOf: string;
  /** How far a value may lie from the number and still agree; null where none is stated. */
  readonly tolerance: number | null;
  /** What the final value rests on. */
  readonly finalSource: string;
  /** Other defensible readings, each with its values and whether they agree: "yes", "yes, then no". */
  readonly readings: readonly ClaimReading[];
  /** The narrower reading that a source supports, with its own verdict in words. */
  readonly narrower: { readonly name: string; readonly label: string } | null;
  /** The verdict by rule. */
  readonly verdict: Verdict;
  /** The verdict in plain words: "true then, not now". */
  readonly label: string;
  /** Why, in words. */
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
  return checked.map(({ claim, computed, verdict, narrower }) => {
    const { then, final } = computed;
    const digits = digitsOf([then, final], claim.tolerance);
    const agrees = (value: Quantity | null) => value === null ? null : holds(claim, value);
    return {
      id: claim.id,
      subject: claim.subject,
      quote: claim.quote,
      article: claim.article,
      articleDate: claim.article_date,
      dateNote: claim.date_note ?? "",
      speaker: claim.speaker,
      speakerKind: claim.speaker_kind,
      outlet: claim.outlet,
      author: claim.author ?? "",
      address: claim.page,
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
      heldThen: agrees(then),
      holdsFinally: agrees(final),
      thenAsOf: claim.then_as_of ?? "",
      tolerance: claim.tolerance,
      finalSource: claim.final_source ?? "",
      readings: (computed.readings ?? []).map((reading) => readingText(claim, reading)),
      narrower: narrower === undefined
        ? null
        : { name: computed.narrower!.name, label: verdictLabel(narrower) },
      verdict,
      label: verdictLabel(verdict),
      reason: claim.reason,
      notebook: claim.notebook,
    };
  });
}

function readingText(claim: Claim, { name, value, final = value }: Reading): ClaimReading {
  const digits = digitsOf([value, final], claim.tolerance);
  const answers = [value, final].map((each) => holds(claim, each) ? "yes" : "no");
  return {
    name,
    then: quantityText(value, digits),
    final: quantityText(final, digits),
    agrees: [...new Set(answers)].join(", then "),
  };
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
