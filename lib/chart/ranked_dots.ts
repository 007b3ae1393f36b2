import * as Plot from "@observablehq/plot";
import { axisNumber, marginFor, nameAxisY, nameColumn, numberAxisX, ticksThatFit } from "./axes.ts";
import { column, type Field, numberColumn, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import type { LegendItem } from "./legend.ts";
import { type FrameX, type Reference, referencesX } from "./reference_line.ts";
import { rowsBelowWords } from "./rows_below_words.ts";
import { niceDomain } from "./scale.ts";
import type { SymbolName } from "./symbol_path.ts";
import { theme } from "./theme.ts";

/** Room for dots and values below which names go above them instead of beside. */
const LEAST_ROOM = 120;

/** How the dots of a group look. */
export interface DotMark {
  /** The color, as #rrggbb. */
  readonly color: string;
  /** The shape of its mark. */
  readonly symbol: SymbolName;
}

/** Options of {@linkcode rankedDots}. */
export interface RankedDotsOptions<Row> {
  /** A row's name. */
  readonly label: Field<Row, string | number>;
  /** The place of a dot. */
  readonly value: Field<Row, number>;
  /** What is measured, with its unit. */
  readonly axis: string;
  /** Ends of an interval around the value; both or neither. */
  readonly lower?: Field<Row, number> | undefined;
  /** The upper end of a dot's interval. */
  readonly upper?: Field<Row, number> | undefined;
  /** Splits the rows into groups, each with a color and a shape, and a legend. */
  readonly group?: Field<Row, string> | undefined;
  /** The mark of each category, by name. */
  readonly marks?: Readonly<Record<string, DotMark>> | undefined;
  /** How numbers are written. */
  readonly format?: ((value: number) => string) | undefined;
  /** Largest first unless "given", which keeps the rows' order. */
  readonly order?: "descending" | "ascending" | "given" | undefined;
  /** Values to compare with, as dashed lines. */
  readonly references?: readonly Reference[] | undefined;
}

const GROUPS: readonly DotMark[] = [
  { color: theme.accent, symbol: "circle" },
  { color: theme.contrast, symbol: "square" },
  { color: theme.categories[2], symbol: "triangle" },
  { color: theme.categories[3], symbol: "diamond" },
];

/**
 * A dot a row on an axis that need not start at zero, with its value written out: for values
 * whose differences matter rather than their size, such as apportionment priorities.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { figure, rankedDots } from "tallybook/chart";
 *
 * const rows = [
 *   { seat: "435: Minnesota, its seat 8", priority: 762997.7, given: "given" },
 *   { seat: "436: New York, its seat 27", priority: 762994.4, given: "missed" },
 * ];
 * const svg = figure({
 *   id: "last-seats",
 *   title: "New York missed the last seat",
 *   source: "U.S. Census Bureau",
 *   alt: "Minnesota's priority for seat 435 was 762,997.7, New York's for the next 762,994.4.",
 *   ...rankedDots(rows, { label: "seat", value: "priority", group: "given", axis: "Priority, people" }),
 * }).toSvg();
 * assertStringIncludes(svg, "762,997.7");
 * ```
 */
export function rankedDots<Row extends object>(
  rows: readonly Row[],
  options: RankedDotsOptions<Row>,
): ChartSpec {
  const { format = axisNumber, order = "descending", references = [], axis } = options;
  const labels = textColumn(rows, options.label);
  const values = numberColumn(rows, options.value);
  const lower = options.lower === undefined ? values : numberColumn(rows, options.lower);
  const upper = options.upper === undefined ? values : numberColumn(rows, options.upper);
  const groups = options.group === undefined
    ? rows.map(() => "")
    : column<Row, string>(rows, options.group);
  const kinds = [...new Set(groups)];
  const mark = (group: string) =>
    options.marks?.[group] ?? GROUPS[kinds.indexOf(group) % GROUPS.length]!;
  const dots = rows.map((_, i) => ({
    key: String(i),
    value: values[i]!,
    lower: lower[i]!,
    upper: upper[i]!,
    text: format(values[i]!),
    ...mark(groups[i]!),
  }));
  if (order !== "given") {
    const sign = order === "descending" ? -1 : 1;
    dots.sort((a, b) => sign * (a.value - b.value));
  }
  const names = nameColumn(labels);
  const domain = niceDomain([...lower, ...upper, ...references.map((each) => each.value)]);
  const shared = {
    marginTop: references.length > 0 ? 30 : 8,
    marginBottom: 46,
    insetLeft: 10,
    insetRight: marginFor(dots.map((dot) => dot.text)),
    x: { domain },
    y: { type: "band", domain: dots.map((dot) => dot.key) },
    symbol: { type: "identity" },
    color: { type: "identity" },
  } as const;
  /** Lines, dots and values, so far below the middle of their rows. */
  const dotMarks = (dy: number, zeroLine: Plot.Markish, frame?: FrameX): Plot.Markish[] => [
    domain[0] <= 0 && domain[1] >= 0 ? zeroLine : null,
    referencesX(references, frame),
    Plot.ruleY(dots, { x1: "lower", x2: "upper", y: "key", stroke: "color", strokeWidth: 2, dy }),
    Plot.dot(dots, {
      x: "value",
      y: "key",
      r: 5,
      symbol: (dot: DotMark) => dot.symbol,
      fill: "color",
      dy,
    }),
    Plot.text(dots, {
      x: "upper",
      y: "key",
      text: "text",
      dx: 10,
      dy,
      textAnchor: "start",
      stroke: theme.background,
      strokeWidth: 3,
      fill: theme.ink,
    }),
  ];
  const legend: LegendItem[] = kinds.map((label) => ({ label, ...mark(label) }));
  return {
    data: rows,
    height: dots.length * Math.max(24, names.rowHeight) + (references.length > 0 ? 80 : 58),
    legend: kinds.length > 1 ? legend : undefined,
    plot: ({ width }) =>
      width - names.margin - shared.insetRight < LEAST_ROOM ? narrow(width) : {
        ...shared,
        marginLeft: names.margin,
        marginRight: 8,
        marks: [
          numberAxisX({ label: axis, format }),
          nameAxisY((key) => names.broken(labels[Number(key)]!)),
          ...dotMarks(0, Plot.ruleX([0], { stroke: theme.ink })),
        ],
      } as Plot.PlotOptions,
  };

  /** Names above the dots, which then have the whole width: for phones. */
  function narrow(width: number): Plot.PlotOptions {
    const { edge, rowHeight, dy, lineAt, words } = rowsBelowWords(
      dots,
      dots.map(({ key }) => [labels[Number(key)]!]),
      width,
      {
        domain,
        insets: { left: shared.insetLeft, right: shared.insetRight },
        values: [0, ...references.map(({ value }) => value)],
      },
    );
    const [left, right] = [edge + shared.insetLeft, width - edge - shared.insetRight];
    const frame = { domain, left, right, width, lineAt };
    const ticks = ticksThatFit(domain, right - left, { format, most: 4 });
    return {
      ...shared,
      marginLeft: edge,
      marginRight: edge,
      height: dots.length * rowHeight + shared.marginTop + shared.marginBottom,
      y: { ...shared.y, padding: 0, axis: null },
      marks: [
        numberAxisX({ label: axis, format, ticks }),
        ...dotMarks(dy, lineAt(0, frame), frame),
        words,
      ],
    } as Plot.PlotOptions;
  }
}
