import type { NarrowDrawing } from "./narrow.ts";

/** The media type under which a notebook's output stores a figure whole. */
export const FIGURE_MEDIA_TYPE = "application/vnd.tallybook.figure+json";

/** A figure as a notebook's output stores it: everything that exports need, without running again. */
export interface StoredFigure {
  /** The format's version. */
  readonly version: 1;
  /** The name in pages and files. */
  readonly id: string;
  /** The title. */
  readonly title: string;
  /** The definitions below the title; null where there are none. */
  readonly subtitle: string | null;
  /** What to note in reading it; null where there is nothing. */
  readonly caption: string | null;
  /** Where the data comes from. */
  readonly source: string;
  /** What it shows, in words. */
  readonly alt: string;
  /** What is estimated; null where nothing is. */
  readonly estimand: string | null;
  /** Size of the SVG in pixels. */
  readonly width: number;
  /** Height of the SVG in pixels. */
  readonly height: number;
  /** The standalone SVG. */
  readonly svg: string;
  /** The figure's data. */
  readonly csv: string;
  /** The same drawn for phones; null where it has no room there, absent in older notebooks. */
  readonly narrow?: NarrowDrawing | null;
}
