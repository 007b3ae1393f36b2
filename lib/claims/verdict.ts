import type { Computed, Verdict } from "./claim.ts";
import { holds, missesBy, type Stated } from "./holds.ts";

/** A verdict as it is written down, as readers see it, and what it says of a claim. */
export interface VerdictMeaning {
  /** The verdict. */
  readonly verdict: Verdict;
  /** In plain words: "true then, not now". */
  readonly label: string;
  /** What the verdict says. */
  readonly meaning: string;
}

/**
 * Every verdict with what it says of a claim, from what stands to what does not.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { VERDICTS } from "tallybook/claims";
 *
 * assertEquals(VERDICTS.slice(0, 2).map(({ label }) => label), ["true", "true then, not now"]);
 * ```
 */
export const VERDICTS: readonly VerdictMeaning[] = [
  {
    verdict: "true",
    label: "true",
    meaning: "It held on its day, or was a forecast, and no later count says otherwise",
  },
  {
    verdict: "true-then",
    label: "true then, not now",
    meaning: "It held on its day; later counts replaced the number",
  },
  {
    verdict: "definition-dependent",
    label: "depends on the definition",
    meaning: "It holds under one defensible reading and not under another",
  },
  {
    verdict: "imprecise",
    label: "close, not exact",
    meaning: "It misses by a tenth of the number stated or less",
  },
  {
    verdict: "misleading",
    label: "right number, wrong conclusion",
    meaning: "Its arithmetic holds; the conclusion that its own words invite does not",
  },
  {
    verdict: "false",
    label: "false",
    meaning: "It misses by more than a tenth of the number stated",
  },
  {
    verdict: "unverifiable",
    label: "not settled by counts",
    meaning: "Not by the counts and laws in the tables; other evidence may settle it",
  },
];

/** A claim that misses by at most this share of the number stated is imprecise, not false. */
export const IMPRECISE_UP_TO = 0.1;

/** The words that readers see for a verdict. */
export function verdictLabel(verdict: Verdict): string {
  return VERDICTS.find((each) => each.verdict === verdict)!.label;
}

/**
 * The verdict on a claim, from what was computed and nothing else. The first line that fits:
 *
 * 1. `unverifiable`: there is neither a value on its day nor a final one.
 * 2. `definition-dependent`: of its defensible readings some hold and some do not, on its day or by
 *    the latest value of each.
 * 3. `misleading`: it held or holds, and the conclusion that its words invite does not.
 * 4. `true`: it held on its day, or was a forecast, and holds finally or has no later value.
 * 5. `true-then`: it held on its day.
 * 6. `imprecise`: on its day it missed by a tenth of the number stated or less.
 * 7. `false`: it missed by more.
 *
 * Which reading is judged: the sentence as it was printed, with its own scope ("counties" of the
 * three states that it names, "the state" where it says the state). A narrower reading that a
 * source behind it has figures for is reported beside it ({@linkcode Narrower}), with its own
 * verdict by this rule. What "in history" says is judged on its day and again by the last
 * election of the tables.
 *
 * A claim that failed on its day does not become true by what was counted later, so lines 6 and 7
 * look at its day; a forecast is judged by the final value. What a general sentence ("electors")
 * misses by is the share of its cases that fail.
 *
 * @param options.impreciseUpTo Another share than a tenth, to see what hangs on it.
 * @throws {RangeError} if something was computed for a claim that states no number.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { verdictOf } from "tallybook/claims";
 *
 * const almost60 = { id: "E2", relation: "almost" as const, stated: 60, tolerance: 3 };
 * assertEquals(verdictOf(almost60, { then: 58, final: 74 }), "true-then");
 * assertEquals(verdictOf(almost60, { then: 54.5, final: 74 }), "imprecise");
 * assertEquals(verdictOf(almost60, { then: 40, final: 58 }), "false");
 * ```
 */
export function verdictOf(
  claim: Stated,
  computed: Computed,
  options: { readonly impreciseUpTo?: number } = {},
): Verdict {
  const { impreciseUpTo = IMPRECISE_UP_TO } = options;
  const { then, final, readings = [], inference } = computed;
  const own = then ?? final;
  if (own === null) return "unverifiable";

  const heldThen = then !== null && holds(claim, then);
  const holdsFinally = final !== null && holds(claim, final);
  const held = holds(claim, own);
  const holdsNow = holds(claim, final ?? own);

  const disagree = readings.some((reading) =>
    holds(claim, reading.value) !== held ||
    holds(claim, reading.final ?? reading.value) !== holdsNow
  );
  if (disagree) return "definition-dependent";
  if (inference?.holds === false && (heldThen || holdsFinally)) return "misleading";
  if (then === null ? holdsFinally : heldThen && holdsNow) return "true";
  if (heldThen) return "true-then";
  return missesBy(claim, own) <= impreciseUpTo ? "imprecise" : "false";
}
