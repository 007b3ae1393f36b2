import * as Plot from "@observablehq/plot";
import { axisLabel, axisNumber, nameAxisY, nameColumn, numberAxisX } from "./axes.ts";
import { type Field, numberColumn, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { measureText } from "./fonts.ts";
import { type FrameX, type Reference, referencesX } from "./reference_line.ts";
import { rowsBelowWords } from "./rows_below_words.ts";
import { niceDomain } from "./scale.ts";
import { theme } from "./theme.ts";

/** Room for lines between values below which names go above them instead of beside. */
const LEAST_ROOM = 220;

/** Pixels between a dot's middle and its value, and those that a line keeps from a value. */
const ASIDE = 10;
const CLEAR = 4;

/** Options of {@linkcode dumbbell}. */
export interface DumbbellOptions<Row> {
  /** What a row is. */
  readonly label: Field<Row, string | number>;
  /** The value at one end. */
  readonly from: Field<Row, number>;
  /** The value at the other end. */
  readonly to: Field<Row, number>;
  /** What the two ends are: ["original count", "recount"]. */
  readonly ends: readonly [string, string];
  /** What both measure, with the unit. */
  readonly axis: string;
  /** How numbers are written. */
  readonly format?: ((value: number) => string) | undefined;
  /** Values to compare with, as dashed lines. */
  readonly references?: readonly Reference[] | undefined;
  /** Include zero: no unless true. */
  readonly zero?: boolean | undefined;
}

/**
 * Two values a row, joined by a line: a hollow dot for the first, a filled one for the second.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { dumbbell, figure } from "tallybook/chart";
 *
 * const rows = [{ state: "Iowa", y2012: 5.8, y2016: -9.4 }, { state: "Ohio", y2012: 3, y2016: -8.1 }];
 * const svg = figure({
 *   id: "swing",
 *   title: "Iowa and Ohio swung",
 *   source: "FEC",
 *   alt: "Iowa from +5.8 to −9.4 points, Ohio from +3.0 to −8.1.",
 *   ...dumbbell(rows, { label: "state", from: "y2012", to: "y2016", ends: ["2012", "2016"], axis: "Margin, points" }),
 * }).toSvg();
 * assertStringIncludes(svg, "2012");
 * ```
 */
export function dumbbell<Row extends object>(
  rows: readonly Row[],
  options: DumbbellOptions<Row>,
): ChartSpec {
  const { format = axisNumber, references = [], ends, axis } = options;
  const labels = textColumn(rows, options.label);
  const names = nameColumn(labels);
  const from = numberColumn(rows, options.from);
  const to = numberColumn(rows, options.to);
  const bells = rows.map((_, i) => ({ key: String(i), from: from[i]!, to: to[i]! }));
  const domain = niceDomain([...from, ...to, ...references.map((each) => each.value)], {
    include: options.zero ? [0] : [],
  });
  const sides = bells.flatMap((bell) => [
    { ...bell, value: bell.from, sign: bell.from <= bell.to ? -1 : 1 },
    { ...bell, value: bell.to, sign: bell.from <= bell.to ? 1 : -1 },
  ]);
  const top = references.length > 0 ? 30 : 8;
  const lines = [0, ...references.map(({ value }) => value)];
  /** Where values stand so near to a line that it would touch them: it is left out behind these. */
  const gaps = (room: number) => {
    const pixel = (domain[1] - domain[0]) / room;
    return sides.map(({ key, value, sign }) => {
      const near = value + sign * (ASIDE - CLEAR) * pixel;
      const width = measureText(format(value), theme.size.small);
      const far = value + sign * (ASIDE + width + CLEAR) * pixel;
      return { key, x1: Math.min(near, far), x2: Math.max(near, far) };
    }).filter(({ x1, x2 }) => lines.some((line) => line > x1 && line < x2));
  };
  /** Lines, dots and values, so far below the middle of their rows; lines between values have so much room. */
  const bellMarks = (
    dy: number,
    room: number,
    zeroLine: Plot.Markish,
    frame?: FrameX,
  ): Plot.Markish[] => [
    domain[0] <= 0 && domain[1] >= 0 ? zeroLine : null,
    referencesX(references, frame),
    ...gaps(room).map((gap) =>
      Plot.ruleY([gap], {
        x1: "x1",
        x2: "x2",
        y: "key",
        stroke: theme.background,
        strokeWidth: theme.size.small + CLEAR,
        dy,
      })
    ),
    Plot.ruleY(bells, { x1: "from", x2: "to", y: "key", stroke: theme.rule, strokeWidth: 2, dy }),
    Plot.dot(bells, {
      x: "from",
      y: "key",
      r: 5,
      fill: theme.background,
      stroke: theme.accent,
      strokeWidth: 2,
      dy,
    }),
    Plot.dot(bells, { x: "to", y: "key", r: 6, fill: theme.accent, dy }),
    [-1, 1].map((sign) =>
      Plot.text(sides.filter((side) => side.sign === sign), {
        x: "value",
        y: "key",
        text: (side: { value: number }) => format(side.value),
        dx: ASIDE * sign,
        dy,
        textAnchor: sign < 0 ? "end" : "start",
        fontSize: theme.size.small,
        stroke: theme.background,
        strokeWidth: 5,
        fill: theme.ink,
      })
    ),
  ];
  const shared = {
    marginTop: top,
    insetLeft: 40,
    insetRight: 40,
    x: { domain },
    y: { type: "band", domain: bells.map((bell) => bell.key) },
  } as const;
  return {
    data: rows,
    height: bells.length * Math.max(25, names.rowHeight) + (references.length > 0 ? 80 : 60),
    legend: [
      { label: ends[0], color: theme.accent, symbol: "circle", hollow: true },
      { label: ends[1], color: theme.accent, symbol: "circle" },
    ],
    plot: ({ width }) => {
      if (width - names.margin < LEAST_ROOM) return narrow(width);
      const below = axisLabel(axis, { width, left: names.margin, right: 8 });
      return {
        ...shared,
        marginBottom: 46 + below.more,
        marginLeft: names.margin,
        marginRight: 8,
        marks: [
          numberAxisX({ label: below.text, format }),
          nameAxisY((key) => names.broken(labels[Number(key)]!)),
          ...bellMarks(
            0,
            width - names.margin - 8 - shared.insetLeft - shared.insetRight,
            Plot.ruleX([0], { stroke: theme.ink }),
          ),
        ],
      };
    },
  };

  /** Names above the lines between values, which then have the whole width: for phones. */
  function narrow(width: number): Plot.PlotOptions {
    const { edge, rowHeight, dy, lineAt, words } = rowsBelowWords(
      bells,
      labels.map((label) => [label]),
      width,
      { domain, insets: { left: shared.insetLeft, right: shared.insetRight }, values: lines },
    );
    const below = axisLabel(axis, { width, left: edge, right: edge });
    const [left, right] = [edge + shared.insetLeft, width - edge - shared.insetRight];
    const frame = { domain, left, right, width, lineAt };
    return {
      ...shared,
      marginTop: top + 4,
      marginBottom: 46 + below.more,
      marginLeft: edge,
      marginRight: edge,
      height: bells.length * rowHeight + top + 50 + below.more,
      y: { ...shared.y, padding: 0, axis: null },
      marks: [
        numberAxisX({ label: below.text, format, ticks: 4 }),
        ...bellMarks(dy, right - left, lineAt(0, frame), frame),
        words,
      ],
    };
  }
}
