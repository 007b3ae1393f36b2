import { requireNumber, unknownName } from "../check/mod.ts";
import * as Plot from "@observablehq/plot";
import { column, type Field, numberColumn, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { mapMark } from "./map_paths.ts";
import { fipsOfState } from "./states.ts";
import { theme } from "./theme.ts";
import { mapOfState } from "./us_atlas.ts";

const TASK = "draw a map of points";

/** How the points of one category look. */
export interface PointStyle {
  /** The color, as #rrggbb. */
  readonly color: string;
  /** A circle unless given. */
  readonly symbol?: "circle" | "square" | "triangle" | "diamond" | undefined;
}

/** Options of {@linkcode pointMap}. */
export interface PointMapOptions<Row> {
  /** Postal abbreviation of the state. */
  readonly state: string;
  /** Degrees east: negative in the United States. */
  readonly longitude: Field<Row, number>;
  /** Degrees north. */
  readonly latitude: Field<Row, number>;
  /** The category of a point, which gives its color. */
  readonly category: Field<Row, string>;
  /** How each category looks, in the legend's order. */
  readonly categories: Readonly<Record<string, PointStyle>>;
  /** What a point's area stands for, such as votes; all are alike without it. */
  readonly weight?: Field<Row, number> | undefined;
  /** Written beside the point; none where it is blank. */
  readonly label?: Field<Row, string | null | undefined> | undefined;
}

/** Radius in pixels of the point with the largest weight. */
const LARGEST = 15;
/** A point must be seen, however small its weight. */
const SMALLEST = 1.8;
/** Radius of points that are all alike. */
const EQUAL = 3;

/**
 * A map of places within one state, each a point with its category's color and symbol and its
 * weight as area, above the outlines of the counties. Points of a radius below 1.8 pixels are drawn
 * that large, the smaller ones above the larger. Two thousand points take about 150 kB.
 *
 * @throws {RangeError} for a category without a style, a negative weight, or a state that there is not.
 *
 * @example
 * ```ts
 * import { assertEquals, assertThrows } from "@std/assert";
 * import { pointMap, theme } from "tallybook/chart";
 *
 * const rows = [{ city: "Madison", longitude: -89.4, latitude: 43.07, machine: "scan" }];
 * const options = {
 *   state: "WI",
 *   longitude: "longitude",
 *   latitude: "latitude",
 *   category: "machine",
 *   categories: { scan: { color: theme.accent } },
 * } as const;
 * assertEquals(pointMap(rows, options).legend, [{ label: "scan", color: "#0b5cad", symbol: "circle" }]);
 * assertThrows(() => pointMap([{ ...rows[0]!, machine: "hand" }], options), RangeError);
 * ```
 */
export function pointMap<Row extends object>(
  rows: readonly Row[],
  options: PointMapOptions<Row>,
): ChartSpec {
  const { categories } = options;
  const longitudes = numberColumn(rows, options.longitude);
  const latitudes = numberColumn(rows, options.latitude);
  const weights = options.weight === undefined ? null : numberColumn(rows, options.weight);
  const labels = options.label === undefined ? [] : column(rows, options.label);
  const kinds = textColumn(rows, options.category);
  const stranger = kinds.findIndex((kind) => categories[kind] === undefined);
  if (stranger >= 0) {
    const known = Object.keys(categories);
    throw new RangeError(unknownName(TASK, `category of row ${stranger}`, kinds[stranger], known));
  }
  const negative = weights?.findIndex((weight) => weight < 0) ?? -1;
  if (negative >= 0) {
    requireNumber(TASK, `weight of row ${negative}`, weights![negative], { minimum: 0 });
  }
  const heaviest = weights?.reduce((a, b) => Math.max(a, b), 0) ?? 0;
  const radius = (i: number) =>
    weights === null
      ? EQUAL
      : Math.max(SMALLEST, LARGEST * Math.sqrt(heaviest > 0 ? weights[i]! / heaviest : 0));
  const fips = fipsOfState(options.state);
  return {
    data: rows,
    legend: Object.entries(categories).map(([label, { color, symbol = "circle" }]) => ({
      label,
      color,
      symbol,
    })),
    plot: ({ width }) => {
      const map = mapOfState(fips, width, 520);
      const points = rows.map((_, i) => {
        const [x, y] = map.place!(longitudes[i]!, latitudes[i]!);
        const { color, symbol = "circle" } = categories[kinds[i]!]!;
        return { x, y, r: radius(i), color, symbol, label: labels[i] };
      }).sort((a, b) => b.r - a.r);
      return {
        width,
        height: map.height,
        margin: 0,
        x: { type: "identity", axis: null },
        y: { type: "identity", axis: null },
        r: { type: "identity" },
        symbol: { type: "identity" },
        marks: [
          mapMark(map, () => theme.shade),
          Plot.dot(points, {
            x: "x",
            y: "y",
            r: "r",
            symbol: "symbol",
            fill: "color",
            stroke: theme.background,
            strokeWidth: 0.4,
          }),
          Plot.text(points.filter(({ label }) => label), {
            x: ({ x, r }) => x + r + 4,
            y: "y",
            text: "label",
            textAnchor: "start",
            fontSize: theme.size.small,
            stroke: theme.background,
            strokeWidth: 3,
            fill: theme.ink,
          }),
        ],
      };
    },
  };
}
