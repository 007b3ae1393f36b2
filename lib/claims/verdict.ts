import type { Computed, Verdict } from "./claim.ts";
import { holds, missesBy, type Stated } from "./holds.ts";

/**
 * Every verdict with what it says of a claim, from what stands to what does not.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { VERDICTS } from "tallybook/claims";
 *
 * assertEquals(VERDICTS.map(({ verdict }) => verdict)[0], "true");
 * ```
 */
export const VERDICTS: readonly { readonly verdict: Verdict; readonly meaning: string }[] = [
  {
    verdict: "true",
    meaning: "It holds by the final counts, and held on its day or was a forecast",
  },
  { verdict: "true-then", meaning: "It held on its day; later counts replaced the number" },
  {
    verdict: "definition-dependent",
    meaning: "It holds under one defensible reading and not under another",
  },
  { verdict: "imprecise", meaning: "It misses by a tenth of the number stated or less" },
  {
    verdict: "misleading",
    meaning: "Its arithmetic holds; the conclusion that it invites does not",
  },
  { verdict: "false", meaning: "It misses by more than a tenth of the number stated" },
  { verdict: "unverifiable", meaning: "No count can say" },
];

/** A claim that misses by at most this share of the number stated is imprecise, not false. */
export const IMPRECISE_UP_TO = 0.1;

/**
 * The verdict on a claim, from what was computed and nothing else. The first line that fits:
 *
 * 1. `unverifiable`: there is neither a value on its day nor a final one.
 * 2. `definition-dependent`: it holds under one defensible reading and not under another.
 * 3. `misleading`: it held or holds, and the conclusion that it invites does not.
 * 4. `true`: it holds finally, and held on its day or was a forecast.
 * 5. `true-then`: it held on its day.
 * 6. `imprecise`: on its day it missed by a tenth of the number stated or less.
 * 7. `false`: it missed by more.
 *
 * A claim that failed on its day does not become true by what was counted later, so lines 6 and 7
 * look at its day; a forecast is judged by the final value.
 *
 * @param options.impreciseUpTo Another share than a tenth, to see what hangs on it.
 * @throws {RangeError} if something was computed for a claim that states no number.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { verdictOf } from "tallybook/claims";
 *
 * const almost60 = { id: "E2", relation: "almost", stated: 60, tolerance: 3 };
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

  if (readings.some(({ value }) => holds(claim, value) !== held)) return "definition-dependent";
  if (inference?.holds === false && (heldThen || holdsFinally)) return "misleading";
  if (holdsFinally && (heldThen || then === null)) return "true";
  if (heldThen) return "true-then";
  return missesBy(claim, own) <= impreciseUpTo ? "imprecise" : "false";
}
