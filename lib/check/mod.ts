/**
 * How this house says no: one sentence for every refusal, and the checks of names, options, counts
 * and numbers that every function uses.
 *
 * @module
 */
export { requireDistinct, requireList, requireNumbers, requireRecord } from "./list.ts";
export {
  requireFlag,
  requireFunction,
  requireName,
  requireOneOf,
  requireOptions,
  requireText,
} from "./name.ts";
export { nearest } from "./nearest.ts";
export {
  type Bounds,
  requireCount,
  requireInteger,
  requireNumber,
  requireProper,
  requireShare,
} from "./number.ts";
export { refusal, type Refused, shown, unknownName } from "./refusal.ts";
