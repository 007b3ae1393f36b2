import type { NarrowDrawing } from "./narrow.ts";

/** The media type under which a notebook's output stores a figure whole. */
export const FIGURE_MEDIA_TYPE = "application/vnd.tallybook.figure+json";

/** A figure as a notebook's output stores it: everything that exports need, without running again. */
export interface StoredFigure {
  readonly version: 1;
  readonly id: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly caption: string | null;
  readonly source: string;
  readonly alt: string;
  readonly estimand: string | null;
  /** Size of the SVG in pixels. */
  readonly width: number;
  readonly height: number;
  /** The standalone SVG. */
  readonly svg: string;
  /** The figure's data. */
  readonly csv: string;
  /** The same drawn for phones; null where it has no room there, absent in older notebooks. */
  readonly narrow?: NarrowDrawing | null;
}
