import * as Plot from "@observablehq/plot";
import {
  refusal,
  requireFunction,
  requireList,
  requireOptions,
  requireText,
} from "../check/mod.ts";
import { type Field, numberColumn, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import type { DotMark } from "./ranked_dots.ts";
import { theme } from "./theme.ts";

const TASK = "draw dots on a logarithmic axis";

/** Marks of the axis, as far as the values go. */
const TICKS = [1, 3, 10, 30, 100, 300, 1000, 3000, 10_000];

/** The first value's mark, then the others'. */
const MARKS: readonly DotMark[] = [
  { color: theme.accent, symbol: "circle" },
  { color: theme.contrast, symbol: "square" },
  { color: theme.categories[2], symbol: "triangle" },
];

/** Options of {@linkcode logDots}. */
export interface LogDotsOptions<Row> {
  /** A row's name. */
  readonly label: Field<Row, string | number>;
  /** One to three values a row, above zero, each with its name in the legend; the first is drawn last. */
  readonly values: readonly { readonly value: Field<Row, number>; readonly name: string }[];
  /** What all of them measure, with the unit. */
  readonly axis: string;
  /** How numbers are written. */
  readonly format: (value: number) => string;
}

/**
 * Up to three values a row on a logarithmic axis, joined by a line: a margin and what could move
 * it, where one is many times the other. Rows keep their order.
 *
 * @throws {TypeError|RangeError} for an unknown option or column, or a value of zero or less.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { figure, logDots } from "tallybook/chart";
 *
 * const rows = [{ state: "Georgia", margin: 239, reach: 12 }];
 * const svg = figure({
 *   id: "reach",
 *   title: "Out of reach",
 *   source: "made up",
 *   alt: "Georgia: margin 239 of 100,000 votes, reach 12.",
 *   ...logDots(rows, {
 *     label: "state",
 *     values: [{ value: "margin", name: "margin" }, { value: "reach", name: "recount at most" }],
 *     axis: "Per 100,000 votes",
 *     format: String,
 *   }),
 * }).toSvg();
 * assertStringIncludes(svg, "recount at most");
 * ```
 */
export function logDots<Row extends object>(
  rows: readonly Row[],
  options: LogDotsOptions<Row>,
): ChartSpec {
  requireOptions(TASK, options, ["label", "values", "axis", "format"]);
  const axis = requireText(TASK, "axis", options.axis);
  const format = requireFunction(TASK, "format", options.format);
  requireList(TASK, "values", options.values, { least: 1 });
  if (options.values.length > MARKS.length) {
    const found = `${options.values.length} of them`;
    throw new RangeError(
      refusal({ task: TASK, where: "values", found, expected: `at most ${MARKS.length}` }),
    );
  }
  const labels = textColumn(rows, options.label);
  const columns = options.values.map(({ value }) => numberColumn(rows, value));
  const all = columns.flat();
  const least = Math.min(...all);
  if (least <= 0) {
    throw new RangeError(
      refusal({ task: TASK, where: "values", found: least, expected: "numbers above zero" }),
    );
  }
  const domain = [0.75 * least, 1.4 * Math.max(...all)] as const;
  const spans = labels.map((label, i) => {
    const own = columns.map((column) => column[i]!);
    return { label, own, least: Math.min(...own), most: Math.max(...own) };
  });
  const dots = options.values.map((_, j) =>
    Plot.dot(spans, {
      y: "label",
      x: (span: { own: number[] }) => span.own[j]!,
      r: 5,
      symbol: MARKS[j]!.symbol,
      fill: MARKS[j]!.color,
    })
  );
  return {
    data: rows,
    height: 320,
    legend: options.values.map(({ name }, j) => ({ label: name, ...MARKS[j]! })),
    plot: () => ({
      marginLeft: 150,
      marginRight: 24,
      marginBottom: 44,
      x: {
        type: "log",
        label: `${axis} →`,
        labelOffset: 40,
        grid: true,
        domain: [...domain],
        ticks: TICKS.filter((tick) => tick >= domain[0] && tick <= domain[1]),
        tickFormat: (v: number) => format(v),
      },
      y: { label: null, domain: labels },
      marks: [
        Plot.ruleY(spans, {
          y: "label",
          x1: "least",
          x2: "most",
          stroke: theme.grid,
          strokeWidth: 3,
        }),
        ...dots.slice(1),
        dots[0]!,
      ],
    }),
  };
}
