import * as Plot from "@observablehq/plot";
import { axisNumber, marginFor, numberAxisY } from "./axes.ts";
import { type Field, type Interval, intervalColumn, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { type Reference, referencesY } from "./reference_line.ts";
import { niceDomain, tickValues } from "./scale.ts";
import { theme } from "./theme.ts";

/** Options of {@linkcode specificationCurve}. */
export interface SpecificationCurveOptions<Row> {
  /** The estimate of a specification; "estimate" unless given. */
  readonly estimate?: Field<Row, Interval> | undefined;
  /** The choices that make a specification: a heading, and how its value is read. */
  readonly choices: Readonly<Record<string, Field<Row, string>>>;
  /** What is estimated, with its unit. */
  readonly axis: string;
  /** How numbers are written. */
  readonly format?: ((value: number) => string) | undefined;
  /** Values to compare with, as dashed lines. */
  readonly references?: readonly Reference[] | undefined;
}

/**
 * All defensible specifications at once: above, their estimates with intervals in order of size;
 * below, which choice each one made. Dots of intervals that include zero are hollow.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { figure, specificationCurve } from "tallybook/chart";
 *
 * const rows = [
 *   { weights: "by votes", outcome: "share", estimate: { point: -2.3, lower: -3.6, upper: -0.9 } },
 *   { weights: "equal", outcome: "share", estimate: { point: -0.6, lower: -1.8, upper: 0.6 } },
 * ];
 * const svg = figure({
 *   id: "specifications",
 *   title: "Two specifications, two answers",
 *   source: "Wisconsin Elections Commission",
 *   alt: "By votes −2.3 points (−3.6 to −0.9), with equal weights −0.6 (−1.8 to 0.6).",
 *   estimand: "effect of DREs, points",
 *   ...specificationCurve(rows, {
 *     choices: { Weights: "weights", Outcome: "outcome" },
 *     axis: "Effect, points",
 *   }),
 * }).toSvg();
 * assertStringIncludes(svg, "by votes");
 * ```
 */
export function specificationCurve<Row extends object>(
  rows: readonly Row[],
  options: SpecificationCurveOptions<Row>,
): ChartSpec {
  const { axis, format = axisNumber, references = [], choices } = options;
  const field = options.estimate ?? ((row: Row) => (row as { estimate?: Interval }).estimate!);
  const estimates = intervalColumn(rows, field);
  const made = Object.entries(choices).map(([heading, field]) => ({
    heading,
    values: textColumn(rows, field),
  }));
  const order = estimates.map((_, index) => index)
    .sort((a, b) => estimates[a]!.point - estimates[b]!.point || a - b);
  const curve = order.map((index, rank) => ({
    ...estimates[index]!,
    rank,
    dark: estimates[index]!.lower > 0 || estimates[index]!.upper < 0,
  }));
  const lines = made.flatMap(({ heading, values }) => [
    { key: `${heading}`, label: heading, isHeading: true, hasDots: false },
    ...[...new Set(values)].sort().map((value) => ({
      key: `${heading}\u0000${value}`,
      label: value,
      isHeading: false,
      hasDots: true,
    })),
  ]);
  const cells = order.flatMap((index, rank) =>
    made.map(({ heading, values }) => ({
      rank,
      key: `${heading}\u0000${values[index]}`,
      dark: curve[rank]!.dark,
    }))
  );
  const domain = niceDomain(
    [...estimates.flatMap(({ lower, upper }) => [lower, upper]), ...references.map((r) => r.value)],
    { include: [0] },
  );
  const ticks = tickValues(domain);
  const axisMargin = marginFor(ticks.map(format));
  const wordsMargin = Math.max(marginFor(lines.map((line) => line.label)), axisMargin);
  const color = (item: { dark: boolean }) => item.dark ? theme.accent : theme.rule;
  // Hollow where the interval includes zero: a grey print shows no blue.
  const fill = (item: { dark: boolean }) => item.dark ? theme.accent : theme.background;
  const x = { domain: [-0.5, rows.length - 0.5], axis: null } as const;
  // Few specifications get thick strokes, hundreds get hairlines.
  const strokeWidth = Math.max(0.75, Math.min(3, 180 / rows.length));
  const dot = Math.max(1.2, Math.min(3.5, 200 / rows.length));
  return {
    data: rows,
    legend: [
      { label: "interval excludes zero", color: theme.accent, symbol: "circle" },
      { label: "interval includes zero", color: theme.rule, symbol: "circle", hollow: true },
    ],
    plot: ({ width }) => {
      const step = (left: number) => (width - left - RIGHT) / rows.length;
      return step(wordsMargin) >= LEAST_STEP
        ? panels(false, wordsMargin, strokeWidth, dot)
        : panels(
          true,
          axisMargin,
          Math.min(strokeWidth, 0.5 * step(axisMargin)),
          Math.min(dot, 0.45 * step(axisMargin)),
        );
    },
  };

  /** The curve, and below it a line of dots a choice; names of the lines stand left of them or above. */
  function panels(
    isAbove: boolean,
    marginLeft: number,
    strokeWidth: number,
    dot: number,
  ): Plot.PlotOptions[] {
    const drawn = isAbove ? namesAbove(lines) : lines;
    return [
      {
        height: 240,
        marginLeft,
        marginRight: RIGHT,
        marginTop: 26,
        marginBottom: 8,
        x,
        y: { domain },
        marks: [
          numberAxisY({ label: axis, format, ticks }),
          Plot.ruleY([0], { stroke: theme.ink }),
          referencesY(references, "right"),
          Plot.ruleX(curve, {
            x: "rank",
            y1: "lower",
            y2: "upper",
            stroke: color,
            strokeWidth,
            strokeOpacity: 0.55,
          }),
          Plot.dot(curve, { x: "rank", y: "point", stroke: color, fill, r: dot + 0.5 }),
        ],
      },
      {
        height: drawn.length * (isAbove ? 15 : 17) + 12,
        marginLeft,
        marginRight: RIGHT,
        marginTop: 4,
        marginBottom: 8,
        x,
        y: { domain: drawn.map((line) => line.key), type: "band", axis: null },
        marks: [
          [true, false].map((isHeading) =>
            Plot.text(drawn.filter((line) => line.isHeading === isHeading && line.label !== ""), {
              y: "key",
              text: "label",
              frameAnchor: "left",
              textAnchor: isAbove ? "start" : "end",
              dx: isAbove ? -4 : -8,
              fontWeight: isHeading ? 600 : 400,
              fill: isHeading ? theme.ink : theme.muted,
            })
          ),
          Plot.ruleY(drawn.filter((line) => line.hasDots), { y: "key", stroke: theme.grid }),
          Plot.dot(cells, { x: "rank", y: "key", r: dot, stroke: color, fill }),
        ],
      },
    ];
  }
}

/** A line of the lower panel: a heading, a choice's name, its dots, or the last two at once. */
interface Line {
  readonly key: string;
  readonly label: string;
  readonly isHeading: boolean;
  readonly hasDots: boolean;
}

/** Room right of the panels. */
const RIGHT = 8;

/** Pixels a specification needs, so that its dot stands beside the next and not on it. */
const LEAST_STEP = 4;

/** Each choice's name on a line above its dots, which then have the whole width: for phones. */
function namesAbove(lines: readonly Line[]): Line[] {
  return lines.flatMap((line) =>
    line.isHeading
      ? [line]
      : [{ ...line, key: `${line.key}\u0000name`, hasDots: false }, { ...line, label: "" }]
  );
}
