import * as Plot from "@observablehq/plot";
import { axisNumber, marginFor, nameAxisY, nameColumn, numberAxisX } from "./axes.ts";
import { type Field, type Interval, intervalColumn, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { type FrameX, type Reference, referencesX } from "./reference_line.ts";
import { rowsBelowWords } from "./rows_below_words.ts";
import { niceDomain } from "./scale.ts";
import { theme } from "./theme.ts";

/** Room for intervals below which names and numbers go above them instead of beside. */
const LEAST_ROOM = 120;

/** Options of {@linkcode coefficientLadder}. */
export interface CoefficientLadderOptions<Row> {
  /** What a rung is: "by county, unadjusted". */
  readonly label: Field<Row, string>;
  /** The estimate: an `Estimate`, or any object with point, lower and upper; "estimate" unless given. */
  readonly estimate?: Field<Row, Interval> | undefined;
  /** What is estimated, with its unit; the axis' label. */
  readonly axis: string;
  /** How numbers are written; two decimals unless given. */
  readonly format?: ((value: number) => string) | undefined;
  /** A note at the right of a rung, such as "n 1,808". */
  readonly note?: Field<Row, string> | undefined;
  /** Values to compare with, such as the effect that would change the winner; zero is always drawn. */
  readonly references?: readonly Reference[] | undefined;
}

/**
 * Numbers of a ladder as text: two decimals and a true minus sign.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { twoDecimals } from "tallybook/chart";
 *
 * assertEquals([-7.773, 0.5, -0.001].map(twoDecimals), ["−7.77", "0.50", "0.00"]);
 * ```
 */
export function twoDecimals(value: number): string {
  const text = Math.abs(value).toFixed(2);
  return value < 0 && Number(text) !== 0 ? `\u2212${text}` : text;
}

/**
 * Estimates one below the other, each with its interval, its numbers and a common reference.
 * An interval that excludes zero has a filled dot, one that includes it a hollow dot.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { coefficientLadder, figure } from "tallybook/chart";
 *
 * const rows = [
 *   { model: "unadjusted", estimate: { point: -7.77, lower: -11.82, upper: -3.73 } },
 *   { model: "adjusted", estimate: { point: -0.22, lower: -1.25, upper: 0.8 } },
 * ];
 * const svg = figure({
 *   id: "ladder",
 *   title: "The gap disappears with adjustment",
 *   source: "Wisconsin Elections Commission",
 *   alt: "Unadjusted −7.77 points (−11.82 to −3.73); adjusted −0.22 (−1.25 to 0.80).",
 *   estimand: "difference in two-party share, points",
 *   ...coefficientLadder(rows, { label: "model", axis: "Difference, points" }),
 * }).toSvg();
 * assertStringIncludes(svg, "−0.22 (−1.25 to 0.80)");
 * ```
 */
export function coefficientLadder<Row extends object>(
  rows: readonly Row[],
  options: CoefficientLadderOptions<Row>,
): ChartSpec {
  const { axis, format = twoDecimals, references = [] } = options;
  const labels = textColumn(rows, options.label);
  const names = nameColumn(labels);
  const field = options.estimate ?? ((row: Row) => (row as { estimate?: Interval }).estimate!);
  const estimates = intervalColumn(rows, field);
  const notes = options.note === undefined ? rows.map(() => "") : textColumn(rows, options.note);
  const rungs = estimates.map((estimate, i) => ({
    ...estimate,
    // Two rungs may carry the same name; their number keeps them apart on the scale.
    key: String(i),
    text: [
      `${format(estimate.point)} (${format(estimate.lower)} to ${format(estimate.upper)})`,
      notes[i],
    ].filter(Boolean).join("\u00a0\u00a0\u00a0"),
    excludesZero: estimate.lower > 0 || estimate.upper < 0,
  }));
  const domain = niceDomain(
    [...estimates.flatMap(({ lower, upper }) => [lower, upper]), ...references.map((r) => r.value)],
    { include: [0] },
  );
  const values = marginFor(rungs.map((rung) => rung.text));
  /** Intervals and points, so far below the middle of their rungs. */
  const estimateMarks = (dy: number, zeroLine: Plot.Markish, frame?: FrameX): Plot.Markish[] => [
    zeroLine,
    referencesX(references, frame),
    Plot.ruleY(rungs, {
      x1: "lower",
      x2: "upper",
      y: "key",
      stroke: theme.accent,
      strokeWidth: 2.5,
      dy,
    }),
    Plot.dot(rungs, {
      x: "point",
      y: "key",
      r: 5,
      stroke: theme.accent,
      strokeWidth: 2,
      fill: (rung: { excludesZero: boolean }) =>
        rung.excludesZero ? theme.accent : theme.background,
      dy,
    }),
  ];
  const shared = {
    marginTop: references.length > 0 ? 30 : 10,
    marginBottom: 46,
    x: { domain },
    y: { domain: rungs.map((rung) => rung.key), type: "band" },
  } as const;
  return {
    data: rows,
    height: rungs.length * Math.max(26, names.rowHeight) + 78,
    plot: ({ width }) =>
      width - names.margin - values < LEAST_ROOM ? narrow(width) : {
        ...shared,
        marginLeft: names.margin,
        marginRight: values,
        marks: [
          numberAxisX({ label: axis, format: axisNumber, ticks: 6 }),
          nameAxisY((key) => names.broken(labels[Number(key)]!)),
          ...estimateMarks(0, Plot.ruleX([0], { stroke: theme.ink })),
          Plot.text(rungs, {
            y: "key",
            text: "text",
            frameAnchor: "right",
            textAnchor: "start",
            dx: 10,
          }),
        ],
      },
  };

  /** Name and numbers above each interval, which then has the whole width: nothing is out of view on a phone. */
  function narrow(width: number): Plot.PlotOptions {
    const { edge, rowHeight, dy, lineAt, words } = rowsBelowWords(
      rungs,
      rungs.map(({ text }, i) => [labels[i]!, text]),
      width,
      { domain, values: [0, ...references.map(({ value }) => value)] },
    );
    const frame = { domain, left: edge, right: width - edge, width, lineAt };
    const marginTop = shared.marginTop + 4;
    return {
      ...shared,
      marginTop,
      marginLeft: edge,
      marginRight: edge,
      height: rungs.length * rowHeight + marginTop + shared.marginBottom,
      y: { ...shared.y, padding: 0, axis: null },
      marks: [
        numberAxisX({ label: axis, format: axisNumber, ticks: 5 }),
        ...estimateMarks(dy, lineAt(0, frame), frame),
        words,
      ],
    };
  }
}
