import { unknownName } from "../check/mod.ts";
import * as Plot from "@observablehq/plot";
import { axisNumber, dateAxisX, marginFor, numberAxisY } from "./axes.ts";
import { type Field, numberColumn, placeColumn, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { type Reference, referencesY } from "./reference_line.ts";
import { linearScale, niceDomain, tickValues } from "./scale.ts";
import type { DotMark } from "./ranked_dots.ts";
import { theme } from "./theme.ts";
import { wrapText } from "./wrap_text.ts";

/** Options of {@linkcode totalsByDate}. */
export interface TotalsByDateOptions<Row> {
  /** The day of a total: a date, or a text YYYY-MM-DD. */
  readonly date: Field<Row, Date | string>;
  /** The total, or the lead in it. */
  readonly value: Field<Row, number>;
  /** Who published it. */
  readonly publisher: Field<Row, string>;
  /** The mark of each publisher, in the legend's order; crosses are drawn as outlines. */
  readonly publishers: Readonly<Record<string, DotMark>>;
  /** The publisher whose totals a line joins. */
  readonly joined: string;
  /** What the totals measure, with the unit. */
  readonly label: string;
  /** How values are written on the axis. */
  readonly format?: ((value: number) => string) | undefined;
  /** Totals whose values are written beside them. */
  readonly named?:
    | readonly {
      readonly date: Date | string;
      readonly value: number;
      readonly label: string;
    }[]
    | undefined;
  /** Values to compare with, such as the certified one, as dashed lines. */
  readonly references?: readonly Reference[] | undefined;
  /** The first and the last day; those of the totals unless given. */
  readonly period?: readonly [Date | string, Date | string] | undefined;
  /** Height of the plot in pixels. */
  readonly height?: number | undefined;
}

const TASK = "draw totals by date";

/**
 * Totals that several publishers gave on different days, a mark each, with a line through those of
 * one publisher: a line through all of them would go back and forth between ways to count. Named
 * totals carry their label at the upper left, in as many lines as there is room for.
 *
 * @throws {RangeError} for a publisher without a mark, or a joined one that there is not.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { figure, theme, totalsByDate } from "tallybook/chart";
 *
 * const rows = [
 *   { day: "2016-11-15", lead: 1002049, by: "tracker" },
 *   { day: "2016-11-23", lead: 1833000, by: "agency" },
 *   { day: "2016-11-23", lead: 2015251, by: "tracker" },
 * ];
 * const svg = figure({
 *   id: "leads",
 *   title: "The agency's lead was the smaller one",
 *   source: "news pages of the time",
 *   alt: "On 23 November the tracker had 2,015,251 and the agency 1,833,000.",
 *   ...totalsByDate(rows, {
 *     date: "day",
 *     value: "lead",
 *     publisher: "by",
 *     publishers: {
 *       tracker: { color: theme.accent, symbol: "circle" },
 *       agency: { color: theme.contrast, symbol: "square" },
 *     },
 *     joined: "tracker",
 *     label: "Lead, votes",
 *     named: [{ date: "2016-11-23", value: 2015251, label: "November 23: 2,015,251" }],
 *   }),
 * }).toSvg();
 * assertStringIncludes(svg, "November 23: 2,015,251");
 * ```
 */
export function totalsByDate<Row extends object>(
  rows: readonly Row[],
  options: TotalsByDateOptions<Row>,
): ChartSpec {
  const { publishers, joined, label, format = axisNumber, named = [], references = [] } = options;
  const { height = 340 } = options;
  const dates = placeColumn(rows, options.date).map((date) => new Date(date));
  const values = numberColumn(rows, options.value);
  const by = textColumn(rows, options.publisher);
  const known = Object.keys(publishers);
  const stranger = by.findIndex((name) => publishers[name] === undefined);
  if (stranger >= 0) {
    throw new RangeError(unknownName(TASK, `publisher of row ${stranger}`, by[stranger], known));
  }
  if (!by.includes(joined)) {
    throw new RangeError(unknownName(TASK, "joined", joined, [...new Set(by)]));
  }
  const dots = rows.map((_, i) => ({
    date: dates[i]!,
    value: values[i]!,
    by: by[i]!,
    ...publishers[by[i]!]!,
  }));
  const line = dots.filter((dot) => dot.by === joined).sort((a, b) =>
    Number(a.date) - Number(b.date)
  );
  const period = (options.period ?? [
    new Date(Math.min(...dates.map(Number))),
    new Date(Math.max(...dates.map(Number))),
  ]).map((day) => new Date(day)) as [Date, Date];
  const domain = niceDomain([...values, ...references.map((each) => each.value)], {
    include: [0],
  });
  const ticks = tickValues(domain);
  const margins = { top: 28, right: 16, bottom: 40, left: marginFor(ticks.map(format)) };
  return {
    data: rows,
    height,
    legend: known.map((name) => ({ label: name, ...publishers[name]! })),
    plot: ({ width }) => {
      const toX = linearScale(
        [Number(period[0]), Number(period[1])],
        [margins.left, width - margins.right],
      );
      return {
        marginTop: margins.top,
        marginRight: margins.right,
        marginBottom: margins.bottom,
        marginLeft: margins.left,
        x: { type: "utc", domain: period },
        y: { domain },
        symbol: { type: "identity" },
        marks: [
          numberAxisY({ label, format, ticks }),
          dateAxisX({ dates }),
          referencesY(references, "left"),
          domain[0] <= 0 ? Plot.ruleY([0], { stroke: theme.ink }) : null,
          Plot.line(line, {
            x: "date",
            y: "value",
            stroke: publishers[joined]!.color,
            strokeWidth: 1.5,
          }),
          Plot.dot(dots, {
            x: "date",
            y: "value",
            r: 4,
            symbol: (dot: DotMark) => dot.symbol === "cross" ? "times" : dot.symbol,
            stroke: (dot: DotMark) => dot.color,
            fill: (dot: DotMark) => dot.symbol === "cross" ? "none" : dot.color,
          }),
          named.map((each) => {
            // Right of a total stand others of the same day, whose value it would seem to be.
            const room = toX(Number(new Date(each.date))) - margins.left - 12;
            return Plot.text([each], {
              x: () => new Date(each.date),
              y: "value",
              text: () => wrapText(each.label, Math.max(40, room), theme.size.text).join("\n"),
              textAnchor: "end",
              lineAnchor: "bottom",
              dx: -10,
              dy: -2,
              fill: theme.ink,
              stroke: theme.background,
              strokeWidth: 3,
            });
          }),
        ],
      };
    },
  };
}
