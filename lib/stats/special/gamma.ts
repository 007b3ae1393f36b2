/** Of the gamma function. Loaded when `special_functions.ts` first needs it. */
export { default as gammainc } from "@stdlib/math-base-special-gammainc";
export { default as gammaln } from "@stdlib/math-base-special-gammaln";
