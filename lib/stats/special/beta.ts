/** Of the beta distribution. Loaded when `special_functions.ts` first needs it. */
export { default as betainc } from "@stdlib/math-base-special-betainc";
export { default as betaCdf } from "@stdlib/stats-base-dists-beta-cdf";
export { default as betaQuantile } from "@stdlib/stats-base-dists-beta-quantile";
