import * as Plot from "@observablehq/plot";
import { axisNumber, marginFor, nameAxisY, nameColumn } from "./axes.ts";
import { column, type Field, numberColumn, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { type Reference, referencesX } from "./reference_line.ts";
import { theme } from "./theme.ts";

const HALO = { stroke: theme.background, strokeWidth: 4, fill: theme.ink } as const;

/** Options of {@linkcode rankedBars}. */
export interface RankedBarsOptions<Row> {
  /** A bar's name. */
  readonly label: Field<Row, string | number>;
  /** The length of a bar. */
  readonly value: Field<Row, number>;
  /** A bar's color; one color for all unless given. */
  readonly color?: Field<Row, string> | undefined;
  /** How the value beside a bar is written. */
  readonly format?: ((value: number) => string) | undefined;
  /** A note written after the value, such as a rank or a reason. */
  readonly note?: Field<Row, string> | undefined;
  /** Largest first unless "given", which keeps the rows' order. */
  readonly order?: "descending" | "ascending" | "given" | undefined;
  /** Values to compare with, as dashed lines. */
  readonly references?: readonly Reference[] | undefined;
}

/**
 * Horizontal bars from zero, each with its name and its value written out.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { figure, rankedBars } from "tallybook/chart";
 *
 * const rows = [{ state: "Michigan", margin: 10704 }, { state: "Wisconsin", margin: 22748 }];
 * const svg = figure({
 *   id: "closest",
 *   title: "Michigan was the closest state",
 *   source: "FEC",
 *   alt: "Trump won Wisconsin by 22,748 votes and Michigan by 10,704.",
 *   ...rankedBars(rows, { label: "state", value: "margin" }),
 * }).toSvg();
 * assertStringIncludes(svg, "10,704");
 * ```
 */
export function rankedBars<Row extends object>(
  rows: readonly Row[],
  options: RankedBarsOptions<Row>,
): ChartSpec {
  const { format = axisNumber, order = "descending", references = [] } = options;
  const labels = textColumn(rows, options.label);
  const names = nameColumn(labels);
  const values = numberColumn(rows, options.value);
  const colors = options.color === undefined
    ? rows.map(() => theme.accent)
    : column<Row, string>(rows, options.color);
  const notes = options.note === undefined
    ? rows.map(() => "")
    : column<Row, string>(rows, options.note);
  const bars = rows.map((_, i) => ({
    label: labels[i]!,
    value: values[i]!,
    color: colors[i]!,
    text: [format(values[i]!), notes[i]].filter(Boolean).join("\u00a0\u00a0"),
  }));
  if (order !== "given") {
    const sign = order === "descending" ? -1 : 1;
    bars.sort((a, b) => sign * (a.value - b.value));
  }
  const positive = bars.filter((bar) => bar.value >= 0);
  const negative = bars.filter((bar) => bar.value < 0);
  const marginTop = references.length > 0 ? 26 : 4;
  return {
    data: rows,
    height: bars.length * Math.max(25, names.rowHeight) + marginTop + 6,
    plot: () => ({
      marginTop,
      marginBottom: 6,
      marginLeft: names.margin,
      marginRight: marginFor(positive.map((bar) => bar.text)),
      // Where bars go left, their texts need the room that their own side's margin does not give.
      insetLeft: negative.length > 0 ? marginFor(negative.map((bar) => bar.text)) : 0,
      x: { axis: null, domain: [Math.min(0, ...values), Math.max(0, ...values)] },
      y: { domain: bars.map((bar) => bar.label), padding: 0.25 },
      marks: [
        nameAxisY(names.broken),
        Plot.barX(bars, { x: "value", y: "label", fill: "color" }),
        Plot.ruleX([0], { stroke: theme.ink }),
        referencesX(references),
        Plot.text(positive, {
          ...HALO,
          x: "value",
          y: "label",
          text: "text",
          dx: 6,
          textAnchor: "start",
        }),
        Plot.text(negative, {
          ...HALO,
          x: "value",
          y: "label",
          text: "text",
          dx: -6,
          textAnchor: "end",
        }),
      ],
    }),
  };
}
