import { clusterMembers } from "./cluster_covariance.ts";
import { requireLogisticFit } from "./column.ts";
import type { LogisticFit } from "./logistic_regression.ts";

/** A logistic regression's covariance when units of one cluster share errors. */
export interface LogisticClusterCovariance {
  /** Rows of the k × k covariance of the coefficients, on the log-odds scale. */
  readonly covariance: readonly Float64Array[];
  /** Standard errors, in the fit's order of names. */
  readonly standardErrors: Float64Array;
  /** Clusters minus 1: the degrees of freedom of a coefficient's t statistic. */
  readonly degreesOfFreedom: number;
  /** Number of clusters. */
  readonly clusters: number;
}

/**
 * Cluster-robust covariance of a logistic regression's coefficients: for units (counties, precincts) that
 * share what the covariates do not say. It is the sandwich B (Σ_g s_g s_g') B times CR1's factor
 * G/(G−1) · (n−1)/(n−k), where s_g sums x (successes − trials p) over a cluster and B is the inverse of
 * the information; overdispersion needs no further correction. Liang and Zeger (1986).
 *
 * @throws {RangeError} if there are fewer than 2 clusters or not one label a unit
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { logisticClusterCovariance, logisticRegression } from "tallybook/stats";
 *
 * // A share of 1/2: information 16/4 = 4; clusters' scores −2 and 2; (4 + 4)/4² times 2/1 and 3/3.
 * const fit = logisticRegression({ successes: [1, 1, 3, 3], trials: [4, 4, 4, 4], terms: [] });
 * const { covariance } = logisticClusterCovariance(fit, ["a", "a", "b", "b"]);
 * assertAlmostEquals(covariance[0]![0]!, 1, 1e-9);
 * ```
 */
export function logisticClusterCovariance(
  fit: LogisticFit,
  clusters: ArrayLike<string>,
): LogisticClusterCovariance {
  requireLogisticFit("estimate a clustered covariance", fit);
  const members = clusterMembers(fit.n, clusters);
  const k = fit.names.length;
  const groups = members.length;
  const columns = fit.names.map((name) => fit.design.columns[fit.design.names.indexOf(name)]!);
  const bread = fit.covariance.map((row) => row.map((value) => value / fit.dispersion));
  const moves = members.map((rows) => {
    const score = Float64Array.from(columns, (column) =>
      rows.reduce(
        (sum, i) => sum + column[i]! * (fit.successes[i]! - fit.trials[i]! * fit.probabilities[i]!),
        0,
      ));
    return Float64Array.from(bread, (row) => row.reduce((sum, b, j) => sum + b * score[j]!, 0));
  });
  const factor = groups / (groups - 1) * (fit.n - 1) / (fit.n - k);
  const covariance = Array.from(
    { length: k },
    (_, a) =>
      Float64Array.from(
        { length: k },
        (_, b) => factor * moves.reduce((sum, move) => sum + move[a]! * move[b]!, 0),
      ),
  );
  return {
    covariance,
    standardErrors: Float64Array.from(covariance, (row, j) => Math.sqrt(row[j]!)),
    degreesOfFreedom: groups - 1,
    clusters: groups,
  };
}
