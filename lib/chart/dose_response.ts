import type { Field, Interval } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { type FitPoint, scatterFit } from "./scatter_fit.ts";

/** Options of {@linkcode doseResponse}. */
export interface DoseResponseOptions<Row> {
  /** The dose, a share from 0 to 1: ballots cast on DREs. */
  readonly dose: Field<Row, number>;
  /** The response of a unit. */
  readonly response: Field<Row, number>;
  /** What a point's area stands for: the unit's ballots. */
  readonly weight?: Field<Row, number> | undefined;
  /** The horizontal axis' label. */
  readonly doseLabel: string;
  /** The vertical axis' label. */
  readonly responseLabel: string;
  /** The fitted line with its interval, along the dose. */
  readonly fit?: readonly FitPoint[] | undefined;
  /** The name of the fitted line. */
  readonly fitLabel?: string | undefined;
  /** Means by dose with their intervals, drawn above the points. */
  readonly means?: readonly ({ readonly x: number } & Interval)[] | undefined;
  /** The name of a unit that is marked. */
  readonly label?: Field<Row, string> | undefined;
  /** Height of the plot in pixels. */
  readonly height?: number | undefined;
}

/**
 * A response against a dose between 0 and 100 percent, each unit a point with its weight as area,
 * with the fitted line and means by dose.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { doseResponse } from "tallybook/chart";
 *
 * const rows = [{ dre: 0.2, share: 47, ballots: 900 }, { dre: 1, share: 41, ballots: 300 }];
 * const spec = doseResponse(rows, {
 *   dose: "dre",
 *   response: "share",
 *   weight: "ballots",
 *   doseLabel: "Share of ballots on DREs",
 *   responseLabel: "Clinton, percent of the two-party vote",
 * });
 * assertEquals(spec.data, rows);
 * ```
 */
export function doseResponse<Row extends object>(
  rows: readonly Row[],
  options: DoseResponseOptions<Row>,
): ChartSpec {
  return scatterFit(rows, {
    x: options.dose,
    y: options.response,
    size: options.weight,
    xLabel: options.doseLabel,
    yLabel: options.responseLabel,
    xFormat: (share) => `${Math.round(share * 100)}%`,
    xDomain: [-0.03, 1.03],
    fit: options.fit,
    fitLabel: options.fitLabel,
    summaries: options.means,
    summaryLabel: options.means === undefined ? undefined : "mean by dose, with its interval",
    label: options.label,
    height: options.height,
  });
}
