import { refusal } from "../check/mod.ts";
import { colorValue, stepLegend, type Steps } from "./color_steps.ts";
import { column, type Field, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import type { Legend } from "./legend.ts";
import { mapMark } from "./map_paths.ts";
import { fipsOfState } from "./states.ts";
import { theme } from "./theme.ts";
import { mapOfState, nationMap, type UsMap } from "./us_atlas.ts";

/** How a map colors its places. */
export interface MapColors<Row> {
  /** A number, colored by steps, or a category; null where there is none. */
  readonly value: Field<Row, number | string | null | undefined>;
  /** Steps of numbers; either these or categories. */
  readonly steps?: Steps | undefined;
  /** Colors of categories, in the legend's order. */
  readonly categories?: Readonly<Record<string, string>> | undefined;
  /** What the color of places without a value means: "no data" unless given. */
  readonly missing?: string | undefined;
  /** What to do with rows that the map has no place for: an error unless "ignore". */
  readonly unmatched?: "error" | "ignore" | undefined;
}

/** Options of {@linkcode countyMap}. */
export interface CountyMapOptions<Row> extends MapColors<Row> {
  /** Five-digit FIPS code of the county, as text. */
  readonly fips: Field<Row, string>;
  /** Postal abbreviation, for the map of one state; without it, the nation. */
  readonly state?: string | undefined;
}

/** Codes that changed: Shannon County, South Dakota, became Oglala Lakota County in 2015. */
const renamed: Readonly<Record<string, string>> = { "46113": "46102" };

/** The colors of places by FIPS code, and the legend; shared by the county and the state map. */
export function colorPlaces<Row extends object>(
  rows: readonly Row[],
  codes: readonly string[],
  map: UsMap,
  options: MapColors<Row>,
): { readonly colorOf: (fips: string) => string; readonly legend: Legend } {
  const { steps, categories, missing = "no data" } = options;
  const values = column<Row, number | string | null | undefined>(rows, options.value);
  const known = new Set(map.shapes.map((shape) => shape.fips));
  const colors = new Map<string, string>();
  const strangers: string[] = [];
  for (const [index, code] of codes.entries()) {
    const fips = renamed[code] ?? code;
    if (!known.has(fips)) strangers.push(code);
    const color = colorValue(values[index], { steps, categories }, index);
    if (color === undefined) continue;
    colors.set(fips, color);
  }
  if (strangers.length > 0 && options.unmatched !== "ignore") {
    throw new RangeError(refusal({
      task: "draw a map",
      where: `codes of ${strangers.length} of ${rows.length} rows`,
      found: strangers.slice(0, 5),
      expected: 'codes that the map has a place for, or the option unmatched: "ignore"',
    }));
  }
  const gaps = map.shapes.some((shape) => !colors.has(shape.fips));
  const legend: Legend = categories === undefined
    ? stepLegend(gaps ? { ...steps!, missing } : steps!)
    : [
      ...Object.entries(categories).map(([label, color]) => ({ label, color })),
      ...gaps ? [{ label: missing, color: theme.missing }] : [],
    ];
  return { colorOf: (fips) => colors.get(fips) ?? theme.missing, legend };
}

/**
 * A map of counties, of the nation or of one state, colored by steps of a number or by category.
 * Places within a state go onto a {@linkcode pointMap}.
 * The maps are part of the project's dependencies (us-atlas, U.S. Census Bureau's boundaries of
 * 2017): no network is needed. A nation's map takes about 0.3 s and 400 kB.
 *
 * @example
 * ```ts
 * import { assertStringIncludes, assertThrows } from "@std/assert";
 * import { countyMap, figure } from "tallybook/chart";
 *
 * const rows = [{ fips: "55025", margin: 47.8 }, { fips: "55133", margin: -27.9 }];
 * const steps = { label: "Margin, points", breaks: [-20, 0, 20], diverging: true };
 * const svg = figure({
 *   id: "wisconsin",
 *   title: "Dane and Waukesha",
 *   source: "Wisconsin Elections Commission",
 *   alt: "Map of Wisconsin's counties: Clinton by 47.8 points in Dane, Trump by 27.9 in Waukesha.",
 *   ...countyMap(rows, { fips: "fips", value: "margin", steps, state: "WI" }),
 * }).toSvg();
 * assertStringIncludes(svg, "no data");
 * assertThrows(() => countyMap([{ fips: "5025", margin: 1 }], { fips: "fips", value: "margin", steps }), RangeError);
 * ```
 */
export function countyMap<Row extends object>(
  rows: readonly Row[],
  options: CountyMapOptions<Row>,
): ChartSpec {
  const { state } = options;
  const codes = textColumn(rows, options.fips);
  const mapAt = (width: number) =>
    state === undefined ? nationMap("counties", width) : mapOfState(fipsOfState(state), width, 520);
  const { colorOf, legend } = colorPlaces(
    rows,
    codes,
    mapAt(theme.width - 2 * theme.padding),
    options,
  );
  return {
    data: rows,
    legend,
    plot: ({ width }) => {
      const map = mapAt(width);
      return {
        width,
        height: map.height,
        margin: 0,
        x: { type: "identity", axis: null },
        y: { type: "identity", axis: null },
        marks: [mapMark(map, colorOf)],
      };
    },
  };
}
