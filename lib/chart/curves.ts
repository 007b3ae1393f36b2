import { refusal } from "../check/mod.ts";
import * as Plot from "@observablehq/plot";
import { axisNumber, marginFor, numberAxisX, numberAxisY, ticksThatFit } from "./axes.ts";
import { type Field, numberColumn, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { type Reference, referencesX, referencesY } from "./reference_line.ts";
import { linearScale, logTicks, niceDomain, tickValues } from "./scale.ts";
import { spreadLabels } from "./spread_labels.ts";
import { wrapText } from "./wrap_text.ts";
import { readableInk } from "./readable_on.ts";
import { theme } from "./theme.ts";

/** Room for curves below which their names are broken into lines, and the room of these lines. */
const LEAST_ROOM = 180;
const NAME_ROOM = 104;

/** Distance of the lines of names. */
const NAME_LINE = 15;

/** Options of {@linkcode curves}. */
export interface CurvesOptions<Row> {
  /** The horizontal value of a point. */
  readonly x: Field<Row, number>;
  /** The vertical value of a point. */
  readonly y: Field<Row, number>;
  /** What x and y measure, with their units. */
  readonly xLabel: string;
  /** The vertical axis' label, with its unit. */
  readonly yLabel: string;
  /** Which curve a row belongs to; named at its right end. */
  readonly series?: Field<Row, string | number> | undefined;
  /** A color for each curve, by its name. */
  readonly colors?: Readonly<Record<string, string>> | undefined;
  /** Ends of a band around each curve; both or neither. */
  readonly lower?: Field<Row, number> | undefined;
  /** The upper end of a band around a curve. */
  readonly upper?: Field<Row, number> | undefined;
  /** Hold each value until the next x, as counts of electors do. */
  readonly step?: boolean | undefined;
  /** A logarithmic y axis. */
  readonly log?: boolean | undefined;
  /** How numbers of the horizontal axis are written. */
  readonly xFormat?: ((value: number) => string) | undefined;
  /** How numbers of the vertical axis are written. */
  readonly yFormat?: ((value: number) => string) | undefined;
  /** The y axis' ends; round values around the data unless given. */
  readonly domain?: readonly [number, number] | undefined;
  /** Vertical lines to compare with. */
  readonly xReferences?: readonly Reference[] | undefined;
  /** Horizontal lines to compare with. */
  readonly yReferences?: readonly Reference[] | undefined;
  /** Points to mark on the curves, such as what happened. */
  readonly marks?:
    | readonly { readonly x: number; readonly y: number; readonly label: string }[]
    | undefined;
  /** Height of the plot in pixels. */
  readonly height?: number | undefined;
}

/**
 * Curves of a number against a number: electors by uniform swing, ballots to examine by margin, a
 * chance by the national margin. Each is named at its end; a band shows its uncertainty.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { curves, figure } from "tallybook/chart";
 *
 * const rows = [-2, -1, 0, 1, 2].map((swing) => ({ swing, electors: 269 + 18 * swing }));
 * const svg = figure({
 *   id: "swing",
 *   title: "Electors by uniform swing",
 *   source: "FEC",
 *   alt: "Electors rise in steps from 233 at −2 points to 305 at +2.",
 *   ...curves(rows, { x: "swing", y: "electors", xLabel: "Swing, points", yLabel: "Electors", step: true }),
 * }).toSvg();
 * assertStringIncludes(svg, "Swing, points");
 * ```
 */
export function curves<Row extends object>(
  rows: readonly Row[],
  options: CurvesOptions<Row>,
): ChartSpec {
  const { log = false, height = 340, xFormat = axisNumber, yFormat = axisNumber } = options;
  const { xReferences = [], yReferences = [], marks: marked = [] } = options;
  const x = numberColumn(rows, options.x);
  const y = numberColumn(rows, options.y);
  const names = options.series === undefined
    ? rows.map(() => "")
    : textColumn(rows, options.series);
  const lower = options.lower === undefined ? undefined : numberColumn(rows, options.lower);
  const upper = options.upper === undefined ? undefined : numberColumn(rows, options.upper);
  if (log && [...y, ...lower ?? []].some((value) => value <= 0)) {
    throw new RangeError(refusal({
      task: "draw a logarithmic axis",
      where: "values",
      found: "one of zero or less",
      expected: "values above zero",
    }));
  }
  const points = rows.map((_, i) => ({
    x: x[i]!,
    y: y[i]!,
    series: names[i]!,
    lower: lower?.[i],
    upper: upper?.[i],
  })).sort((a, b) => a.x - b.x);
  const series = [...new Set(names)];
  const color = ({ series: name }: { series: string }) =>
    options.colors?.[name] ??
      (series.length === 1
        ? theme.accent
        : theme.categories[series.indexOf(name) % theme.categories.length]!);

  const extent = [
    ...y,
    ...lower ?? [],
    ...upper ?? [],
    ...yReferences.map((r) => r.value),
    ...marked.map((m) => m.y),
  ];
  const xDomain: [number, number] = [
    x.reduce((a, b) => Math.min(a, b)),
    x.reduce((a, b) => Math.max(a, b)),
  ];
  const yDomain = options.domain ??
    (log
      ? [
        extent.reduce((a, b) => Math.min(a, b)) / 1.2,
        extent.reduce((a, b) => Math.max(a, b)) * 1.2,
      ] as const
      : niceDomain(extent));
  const ticks = log ? logTicks(yDomain) : tickValues(yDomain);
  const place = (value: number) => log ? Math.log(value) : value;
  const margins = { top: xReferences.length > 0 ? 44 : 28, bottom: 46 };
  const scale = linearScale([place(yDomain[0]), place(yDomain[1])], [
    height - margins.bottom,
    margins.top,
  ]);
  const toY = (value: number) => scale(place(value));
  const ends = series.map((name) => points.findLast((point) => point.series === name)!);
  const marginLeft = marginFor(ticks.map(yFormat));
  /** Names beside the curves' ends: in lines where a phone would have no room for the curves. */
  const namesAt = (width: number) => {
    const isTight = width - marginLeft - marginFor(series) < LEAST_ROOM;
    const lines = series.map((name) =>
      isTight ? wrapText(name, NAME_ROOM, theme.size.text, 600) : [name]
    );
    const most = Math.max(...lines.map((each) => each.length));
    return {
      most,
      texts: lines.map((each) => each.join("\n")),
      margin: series.length > 1 || series[0] !== "" ? marginFor(lines.flat()) : 14,
      places: spreadLabels(ends.map((end) => toY(end.y)), NAME_LINE * most, [
        margins.top,
        height - margins.bottom,
      ]),
    };
  };
  const curve = options.step ? "step-after" : "linear";
  return {
    data: rows,
    height,
    plot: ({ width }) => {
      const beside = namesAt(width);
      const room = width - marginLeft - beside.margin;
      const xTicks = ticksThatFit(xDomain, room, { format: xFormat, most: 8 });
      return {
        marginTop: margins.top,
        marginBottom: margins.bottom,
        marginLeft,
        marginRight: beside.margin,
        x: { domain: xDomain },
        y: { domain: [...yDomain], type: log ? "log" : "linear" },
        marks: [
          numberAxisX({ label: options.xLabel, format: xFormat, ticks: xTicks }),
          numberAxisY({ label: options.yLabel, format: yFormat, ticks }),
          !log && yDomain[0] <= 0 && yDomain[1] >= 0
            ? Plot.ruleY([0], { stroke: theme.ink })
            : null,
          lower && upper
            ? Plot.areaY(points, {
              x: "x",
              y1: "lower",
              y2: "upper",
              z: "series",
              fill: color,
              fillOpacity: 0.2,
              curve,
            })
            : null,
          referencesX(xReferences),
          referencesY(yReferences, "left"),
          Plot.lineY(points, {
            x: "x",
            y: "y",
            z: "series",
            stroke: color,
            strokeWidth: 2.25,
            curve,
          }),
          // A curve of one row would not be seen.
          Plot.dot(ends.filter((end) => names.filter((name) => name === end.series).length === 1), {
            x: "x",
            y: "y",
            r: 4,
            fill: color,
          }),
          ends.map((end, index) =>
            Plot.text([end], {
              x: "x",
              y: "y",
              text: () => beside.texts[index]!,
              dx: 7,
              dy: beside.places[index]! - toY(end.y),
              ...(beside.most > 1 ? { lineHeight: NAME_LINE / theme.size.text } : {}),
              textAnchor: "start",
              fontWeight: 600,
              fill: readableInk(color(end)),
            })
          ),
          Plot.dot(marked, { x: "x", y: "y", fill: theme.ink, r: 4, stroke: theme.background }),
          Plot.text(marked, {
            x: "x",
            y: "y",
            text: "label",
            dx: -7,
            dy: -9,
            textAnchor: "end",
            stroke: theme.background,
            strokeWidth: 3,
            fill: theme.ink,
            fontSize: theme.size.small,
          }),
        ],
      };
    },
  };
}
