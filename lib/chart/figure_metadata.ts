import { sha256 } from "../files/hash.ts";
import type { StoredFigure } from "./stored_figure.ts";

/** Where and from what a figure was made: known to whoever ran the notebook, not to the figure. */
export interface FigureContext {
  /** The notebook's file name. */
  readonly notebook?: string | undefined;
  /** The parameters that it ran with. */
  readonly parameters?: Readonly<Record<string, unknown>> | undefined;
  /** The tables that were read, by path, with their SHA-256. */
  readonly tables?: Readonly<Record<string, string>> | undefined;
  /** Versions of what ran, such as Deno and this project. */
  readonly versions?: Readonly<Record<string, string>> | undefined;
}

/** What the JSON file beside an exported figure says. */
export interface FigureMetadata extends Omit<StoredFigure, "version" | "svg" | "csv" | "narrow"> {
  /** The notebook's file name; null where it is not known. */
  readonly notebook: string | null;
  /** The parameters that it ran with. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The tables that were read, by path, with their SHA-256. */
  readonly tables: Readonly<Record<string, string>>;
  /** Versions of what ran. */
  readonly versions: Readonly<Record<string, string>>;
  /** SHA-256 of the figure's SVG and CSV. */
  readonly sha256: { readonly svg: string; readonly csv: string };
}

/**
 * The metadata of a stored figure: its words, what it was made from, and the hashes of its files.
 *
 * @param figure A figure as a notebook's output stores it.
 * @param context What the run knows.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { figure, figureMetadata, rankedBars } from "tallybook/chart";
 *
 * const rows = [{ state: "Michigan", margin: 10704 }];
 * const stored = figure({
 *   id: "margin",
 *   title: "Michigan was close",
 *   source: "FEC",
 *   alt: "Trump won Michigan by 10,704 votes.",
 *   ...rankedBars(rows, { label: "state", value: "margin" }),
 * }).toStored();
 * const metadata = figureMetadata(stored, { notebook: "02_electoral_college.ipynb" });
 * assertEquals(metadata.source, "FEC");
 * assertEquals(metadata.sha256.svg.length, 64);
 * ```
 */
export function figureMetadata(figure: StoredFigure, context: FigureContext = {}): FigureMetadata {
  const { version: _version, svg, csv, ...words } = figure;
  return {
    ...words,
    notebook: context.notebook ?? null,
    parameters: context.parameters ?? {},
    tables: context.tables ?? {},
    versions: context.versions ?? {},
    sha256: { svg: sha256(svg), csv: sha256(csv) },
  };
}
