/** Of the normal distribution. Loaded when `special_functions.ts` first needs it. */
export { default as erfcinv } from "@stdlib/math-base-special-erfcinv";
export { default as normalCdf } from "@stdlib/stats-base-dists-normal-cdf";
export { default as normalQuantile } from "@stdlib/stats-base-dists-normal-quantile";
