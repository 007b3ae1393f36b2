import * as Plot from "@observablehq/plot";
import { requireCount, requireOptions, requireText } from "../check/mod.ts";
import { signedTick } from "./axes.ts";
import { type Field, type Interval, intervalColumn, numberColumn, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { theme } from "./theme.ts";

const TASK = "draw electors by net share";

/** Room that a step's label needs beside the next one's, as a share. */
const LABEL_ROOM = 0.04;

/** Options of {@linkcode electorsByShare}. */
export interface ElectorsByShareOptions<Row> {
  /** A net share, from −1 to 1, at which the number of electors is known. */
  readonly share: Field<Row, number>;
  /** The electors at that share. */
  readonly electors: Field<Row, number>;
  /** The steps that are named: each unit with the share it needs and the electors with it. */
  readonly steps: readonly {
    readonly unit: string;
    readonly netShare: number;
    readonly cumulative: number;
  }[];
  /** The number of electors that wins. */
  readonly majority: number;
  /** What the horizontal axis measures. */
  readonly xLabel: string;
  /** What the vertical axis measures. */
  readonly yLabel: string;
  /** A share that was estimated, with its interval, shaded. */
  readonly estimate?: Interval | undefined;
}

/**
 * A staircase of electors by a share that is the same in every state, with the majority as a
 * dashed line and a measured share as a band. A step is named where there is room for its name;
 * the last one always is.
 *
 * @throws {TypeError|RangeError} for an unknown option or column, or a value that cannot be drawn.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { electorsByShare, figure } from "tallybook/chart";
 *
 * const rows = [{ share: -1, electors: 227 }, { share: 0.1, electors: 243 }, { share: 1, electors: 243 }];
 * const svg = figure({
 *   id: "electors",
 *   title: "Michigan at ten percent",
 *   source: "FEC",
 *   alt: "227 electors, 243 from a net share of 10 percent with Michigan.",
 *   ...electorsByShare(rows, {
 *     share: "share",
 *     electors: "electors",
 *     steps: [{ unit: "Michigan", netShare: 0.1, cumulative: 243 }],
 *     majority: 270,
 *     xLabel: "Net share, %",
 *     yLabel: "Electors",
 *   }),
 * }).toSvg();
 * assertStringIncludes(svg, "majority: 270");
 * ```
 */
export function electorsByShare<Row extends object>(
  rows: readonly Row[],
  options: ElectorsByShareOptions<Row>,
): ChartSpec {
  requireOptions(TASK, options, [
    "share",
    "electors",
    "steps",
    "majority",
    "xLabel",
    "yLabel",
    "estimate",
  ]);
  const majority = requireCount(TASK, "majority", options.majority);
  const xLabel = requireText(TASK, "xLabel", options.xLabel);
  const yLabel = requireText(TASK, "yLabel", options.yLabel);
  const share = numberColumn(rows, options.share);
  const electors = numberColumn(rows, options.electors);
  const stairs = rows.map((_, i) => ({ share: share[i]!, electors: electors[i]! }));
  const band = options.estimate === undefined
    ? []
    : intervalColumn([options], () => options.estimate!);
  const { steps } = options;
  const units = steps.length === 0 ? [] : textColumn(steps, "unit");
  const at = steps.map((step) => step.netShare);
  const named = steps.map((step, i) => ({ ...step, unit: units[i]! })).filter((_, i) =>
    i === steps.length - 1 ||
    (at[i]! + LABEL_ROOM < at[i + 1]! && (i === 0 || at[i]! > at[i - 1]! + LABEL_ROOM))
  );
  return {
    data: rows,
    height: 320,
    plot: () => ({
      marginRight: 30,
      marginBottom: 42,
      x: {
        label: xLabel,
        labelAnchor: "center",
        labelArrow: "none",
        domain: [-100, 100],
        tickFormat: signedTick,
        transform: (v: number) => 100 * v,
      },
      y: { label: `↑ ${yLabel}`, grid: true, nice: true },
      marks: [
        Plot.rectX(band, { x1: "lower", x2: "upper", fill: theme.highlight }),
        Plot.ruleX(band, { x: "point", stroke: theme.contrast, strokeDasharray: "4 3" }),
        Plot.ruleY([majority], { stroke: theme.ink, strokeDasharray: "2 3" }),
        Plot.line(stairs, {
          x: "share",
          y: "electors",
          curve: "step-after",
          stroke: theme.accent,
          strokeWidth: 2,
        }),
        Plot.text([majority], {
          x: () => -1,
          y: (v: number) => v,
          text: (v: number) => `majority: ${v}`,
          textAnchor: "start",
          dy: -8,
          dx: 4,
        }),
        Plot.text(named, {
          x: "netShare",
          y: "cumulative",
          text: "unit",
          dy: -8,
          dx: -3,
          textAnchor: "end",
          // The survey's line must not run through a unit's name.
          fill: theme.ink,
          stroke: theme.background,
          strokeWidth: 4,
        }),
      ],
    }),
  };
}
