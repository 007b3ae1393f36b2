import { refusal } from "../check/mod.ts";
import * as Plot from "@observablehq/plot";
import { axisLabel, axisNumber, marginFor, numberAxisX, numberAxisY } from "./axes.ts";
import { column, type Field, type Interval, numberColumn, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { placeLabels } from "./place_labels.ts";
import { linearScale, logTicks, niceDomain, tickValues } from "./scale.ts";
import { theme } from "./theme.ts";

/** A fitted value with the ends of its interval, at one place of a fit's line. */
export interface FitPoint {
  /** The horizontal value. */
  readonly x: number;
  /** The vertical value. */
  readonly y: number;
  /** The lower end of the fit's interval. */
  readonly lower?: number | undefined;
  /** The upper end of the fit's interval. */
  readonly upper?: number | undefined;
}

/** Options of {@linkcode scatterFit}. */
export interface ScatterFitOptions<Row> {
  /** The horizontal value. */
  readonly x: Field<Row, number>;
  /** The vertical value. */
  readonly y: Field<Row, number>;
  /** What x and y measure, with their units. */
  readonly xLabel: string;
  /** The vertical axis' label, with its unit. */
  readonly yLabel: string;
  /** What a point's area stands for, such as its ballots. */
  readonly size?: Field<Row, number> | undefined;
  /** Names of the points that are to be named, such as outliers; empty for all others. */
  readonly label?: Field<Row, string> | undefined;
  /** Splits the points into groups with a color and a shape each. */
  readonly group?: Field<Row, string> | undefined;
  /** The fitted line, with its interval, along x. */
  readonly fit?: readonly FitPoint[] | undefined;
  /** What the fit's band is: "99% prediction interval"; shown in the legend. */
  readonly fitLabel?: string | undefined;
  /** How numbers of the horizontal axis are written. */
  readonly xFormat?: ((value: number) => string) | undefined;
  /** How numbers of the vertical axis are written. */
  readonly yFormat?: ((value: number) => string) | undefined;
  /** Logarithmic axes. */
  readonly log?: boolean | undefined;
  /** Include zero in each axis; no unless true. */
  readonly zero?: boolean | undefined;
  /** The axes' ends; round values around the data unless given. */
  readonly xDomain?: readonly [number, number] | undefined;
  /** The ends of the vertical axis. */
  readonly yDomain?: readonly [number, number] | undefined;
  /** Estimates at some places of x, such as means by dose, drawn above the points. */
  readonly summaries?: readonly ({ readonly x: number } & Interval)[] | undefined;
  /** What the summaries are; shown in the legend. */
  readonly summaryLabel?: string | undefined;
  /** Height of the plot in pixels. */
  readonly height?: number | undefined;
}

const GROUPS = [
  { color: theme.categories[0], symbol: "circle" },
  { color: theme.categories[1], symbol: "triangle" },
  { color: theme.categories[2], symbol: "diamond" },
  { color: theme.categories[3], symbol: "square" },
] as const;

/**
 * Points with a fitted line, the line's interval, and names for the points that matter.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { figure, scatterFit } from "tallybook/chart";
 *
 * const rows = [
 *   { county: "Broward", bush: 177939, buchanan: 795 },
 *   { county: "Palm Beach", bush: 152964, buchanan: 3411 },
 *   { county: "Duval", bush: 152460, buchanan: 653 },
 * ];
 * const svg = figure({
 *   id: "buchanan",
 *   title: "Palm Beach stands alone",
 *   source: "Florida Division of Elections",
 *   alt: "Palm Beach gave Buchanan 3,411 votes, Broward 795, Duval 653.",
 *   ...scatterFit(rows, {
 *     x: "bush",
 *     y: "buchanan",
 *     xLabel: "Bush, votes",
 *     yLabel: "Buchanan, votes",
 *     label: (row) => row.buchanan > 3000 ? row.county : "",
 *   }),
 * }).toSvg();
 * assertStringIncludes(svg, "Palm Beach");
 * ```
 */
export function scatterFit<Row extends object>(
  rows: readonly Row[],
  options: ScatterFitOptions<Row>,
): ChartSpec {
  const {
    summaries = [],
    summaryLabel,
    fit = [],
    fitLabel,
    log = false,
    height = 400,
    xFormat = axisNumber,
    yFormat = axisNumber,
  } = options;
  const x = numberColumn(rows, options.x);
  const y = numberColumn(rows, options.y);
  const sizes = options.size === undefined ? undefined : numberColumn(rows, options.size);
  const names = options.label === undefined
    ? rows.map(() => "")
    : column<Row, string>(rows, options.label);
  const groups = options.group === undefined ? rows.map(() => "") : textColumn(rows, options.group);
  const kinds = [...new Set(groups)];
  const kind = (name: string) => GROUPS[kinds.indexOf(name) % GROUPS.length]!;
  if (log && [...x, ...y].some((value) => value <= 0)) {
    throw new RangeError(refusal({
      task: "draw logarithmic axes",
      where: "values",
      found: "one of zero or less",
      expected: "values above zero",
    }));
  }
  const include = options.zero ? [0] : [];
  const fitValues = fit.flatMap((
    point,
  ) => [point.y, point.lower ?? point.y, point.upper ?? point.y]);
  const domain = (values: readonly number[]): [number, number] =>
    log
      ? [Math.min(...values.filter((value) => value > 0)) / 1.3, Math.max(...values) * 1.3]
      : niceDomain(values, { include });
  const xDomain = options.xDomain
    ? [...options.xDomain] as [number, number]
    : domain([...x, ...fit.map((point) => point.x)]);
  const yDomain = options.yDomain
    ? [...options.yDomain] as [number, number]
    : domain([...y, ...fitValues, ...summaries.flatMap(({ lower, upper }) => [lower, upper])]);
  if (sizes !== undefined && !log && options.yDomain === undefined) {
    // Large points at the edge need room to stay clear of the axis.
    const room = (yDomain[1] - yDomain[0]) * 0.04;
    yDomain[0] -= room;
    yDomain[1] += room;
  }
  // A band may reach below what counts can be; the axis does not follow it there.
  if (!log && options.yDomain === undefined && Math.min(...y) >= 0) {
    yDomain[0] = Math.max(0, yDomain[0]);
  }
  const ticks = (range: [number, number]) => log ? logTicks(range) : tickValues(range);
  const margins = { top: 28, right: 14, bottom: 46, left: marginFor(ticks(yDomain).map(yFormat)) };
  const largest = sizes === undefined ? 1 : Math.max(...sizes);
  const dots = rows.map((_, i) => ({
    x: x[i]!,
    y: y[i]!,
    name: names[i] ?? "",
    r: sizes === undefined
      ? (rows.length > 400 ? 2 : 3.5)
      : Math.max(1.2, 16 * Math.sqrt(sizes[i]! / largest)),
    group: groups[i]!,
  })).sort((a, b) => b.r - a.r);
  const scale = (range: [number, number], pixels: [number, number]) => {
    const place = (value: number) => log ? Math.log(value) : value;
    const linear = linearScale([place(range[0]), place(range[1])], pixels);
    return (value: number) => linear(place(value));
  };
  const type = log ? "log" : "linear";
  return {
    data: rows,
    height,
    legend: [
      ...kinds.length > 1 ? kinds.map((name) => ({ label: name, ...kind(name) })) : [],
      ...fitLabel === undefined ? [] : [{ label: fitLabel, color: "#c9d3de" }],
      ...summaryLabel === undefined
        ? []
        : [{ label: summaryLabel, color: theme.ink, symbol: "diamond" as const }],
    ],
    plot: ({ width }) => {
      const toX = scale(xDomain, [margins.left, width - margins.right]);
      const toY = scale(yDomain, [height - margins.bottom, margins.top]);
      const at = (dot: { x: number; y: number }) => ({ x: toX(dot.x), y: toY(dot.y) });
      const named = dots.filter((dot) => dot.name !== "");
      const labels = placeLabels(
        named.map((dot) => ({ ...at(dot), label: dot.name, radius: dot.r })),
        { left: margins.left, right: width, top: margins.top, bottom: height - margins.bottom },
        dots.map((dot) => ({ ...at(dot), radius: dot.r })),
      );
      const below = axisLabel(options.xLabel, { ...margins, width });
      return {
        // Further lines of the label stand below the plot, which keeps its height.
        ...below.more > 0 ? { height: height + below.more } : {},
        marginTop: margins.top,
        marginRight: margins.right,
        marginBottom: margins.bottom + below.more,
        marginLeft: margins.left,
        x: { domain: xDomain, type },
        y: { domain: yDomain, type },
        marks: [
          numberAxisX({ label: below.text, format: xFormat, ticks: ticks(xDomain) }),
          numberAxisY({ label: options.yLabel, format: yFormat, ticks: ticks(yDomain) }),
          fit.some((point) => point.lower !== undefined)
            ? Plot.areaY(fit, {
              x: "x",
              y1: "lower",
              y2: "upper",
              fill: "#9db1c6",
              fillOpacity: 0.45,
              clip: true,
            })
            : null,
          !log && yDomain[0] < 0 && yDomain[1] > 0 ? Plot.ruleY([0], { stroke: theme.ink }) : null,
          Plot.dot(dots, {
            x: "x",
            y: "y",
            r: (dot: { r: number }) => dot.r,
            // What all points share is written once: thousands of them would weigh three times as much.
            ...kinds.length === 1
              ? { symbol: kind(kinds[0]!).symbol, fill: kind(kinds[0]!).color }
              : {
                symbol: (dot: { group: string }) => kind(dot.group).symbol,
                fill: (dot: { group: string }) => kind(dot.group).color,
              },
            // Many points lie on each other; the one that is named must be found.
            fillOpacity: named.length === 0
              ? 0.55
              : (dot: { name: string }) => dot.name === "" ? 0.55 : 1,
            stroke: theme.background,
            strokeWidth: 0.5,
          }),
          fit.length > 0
            ? Plot.line(fit, { x: "x", y: "y", stroke: theme.ink, strokeWidth: 1.75, clip: true })
            : null,
          Plot.ruleX(summaries, {
            x: "x",
            y1: "lower",
            y2: "upper",
            stroke: theme.ink,
            strokeWidth: 2,
          }),
          Plot.dot(summaries, { x: "x", y: "point", symbol: "diamond", r: 5, fill: theme.ink }),
          labels.map((label, index) =>
            Plot.text([named[index]!], {
              x: "x",
              y: "y",
              text: "name",
              dx: label.textX - label.x,
              dy: label.textY - label.y,
              textAnchor: label.anchor,
              fontSize: theme.size.small,
              fontWeight: 600,
              stroke: theme.background,
              strokeWidth: 3,
              fill: theme.ink,
            })
          ),
        ],
        r: { type: "identity" },
      };
    },
  };
}
