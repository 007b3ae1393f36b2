import { colorPlaces, type MapColors } from "./county_map.ts";
import { type Field, textColumn } from "./field.ts";
import type { ChartSpec } from "./figure_options.ts";
import { mapMark } from "./map_paths.ts";
import { fipsOfState } from "./states.ts";
import { theme } from "./theme.ts";
import { nationMap } from "./us_atlas.ts";

/** Options of {@linkcode stateMap}. */
export interface StateMapOptions<Row> extends MapColors<Row> {
  /** Postal abbreviation of the state. */
  readonly state: Field<Row, string>;
}

/**
 * A map of the states, colored by steps of a number or by category. Area misleads where people
 * are meant: {@linkcode tileMap} gives every state the same room.
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { figure, stateMap } from "tallybook/chart";
 *
 * const rows = [{ state_po: "WI", equipment: "paper" }, { state_po: "PA", equipment: "DRE" }];
 * const svg = figure({
 *   id: "equipment",
 *   title: "Two states",
 *   source: "Verified Voting",
 *   alt: "Paper in Wisconsin, DREs in Pennsylvania.",
 *   ...stateMap(rows, {
 *     state: "state_po",
 *     value: "equipment",
 *     categories: { paper: "#7fb0da", DRE: "#c2410c" },
 *   }),
 * }).toSvg();
 * assertStringIncludes(svg, "no data");
 * ```
 */
export function stateMap<Row extends object>(
  rows: readonly Row[],
  options: StateMapOptions<Row>,
): ChartSpec {
  const codes = textColumn(rows, options.state).map(fipsOfState);
  const { colorOf, legend } = colorPlaces(
    rows,
    codes,
    nationMap("states", theme.width - 2 * theme.padding),
    options,
  );
  return {
    data: rows,
    legend,
    plot: ({ width }) => {
      const map = nationMap("states", width);
      return {
        width,
        height: map.height,
        margin: 0,
        x: { type: "identity", axis: null, domain: [0, 1] },
        y: { type: "identity", axis: null, domain: [0, 1] },
        marks: [mapMark(map, colorOf)],
      };
    },
  };
}
