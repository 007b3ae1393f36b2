/**
 * Statements of the news, each bound to a function that computes what the tables say of it.
 *
 * @module
 */
export type {
  Claim,
  Compute,
  Computed,
  Evidence,
  Inference,
  Narrower,
  Quantity,
  Reading,
  Relation,
  Verdict,
} from "./claim.ts";
export { checkClaim, checkClaims, type CheckedClaim } from "./check_claims.ts";
export {
  type ClaimReading,
  type ClaimsOutput,
  claimsOutput,
  claimSummaries,
  type ClaimSummary,
} from "./claim_summaries.ts";
export { claimNumber, digitsOf, quantityText, statedText } from "./claim_text.ts";
export { computations } from "./compute/computations.ts";
export { factValue } from "./facts.ts";
export { holds, missesBy, type Stated } from "./holds.ts";
export { loadClaims } from "./load_claims.ts";
export { boundsOf, pointOf } from "./quantity.ts";
export {
  IMPRECISE_UP_TO,
  verdictLabel,
  type VerdictMeaning,
  verdictOf,
  VERDICTS,
} from "./verdict.ts";
