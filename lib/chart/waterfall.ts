import * as Plot from "@observablehq/plot";
import { axisLabel, axisNumber, nameAxisY, nameColumn, numberAxisX } from "./axes.ts";
import { column, type Field, numberColumn, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { measureText } from "./fonts.ts";
import { EDGE, rowsBelowWords } from "./rows_below_words.ts";
import { linearScale } from "./scale.ts";
import { theme } from "./theme.ts";

/** Options of {@linkcode waterfall}. */
export interface WaterfallOptions<Row> {
  /** What a bar is. */
  readonly label: Field<Row, string>;
  /** What a part adds, or the whole value of a bar that starts at zero. */
  readonly value: Field<Row, number>;
  /** Whether a bar is a whole: it starts at zero, and the parts after it start at its end. */
  readonly whole: Field<Row, boolean>;
  /** What is measured, with its unit. */
  readonly axis: string;
  /** How a bar's value is written; with its sign unless given. */
  readonly format?: ((value: number) => string) | undefined;
}

/** Room for bars below which their names go above them instead of beside. */
const LEAST_ROOM = 260;

const ROW = 30;

/**
 * How a sum comes about: a whole, the parts that are added one after the other, each bar starting
 * where the last one ended, and the whole that they lead to. A value stands right of its bar, or left
 * of a bar that lies left of zero, where it would cross the line of zero.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { figure, waterfall } from "tallybook/chart";
 *
 * const rows = [
 *   { part: "popular vote", points: 2.2, isWhole: true },
 *   { part: "winner takes all", points: -16, isWhole: false },
 *   { part: "electors", points: -13.8, isWhole: true },
 * ];
 * const svg = figure({
 *   id: "steps",
 *   title: "Winner takes all turned the sign",
 *   source: "FEC",
 *   alt: "From +2.2 points by −16 to −13.8.",
 *   ...waterfall(rows, { label: "part", value: "points", whole: "isWhole", axis: "Points" }),
 * }).toSvg();
 * assertStringIncludes(svg, "−13.8");
 * ```
 */
export function waterfall<Row extends object>(
  rows: readonly Row[],
  options: WaterfallOptions<Row>,
): ChartSpec {
  const { axis, format = (value) => `${value > 0 ? "+" : ""}${axisNumber(value)}` } = options;
  const labels = textColumn(rows, options.label);
  const values = numberColumn(rows, options.value);
  const wholes = column<Row, boolean>(rows, options.whole);
  const names = nameColumn(labels);
  let sum = 0;
  const bars = rows.map((_, i) => {
    const from = wholes[i] ? 0 : sum;
    sum = from + values[i]!;
    const color = wholes[i] ? theme.ink : values[i]! >= 0 ? theme.accent : theme.contrast;
    const text = format(values[i]!);
    return { key: String(i), from, to: sum, color, text, isLeft: Math.max(from, sum) <= 0 };
  });
  const ends = bars.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  // A bar does not touch the names beside it.
  const extent = [low - 0.02 * (high - low), high] as const;

  /** The ends of the axis: round values beyond the bars and the numbers beside them. */
  function domainFor(room: number): [number, number] {
    const pixels = linearScale(extent, [0, room * 0.78]);
    const perPixel = (extent[1] - extent[0]) / (room * 0.78);
    const reach = bars.map((bar) => {
      const wide = measureText(bar.text, theme.size.text) + 10;
      return bar.isLeft
        ? [pixels(Math.min(bar.from, bar.to)) - wide, 0] as const
        : [0, pixels(Math.max(bar.from, bar.to)) + wide] as const;
    });
    const beyond = [
      Math.min(0, ...reach.map(([low]) => low)),
      Math.max(room * 0.78, ...reach.map(([, high]) => high)),
    ] as const;
    return [
      extent[0] + beyond[0] * perPixel,
      extent[1] + (beyond[1] - room * 0.78) * perPixel,
    ];
  }

  /** Bars and values, so far below the middle of their rows. */
  const barMarks = (
    dy: number,
    rowHeight: number,
    thick: number,
    zeroLine: Plot.Markish,
  ): Plot.Markish[] => [
    zeroLine,
    Plot.barX(bars, {
      x1: "from",
      x2: "to",
      y: "key",
      fill: (bar: { color: string }) => bar.color,
      insetTop: (rowHeight - thick) / 2,
      insetBottom: (rowHeight - thick) / 2,
      dy,
    }),
    [true, false].map((isLeft) =>
      Plot.text(bars.filter((bar) => bar.isLeft === isLeft), {
        x: (bar: { from: number; to: number }) =>
          isLeft ? Math.min(bar.from, bar.to) : Math.max(bar.from, bar.to),
        y: "key",
        text: "text",
        textAnchor: isLeft ? "end" : "start",
        dx: isLeft ? -5 : 5,
        dy,
        fill: theme.ink,
        stroke: theme.background,
        strokeWidth: 4,
      })
    ),
  ];
  const y = { type: "band", domain: bars.map((bar) => bar.key), padding: 0 } as const;
  return {
    data: rows,
    height: bars.length * Math.max(ROW, names.rowHeight) + 54,
    plot: ({ width }) => {
      if (width - names.margin < LEAST_ROOM) return narrow(width);
      const [left, right] = [names.margin, 8];
      const below = axisLabel(axis, { width, left, right });
      const rowHeight = Math.max(ROW, names.rowHeight);
      return {
        height: bars.length * rowHeight + 54 + below.more,
        marginTop: 4,
        marginBottom: 46 + below.more,
        marginLeft: left,
        marginRight: right,
        x: { domain: domainFor(width - left - right) },
        y,
        marks: [
          numberAxisX({ label: below.text, ticks: 6 }),
          nameAxisY((key) => names.broken(labels[Number(key)]!)),
          ...barMarks(0, rowHeight, 18, Plot.ruleX([0], { stroke: theme.ink })),
        ],
      };
    },
  };

  /** Names above the bars, which then have the whole width: for phones. */
  function narrow(width: number): Plot.PlotOptions {
    const domain = domainFor(width - 2 * EDGE);
    const { edge, rowHeight, dy, lineAt, words } = rowsBelowWords(
      bars,
      labels.map((label) => [label]),
      width,
      { domain },
    );
    const below = axisLabel(axis, { width, left: edge, right: edge });
    const frame = { domain, left: edge, right: width - edge, width };
    return {
      height: bars.length * rowHeight + 50 + below.more,
      marginTop: 4,
      marginBottom: 46 + below.more,
      marginLeft: edge,
      marginRight: edge,
      x: { domain: frame.domain },
      y: { ...y, axis: null },
      marks: [
        numberAxisX({ label: below.text, ticks: 5 }),
        ...barMarks(dy + 1, rowHeight, 12, lineAt(0, frame)),
        words,
      ],
    };
  }
}
