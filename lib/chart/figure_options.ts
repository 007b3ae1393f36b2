import { refusal, requireList, requireNumber } from "../check/mod.ts";
import type { PlotOptions } from "@observablehq/plot";
import type { Legend } from "./legend.ts";
import { type FigureRows, plainRows } from "./csv.ts";

/** What a figure's `plot` function is told: the room it has. */
export interface PlotRoom {
  /** Width of one panel in pixels. */
  readonly width: number;
}

/** One panel of a figure: what Observable Plot's `plot()` takes. `title` becomes its heading. */
export type FigurePanel = PlotOptions;

/** What a figure is made of. */
export interface FigureOptions {
  /** Names the figure in its page and its files: lower-case letters, digits and hyphens. */
  readonly id: string;
  /** The figure's finding or subject in one sentence. */
  readonly title: string;
  /** Definitions the reader needs first: unit, denominator, status of the count. */
  readonly subtitle?: string | undefined;
  /** What to note in reading the figure; line breaks are kept. */
  readonly caption?: string | undefined;
  /** Where the data comes from, without the word "Source". */
  readonly source: string;
  /** What the figure shows, with its main numbers, for a reader who does not see it. */
  readonly alt: string;
  /** The rows behind the figure, exported as CSV: an array of objects, or a data frame. */
  readonly data: FigureRows;
  /** Returns what Observable Plot draws, or several panels. */
  readonly plot: (frame: PlotRoom) => PlotOptions | readonly FigurePanel[];
  /** Shown above the plot. Left out, a plot's own color scale with `legend: true` gives it. */
  readonly legend?: Legend | undefined;
  /** What is estimated, where the figure shows an estimate; then it must show an interval. */
  readonly estimand?: string | undefined;
  /** Width of the whole figure in pixels, 680 unless given. */
  readonly width?: number | undefined;
  /** Height of one panel in pixels; without it Observable Plot chooses. */
  readonly height?: number | undefined;
  /** How many panels stand in a row, 1 unless given. */
  readonly columns?: number | undefined;
}

/** What the chart functions give: all of a figure but its words. */
export type ChartSpec =
  & Pick<FigureOptions, "data" | "plot">
  & Partial<Pick<FigureOptions, "legend" | "width" | "height" | "columns">>;

/**
 * Refuses options of which no figure can be drawn.
 *
 * @throws {TypeError} for what is of the wrong kind.
 * @throws {RangeError} for a size out of range, or no rows.
 */
export function checkFigureOptions(options: FigureOptions): void {
  const { id } = options;
  const name = "name a figure";
  if (typeof id !== "string" || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/u.test(id)) {
    const expected = 'lower-case words joined by hyphens, such as "lead-by-date"';
    throw new TypeError(refusal({ task: name, where: "id", found: id, expected }));
  }
  const task = `draw the figure "${id}"`;
  const require = (where: string, holds: boolean, found: unknown, expected: string) => {
    if (!holds) throw new TypeError(refusal({ task, where, found, expected }));
  };
  const isText = (value: unknown) => typeof value === "string" && value.trim() !== "";
  for (const name of ["title", "source", "alt"] as const) {
    require(name, isText(options[name]), options[name], "a text");
  }
  for (const name of ["subtitle", "caption", "estimand"] as const) {
    const value: unknown = options[name];
    require(name, value === undefined || typeof value === "string", value, "a text");
  }
  for (const name of ["width", "height", "columns"] as const) {
    const value: unknown = options[name];
    if (value !== undefined) requireNumber(task, name, value, { minimum: 1, maximum: 4000 });
  }
  const plot = "a function that returns Observable Plot's options";
  require("plot", typeof options.plot === "function", options.plot, plot);
  const data: unknown = options.data;
  const isFrame = typeof (data as { toRecords?: unknown } | null)?.toRecords === "function";
  require("data", Array.isArray(data) || isFrame, data, "a list of rows or a data frame");
  const rows = plainRows(options.data);
  requireList(task, "data", rows, { least: 1 });
  for (const [i, row] of rows.entries()) {
    require(`row ${i} of data`, typeof row === "object" && row !== null, row, "an object");
  }
}
