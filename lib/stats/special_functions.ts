/**
 * The special functions and distributions that both rooms rest on. Loading them takes longer than loading the
 * rooms, so import this file with `import defer`: it is then evaluated when a function is first called, and
 * not at all by whoever only counts votes.
 *
 * @module
 */
export { default as betainc } from "@stdlib/math-base-special-betainc";
export { default as erfcinv } from "@stdlib/math-base-special-erfcinv";
export { default as gammainc } from "@stdlib/math-base-special-gammainc";
export { default as gammaln } from "@stdlib/math-base-special-gammaln";
export { default as betaCdf } from "@stdlib/stats-base-dists-beta-cdf";
export { default as betaQuantile } from "@stdlib/stats-base-dists-beta-quantile";
export { default as normalCdf } from "@stdlib/stats-base-dists-normal-cdf";
export { default as normalQuantile } from "@stdlib/stats-base-dists-normal-quantile";
export { default as studentCdf } from "@stdlib/stats-base-dists-t-cdf";
export { default as studentPdf } from "@stdlib/stats-base-dists-t-pdf";
export { default as studentQuantile } from "@stdlib/stats-base-dists-t-quantile";
