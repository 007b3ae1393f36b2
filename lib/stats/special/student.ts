/** Of Student's t. Loaded when `special_functions.ts` first needs it. */
export { default as studentCdf } from "@stdlib/stats-base-dists-t-cdf";
export { default as studentPdf } from "@stdlib/stats-base-dists-t-pdf";
export { default as studentQuantile } from "@stdlib/stats-base-dists-t-quantile";
