import type { PlotOptions } from "@observablehq/plot";
import type { Legend } from "./legend.ts";
import { plainRows, type Rows } from "./csv.ts";

/** What a figure's `plot` function is told: the room it has. */
export interface Frame {
  /** Width of one panel in pixels. */
  readonly width: number;
}

/** One panel of a figure: what Observable Plot's `plot()` takes. `title` becomes its heading. */
export type Panel = PlotOptions;

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
  readonly data: Rows;
  /** Returns what Observable Plot draws, or several panels. */
  readonly plot: (frame: Frame) => PlotOptions | readonly Panel[];
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

const found = (value: unknown) =>
  value === undefined ? "none" : typeof value === "string" ? JSON.stringify(value) : String(value);

/** Throws a TypeError that names the figure and the option, when an option is not usable. */
export function checkFigureOptions(options: FigureOptions): void {
  const { id } = options;
  if (typeof id !== "string" || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/u.test(id)) {
    throw new TypeError(
      `Cannot name a figure: id must be lower-case words joined by hyphens, such as "lead-by-date", found ${
        found(id)
      }`,
    );
  }
  for (const name of ["title", "source", "alt"] as const) {
    const value: unknown = options[name];
    if (typeof value !== "string" || value.trim() === "") {
      throw new TypeError(`Figure "${id}" needs ${name}: expected a text, found ${found(value)}`);
    }
  }
  for (const name of ["subtitle", "caption", "estimand"] as const) {
    const value: unknown = options[name];
    if (value !== undefined && typeof value !== "string") {
      throw new TypeError(`Figure "${id}": ${name} must be a text, found ${found(value)}`);
    }
  }
  for (const name of ["width", "height", "columns"] as const) {
    const value: unknown = options[name];
    if (value !== undefined && !(typeof value === "number" && value >= 1 && value <= 4000)) {
      throw new RangeError(
        `Figure "${id}": ${name} must be a number from 1 to 4000, found ${found(value)}`,
      );
    }
  }
  if (typeof options.plot !== "function") {
    throw new TypeError(
      `Figure "${id}": plot must be a function that returns Observable Plot's options, found ${typeof options
        .plot}`,
    );
  }
  const data: unknown = options.data;
  const isFrame = typeof (data as { toRecords?: unknown } | null)?.toRecords === "function";
  if (!Array.isArray(data) && !isFrame) {
    throw new TypeError(
      `Figure "${id}": data must be an array of rows or a data frame, found ${found(data)}`,
    );
  }
  const rows = plainRows(options.data);
  if (rows.length === 0) {
    throw new RangeError(`Figure "${id}" has no data: expected one row or more`);
  }
  const odd = rows.findIndex((row) => typeof row !== "object" || row === null);
  if (odd >= 0) {
    throw new TypeError(
      `Figure "${id}": row ${odd} of data must be an object, found ${found(rows[odd])}`,
    );
  }
}
