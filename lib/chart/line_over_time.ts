import * as Plot from "@observablehq/plot";
import { axisNumber, dateAxisX, marginFor, numberAxisX, numberAxisY } from "./axes.ts";
import { type Field, numberColumn, placeColumn, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { type Reference, referencesY } from "./reference_line.ts";
import { linearScale, niceDomain, tickValues } from "./scale.ts";
import { spreadLabels } from "./spread_labels.ts";
import { readableInk } from "./readable_on.ts";
import { theme } from "./theme.ts";

/** Options of {@linkcode lineOverTime}. */
export interface LineOverTimeOptions<Row> {
  /** When: a date, a text YYYY-MM-DD, or a number such as a year. */
  readonly x: Field<Row, Date | number | string>;
  /** The vertical value. */
  readonly y: Field<Row, number>;
  /** Which line a row belongs to; without it there is one line. */
  readonly series?: Field<Row, string | number> | undefined;
  /** Ends of the interval around each value; both or neither. */
  readonly lower?: Field<Row, number> | undefined;
  /** The upper end of the band. */
  readonly upper?: Field<Row, number> | undefined;
  /** Colors by series. */
  readonly colors?: Readonly<Record<string, string>> | undefined;
  /** What y measures, with its unit. */
  readonly label: string;
  /** How values are written on the axis. */
  readonly format?: ((value: number) => string) | undefined;
  /** What is written at a line's end: its name and last value unless given. */
  readonly endLabel?: ((series: string, last: number) => string) | undefined;
  /** Mark each row by a dot: yes, unless there are more than 40 on a line. */
  readonly dots?: boolean | undefined;
  /** Start the axis at zero or include it: yes unless false. */
  readonly zero?: boolean | undefined;
  /** Values to compare with, as dashed lines. */
  readonly references?: readonly Reference[] | undefined;
  /** The y axis' ends; round values around the data unless given. */
  readonly domain?: readonly [number, number] | undefined;
  /** Height of the plot in pixels. */
  readonly height?: number | undefined;
}

/**
 * Lines over time, each labeled at its end, so that no legend is needed.
 *
 * @example
 * ```ts
 * import { assertEquals, assertStringIncludes } from "@std/assert";
 * import { figure, lineOverTime } from "tallybook/chart";
 *
 * const rows = [
 *   { date: "2016-11-15", lead: 1002049 },
 *   { date: "2016-11-23", lead: 2015251 },
 *   { date: "2017-12-01", lead: 2868686 },
 * ];
 * const svg = figure({
 *   id: "lead",
 *   title: "The lead grew as counting went on",
 *   source: "FEC",
 *   alt: "A line from 1.0 million votes on 15 November 2016 to 2,868,686 in the official count.",
 *   ...lineOverTime(rows, { x: "date", y: "lead", label: "Clinton's lead, votes" }),
 * }).toSvg();
 * assertStringIncludes(svg, "2,868,686");
 * ```
 */
export function lineOverTime<Row extends object>(
  rows: readonly Row[],
  options: LineOverTimeOptions<Row>,
): ChartSpec {
  const { label, format = axisNumber, references = [], height = 320, zero = true } = options;
  const x = placeColumn(rows, options.x);
  const y = numberColumn(rows, options.y);
  const names = options.series === undefined
    ? rows.map(() => "")
    : textColumn(rows, options.series);
  const lower = options.lower === undefined ? undefined : numberColumn(rows, options.lower);
  const upper = options.upper === undefined ? undefined : numberColumn(rows, options.upper);
  const marks = rows.map((_, i) => ({
    x: x[i]!,
    y: y[i]!,
    series: names[i]!,
    lower: lower?.[i],
    upper: upper?.[i],
  })).sort((a, b) => Number(a.x) - Number(b.x));

  const series = [...new Set(names)];
  const color = (name: string) =>
    options.colors?.[name] ??
      (series.length === 1
        ? theme.accent
        : theme.categories[series.indexOf(name) % theme.categories.length]!);
  const domain = options.domain ?? niceDomain([
    ...y,
    ...lower ?? [],
    ...upper ?? [],
    ...references.map((r) => r.value),
  ], {
    include: zero ? [0] : [],
  });
  const ticks = tickValues(domain);
  const margins = { top: 28, bottom: x[0] instanceof Date ? 40 : 28 };
  const scaleY = linearScale(domain, [height - margins.bottom, margins.top]);

  const ends = series.map((name) => marks.findLast((mark) => mark.series === name)!);
  const endLabel = options.endLabel ??
    ((name: string, last: number) => `${name} ${shortNumber(last)}`.trim());
  const texts = ends.map((end) => endLabel(end.series, end.y));
  const places = spreadLabels(ends.map((end) => scaleY(end.y)), 15, [
    margins.top,
    height - margins.bottom,
  ]);
  const dots = options.dots ?? marks.length / series.length <= 40;
  const isDate = x[0] instanceof Date;
  const distinct = [...new Set(x.map(Number))];
  // Few years are all named; a round number between two elections would mean nothing.
  const years = distinct.length <= 12 ? distinct : undefined;

  return {
    data: rows,
    height,
    plot: () => ({
      marginTop: margins.top,
      marginBottom: margins.bottom,
      marginLeft: marginFor(ticks.map(format)),
      marginRight: marginFor(texts) + 4,
      x: { type: isDate ? "utc" : "linear" },
      y: { domain: [...domain] },
      marks: [
        numberAxisY({ label, format, ticks }),
        isDate
          ? dateAxisX({ dates: x as Date[] })
          : numberAxisX({ format: String, grid: false, ticks: years }),
        domain[0] <= 0 ? Plot.ruleY([0], { stroke: theme.ink }) : null,
        references.map((each) => referencesY([each], emptierSide(each.value, marks))),
        lower && upper
          ? Plot.areaY(marks, {
            x: "x",
            y1: "lower",
            y2: "upper",
            z: "series",
            fill: (mark: { series: string }) => color(mark.series),
            fillOpacity: 0.18,
          })
          : null,
        Plot.lineY(marks, {
          x: "x",
          y: "y",
          z: "series",
          stroke: (mark: { series: string }) => color(mark.series),
          strokeWidth: 2,
        }),
        dots
          ? Plot.dot(marks, {
            x: "x",
            y: "y",
            fill: (mark: { series: string }) => color(mark.series),
            r: 3,
          })
          : null,
        ends.map((end, index) =>
          Plot.text([end], {
            x: "x",
            y: "y",
            text: () => texts[index]!,
            dx: 9,
            dy: places[index]! - scaleY(end.y),
            textAnchor: "start",
            fontWeight: 600,
            fill: readableInk(color(end.series)),
          })
        ),
      ],
    }),
  };
}

/** A last value in full where it is a count, else with no more digits than an axis has. */
function shortNumber(value: number): string {
  return Math.abs(value) < 0.0005
    ? axisNumber(value)
    : value.toLocaleString("en-US").replace("-", "\u2212");
}

/** The side on which a reference line is farther from the data, where its label stands free. */
function emptierSide(value: number, marks: readonly { readonly y: number }[]): "left" | "right" {
  const third = Math.max(1, Math.floor(marks.length / 3));
  const nearest = (some: typeof marks) => Math.min(...some.map((mark) => Math.abs(mark.y - value)));
  return nearest(marks.slice(0, third)) > nearest(marks.slice(-third)) ? "left" : "right";
}
