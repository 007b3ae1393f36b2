import * as Plot from "@observablehq/plot";
import {
  requireFunction,
  requireOneOf,
  requireOptions,
  requireRecord,
  requireText,
} from "../check/mod.ts";
import { type Field, numberColumn, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { theme } from "./theme.ts";

const TASK = "draw changes by size";

/** Marks of the vertical axis, which is logarithmic in both directions. */
const CHANGES = [-300, -100, -30, -10, -3, 0, 3, 10, 30, 100, 300];

/** Options of {@linkcode changeBySize}. */
export interface ChangeBySizeOptions<Row> {
  /** Which group a row is of. */
  readonly by: Field<Row, string>;
  /** The headings of the groups' panels, in the order of the panels. */
  readonly titles: Readonly<Record<string, string>>;
  /** The unit's size, such as its votes; below 10 and above 5,000 at the axis' end. */
  readonly size: Field<Row, number>;
  /** The change in the unit, above or below zero. */
  readonly change: Field<Row, number>;
  /** What the horizontal axes measure. */
  readonly xLabel: string;
  /** What the vertical axes measure. */
  readonly yLabel: string;
  /** How numbers are written. */
  readonly format: (value: number) => string;
}

/**
 * Small changes of many units against their sizes, a panel a group: what a recount moved in each
 * reporting unit. Both axes are logarithmic, the vertical one in both directions, so that a change
 * of three votes is seen beside one of three hundred.
 *
 * @throws {TypeError|RangeError} for an unknown option or column, or a value that cannot be drawn.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { changeBySize, figure } from "tallybook/chart";
 *
 * const rows = [{ kind: "scan", votes: 640, change: 2 }, { kind: "hand", votes: 90, change: -1 }];
 * const svg = figure({
 *   id: "recount",
 *   title: "Moved both ways",
 *   source: "made up",
 *   alt: "+2 votes of 640 scanned, −1 of 90 by hand.",
 *   ...changeBySize(rows, {
 *     by: "kind",
 *     titles: { scan: "scanned", hand: "by hand" },
 *     size: "votes",
 *     change: "change",
 *     xLabel: "Votes",
 *     yLabel: "Change",
 *     format: String,
 *   }),
 * }).toSvg();
 * assertStringIncludes(svg, "by hand");
 * ```
 */
export function changeBySize<Row extends object>(
  rows: readonly Row[],
  options: ChangeBySizeOptions<Row>,
): ChartSpec {
  const known = ["by", "titles", "size", "change", "xLabel", "yLabel", "format"];
  requireOptions(TASK, options, known);
  const xLabel = requireText(TASK, "xLabel", options.xLabel);
  const yLabel = requireText(TASK, "yLabel", options.yLabel);
  const titles = Object.entries(requireRecord(TASK, "titles", options.titles));
  const format = requireFunction(TASK, "format", options.format);
  const groups = textColumn(rows, options.by)
    .map((group, i) => requireOneOf(TASK, `row ${i}, by`, group, titles.map(([name]) => name)));
  const sizes = numberColumn(rows, options.size);
  const changes = numberColumn(rows, options.change);
  const dots = groups.map((group, i) => ({ group, size: sizes[i]!, change: changes[i]! }));
  const tickFormat = (value: number) => format(value);
  return {
    data: rows,
    columns: 3,
    plot: () =>
      titles.map(([group, title]) => ({
        title,
        height: 280,
        marginLeft: 40,
        marginBottom: 40,
        x: {
          type: "log",
          label: xLabel,
          labelAnchor: "center",
          labelArrow: "none",
          domain: [10, 5000],
          clamp: true,
          ticks: [10, 100, 1000],
          tickFormat,
        },
        y: {
          type: "symlog",
          constant: 3,
          domain: [-300, 300],
          ticks: CHANGES,
          label: yLabel,
          labelArrow: "none",
          grid: true,
          tickFormat,
        },
        marks: [
          Plot.ruleY([0], { stroke: theme.ink }),
          Plot.dot(dots.filter((dot) => dot.group === group), {
            x: "size",
            y: "change",
            r: 2,
            fill: theme.accent,
            fillOpacity: 0.35,
          }),
        ],
      })),
  };
}
