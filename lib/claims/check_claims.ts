import type { Claim, Compute, Computed, Quantity, Verdict } from "./claim.ts";
import { computations } from "./compute/computations.ts";
import { loadClaims } from "./load_claims.ts";
import { pointOf } from "./quantity.ts";
import { verdictOf } from "./verdict.ts";

/** A claim with what the tables say of it. */
export interface CheckedClaim {
  /** The claim. */
  readonly claim: Claim;
  /** Its values, as its function computes them. */
  readonly computed: Computed;
  /** The verdict that follows from the rule. */
  readonly verdict: Verdict;
  /** The verdict on the narrower reading, by the same rule, where there is one. */
  readonly narrower?: Verdict;
  /** Where the row and the tables disagree; empty for a row that stands. */
  readonly problems: readonly string[];
}

/** What stands for a claim that nothing can measure. */
const NOT_COMPUTED: Computed = { then: null, final: null };

/** Values with a fraction are written down with two decimals. */
const HALF_A_HUNDREDTH = 0.005;

/**
 * Checks one claim: computes its values, applies the rule, and compares both with the row.
 *
 * @param claim A row of the table of claims, or one of your own.
 * @param compute What computes its values; by default the function bound to its id.
 * @returns The computed values, the verdict by the rule, and every disagreement with the row.
 *
 * @example A claim of one's own
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkClaim, loadClaims } from "tallybook/claims";
 *
 * const [like] = loadClaims();
 * const own = {
 *   ...like!, id: "X1", relation: "equals" as const, stated: 10, tolerance: 0,
 *   value_then: 10, value_final: 12, verdict: "true" as const,
 * };
 * const checked = checkClaim(own, () => ({ then: 10, final: 12 }));
 * assertEquals(checked.verdict, "true-then");
 * assertEquals(checked.problems, ['X1: the row says "true", the rule "true-then"']);
 * ```
 */
export function checkClaim(claim: Claim, compute?: Compute): CheckedClaim {
  const bound = compute ?? computations[claim.id];
  const problems: string[] = [];
  if (bound === undefined && claim.relation !== "none") {
    problems.push(`${claim.id}: states a number, and no function computes it`);
  }
  const computed = bound?.(claim) ?? NOT_COMPUTED;
  if (claim.relation === "none" && (computed.then !== null || computed.final !== null)) {
    problems.push(`${claim.id}: has a value, and its row states no number`);
    return { claim, computed, verdict: "unverifiable", problems };
  }
  const verdict = verdictOf(claim, computed);
  problems.push(
    ...compareValue(claim.id, "value_then", claim.value_then, computed.then),
    ...compareValue(claim.id, "value_final", claim.value_final, computed.final),
  );
  if (verdict !== claim.verdict) {
    problems.push(`${claim.id}: the row says "${claim.verdict}", the rule "${verdict}"`);
  }
  return { claim, computed, verdict, ...narrowerOf(claim, computed), problems };
}

function narrowerOf({ id }: Claim, { narrower }: Computed): { narrower?: Verdict } {
  if (narrower === undefined) return {};
  const { computed, ...stated } = narrower;
  return { narrower: verdictOf({ id, ...stated }, computed) };
}

/**
 * Checks every claim.
 *
 * @param options.verdicts Only claims with these verdicts; all when left out or empty.
 * @throws {RangeError} for a verdict that no claim has.
 * @throws {DataError} when a table breaks its schema.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkClaims } from "tallybook/claims";
 *
 * assertEquals(checkClaims().flatMap(({ problems }) => problems), []);
 * ```
 */
export function checkClaims(options: { verdicts?: readonly Verdict[] } = {}): CheckedClaim[] {
  return loadClaims(options).map((claim) => checkClaim(claim));
}

function compareValue(
  id: string,
  column: string,
  written: number | null,
  computed: Quantity | null,
): string[] {
  if (computed === null || written === null) {
    const say = (value: unknown) => value === null ? "nothing" : String(value);
    const found = computed === null ? null : pointOf(computed);
    return written === found
      ? []
      : [`${id}: ${column} is ${say(written)}, the tables give ${say(found)}`];
  }
  const value = pointOf(computed);
  const slack = Number.isInteger(value) ? 0 : HALF_A_HUNDREDTH + 1e-9;
  return Math.abs(value - written) <= slack
    ? []
    : [`${id}: ${column} is ${written}, the tables give ${value}`];
}
