import * as Plot from "@observablehq/plot";
import { column, type Field, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { colorValue, stepLegend, type Steps } from "./color_steps.ts";
import { readableOn } from "./readable_on.ts";
import { fipsOfState } from "./states.ts";
import { theme } from "./theme.ts";

/** Where each state's tile stands: rows from the north, columns from the west. */
const GRID = `
AK . . . . . . . . . ME
. . . . . . . . . VT NH
WA ID MT ND MN IL WI MI NY RI MA
OR NV WY SD IA IN OH PA NJ CT .
CA UT CO NE MO KY WV VA MD DE .
. AZ NM KS AR TN NC SC DC . .
. . . OK LA MS AL GA . . .
HI . . TX . . . . FL . .`;

const places = GRID.trim().split("\n").flatMap((line, row) =>
  line.split(" ").map((state, column) => ({ state, row, column })).filter(({ state }) =>
    state !== "."
  )
);

/** Options of {@linkcode tileMap}. */
export interface TileMapOptions<Row> {
  /** Postal abbreviation. */
  readonly state: Field<Row, string>;
  /** A number, colored by steps, or a category. */
  readonly value: Field<Row, number | string | null | undefined>;
  /** The steps of a scale of numbers. */
  readonly steps?: Steps | undefined;
  /** The color of each category, by name. */
  readonly categories?: Readonly<Record<string, string>> | undefined;
  /** What is written below the abbreviation, such as the state's electors. */
  readonly text?: Field<Row, string | number> | undefined;
}

/**
 * A map in which every state is a tile of the same size, with its abbreviation and a number.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { figure, partyColor, tileMap } from "tallybook/chart";
 *
 * const rows = [{ state: "WI", winner: "Trump", electors: 10 }, { state: "MN", winner: "Clinton", electors: 10 }];
 * const svg = figure({
 *   id: "winners",
 *   title: "Wisconsin and Minnesota",
 *   source: "FEC",
 *   alt: "Trump won Wisconsin, Clinton Minnesota, ten electors each.",
 *   ...tileMap(rows, {
 *     state: "state",
 *     value: "winner",
 *     text: "electors",
 *     categories: { Clinton: partyColor("Democratic"), Trump: partyColor("Republican") },
 *   }),
 * }).toSvg();
 * assertStringIncludes(svg, "WI");
 * ```
 */
export function tileMap<Row extends object>(
  rows: readonly Row[],
  options: TileMapOptions<Row>,
): ChartSpec {
  const { steps, categories } = options;
  const states = textColumn(rows, options.state);
  states.forEach(fipsOfState);
  const values = column<Row, number | string | null | undefined>(rows, options.value);
  const texts = options.text === undefined ? rows.map(() => "") : textColumn(rows, options.text);
  const tiles = places.map((place) => {
    const index = states.indexOf(place.state);
    const value = index < 0 ? undefined : values[index];
    return {
      ...place,
      color: colorValue(value, { steps, categories }, index) ?? theme.missing,
      text: texts[index] ?? "",
    };
  });
  const gaps = tiles.some((tile) => tile.color === theme.missing);
  return {
    data: rows,
    height: 420,
    legend: categories === undefined
      ? stepLegend(gaps ? { ...steps!, missing: "no data" } : steps!)
      : [
        ...Object.entries(categories).map(([label, color]) => ({ label, color })),
        ...gaps ? [{ label: "no data", color: theme.missing }] : [],
      ],
    plot: () => ({
      margin: 2,
      x: { type: "band", axis: null, padding: 0.05 },
      y: { type: "band", axis: null, padding: 0.05 },
      marks: [
        Plot.cell(tiles, { x: "column", y: "row", fill: "color", rx: 2 }),
        Plot.text(tiles, {
          x: "column",
          y: "row",
          text: "state",
          dy: options.text === undefined ? 0 : -8,
          fontWeight: 600,
          fontSize: 13,
          fill: (tile: { color: string }) => readableOn(tile.color),
        }),
        Plot.text(tiles.filter((tile) => tile.text !== ""), {
          x: "column",
          y: "row",
          text: "text",
          dy: 9,
          fill: (tile: { color: string }) => readableOn(tile.color),
        }),
      ],
    }),
  };
}
