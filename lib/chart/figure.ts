import { refusal } from "../check/mod.ts";
import { endOfShown, isRecording } from "../display/origin_ledger.ts";
import { originsPart, type OriginsToStore } from "../display/origins.ts";
import { Buffer } from "node:buffer";
import type { PlotOptions } from "@observablehq/plot";
import { compose, type ComposedSvg, GAP, paddingOf } from "./compose.ts";
import { plainRows, toCsv } from "./csv.ts";
import { drawPanel } from "./draw_panel.ts";
import { checkFigureOptions, type FigureOptions } from "./figure_options.ts";
import { undrawnIntervals } from "./interval_check.ts";
import { type FigureContext, type FigureMetadata, figureMetadata } from "./figure_metadata.ts";
import { figureOrigins } from "./figure_origins.ts";
import { embedFonts, svgToPdf } from "./pdf.ts";
import { NARROW_WIDTH, type NarrowDrawing, narrowDrawing } from "./narrow.ts";
import { type PngOptions, svgToPng } from "./png.ts";
import { FIGURE_MEDIA_TYPE, type StoredFigure } from "./stored_figure.ts";
import { theme } from "./theme.ts";

/** A drawn figure: shows itself in a notebook, and exports itself. Made by {@linkcode figure}. */
export class Figure {
  /** The options it was made from. */
  readonly options: FigureOptions;
  readonly #composed: ComposedSvg;
  readonly #origins: OriginsToStore | null;

  /** Draws the figure. */
  constructor(options: FigureOptions) {
    checkFigureOptions(options);
    this.options = options;
    this.#composed = draw(options);
    this.#origins = isRecording() ? figureOrigins(options, this.#composed.svg) : null;
  }

  /** The figure's name in pages and files. */
  get id(): string {
    return this.options.id;
  }

  /** Width of the whole figure in pixels. */
  get width(): number {
    return this.#composed.width;
  }

  /** Height of the whole figure in pixels. */
  get height(): number {
    return this.#composed.height;
  }

  /** The standalone SVG, with title, legend, caption and source inside. */
  toSvg(): string {
    return this.#composed.svg;
  }

  /** The figure as PNG, twice as fine as the screen unless told otherwise. */
  toPng(options: PngOptions = {}): Uint8Array<ArrayBuffer> {
    return svgToPng(this.#composed.svg, options);
  }

  /** The figure as a one-page PDF with its fonts embedded. */
  toPdf(): Promise<Uint8Array<ArrayBuffer>> {
    return svgToPdf(this.#composed.svg);
  }

  /** The SVG with the letters it uses embedded as a font, for machines without it. */
  toSvgWithFonts(): Promise<string> {
    return embedFonts(this.#composed.svg);
  }

  /** What the JSON file beside an exported figure says. */
  toMetadata(context: FigureContext = {}): FigureMetadata {
    return figureMetadata(this.toStored(), context);
  }

  /** The drawing for phones; null where the chart has no room there. */
  toNarrow(): NarrowDrawing | null {
    const drawing = { ...this.options, id: `${this.id}-narrow`, width: NARROW_WIDTH, columns: 1 };
    return narrowDrawing(() => draw(drawing, true));
  }

  /** The data behind the figure as CSV. */
  toCsv(): string {
    return toCsv(this.options.data);
  }

  /** The figure as a notebook's output stores it. */
  toStored(): StoredFigure {
    const { id, title, subtitle, caption, source, alt, estimand } = this.options;
    return {
      version: 1,
      id,
      title,
      subtitle: subtitle ?? null,
      caption: caption ?? null,
      source,
      alt,
      estimand: estimand ?? null,
      width: this.width,
      height: this.height,
      svg: this.toSvg(),
      csv: this.toCsv(),
      narrow: this.toNarrow(),
    };
  }

  /** What a notebook shows: the PNG, its alternative text, and the stored figure. */
  [Symbol.for("Jupyter.display")](): Record<string, unknown> {
    const { title, alt } = this.options;
    const stored = this.toStored();
    // The drawing for phones printed the same numbers again.
    endOfShown();
    return {
      "image/png": Buffer.from(this.toPng()).toString("base64"),
      "text/plain": `${title}\n${alt}`,
      [FIGURE_MEDIA_TYPE]: stored,
      ...(this.#origins === null ? {} : originsPart(this.#origins)),
    };
  }
}

function draw(options: FigureOptions, bare = false): ComposedSvg {
  const { id, width = theme.width, columns = 1 } = options;
  const inner = width - 2 * paddingOf(bare);
  const panelWidth = Math.floor((inner - (columns - 1) * GAP) / columns);
  const drawn = options.plot({ width: panelWidth });
  const panels = (Array.isArray(drawn) ? drawn : [drawn]) as readonly PlotOptions[];
  if (panels.length === 0 || panels.some((panel) => typeof panel !== "object" || panel === null)) {
    throw new TypeError(refusal({
      task: `draw the figure "${id}"`,
      where: "what plot returns",
      found: drawn,
      expected: "Observable Plot's options or a list of them",
    }));
  }
  if (options.estimand !== undefined) {
    const missing = undrawnIntervals(plainRows(options.data), panels);
    if (missing.length > 0) {
      throw new TypeError(
        `Cannot draw the figure "${id}": row ${
          missing.join(", ")
        }: found no mark from lower to upper, ` +
          "expected a rule, bar or area that shows the estimate's interval",
      );
    }
  }
  const pictures = panels.map((panel) =>
    drawPanel(panel, { width: panelWidth, height: options.height })
  );
  const composed = compose({
    id,
    title: options.title,
    subtitle: options.subtitle,
    caption: options.caption,
    source: options.source,
    alt: options.alt,
    legend: options.legend ?? pictures.find((picture) => picture.legend !== undefined)?.legend,
    panels: pictures,
    columns,
    width,
    bare,
  });
  const broken = composed.svg.match(/<[a-z]+[^>]*="[^"]*\b(?:NaN|Infinity|undefined)\b[^"]*"/u);
  if (broken) {
    throw new RangeError(
      `Cannot draw the figure "${id}": a mark: found ${broken[0].slice(0, 120)}, ` +
        "expected a place and a color",
    );
  }
  return composed;
}

/**
 * Draws a figure: Observable Plot inside one standalone SVG that carries its title, subtitle,
 * legend, caption and source, so that a screenshot still says what it shows and where it is from.
 * In a notebook the returned object shows itself.
 *
 * `plot` is a function of the room there is (`{ width }`), called for a page and for a phone, that
 * returns the options of Observable Plot's `plot()`; a list of such options gives panels, laid out in
 * `columns`, each with its `title` as heading. Chart functions such as {@linkcode lineOverTime}
 * return `data`, `plot` and `legend` together, to be spread into a figure.
 *
 * The same input gives the same bytes. A figure with an `estimand` whose rows carry an interval
 * (`point`, `lower`, `upper`, in the row or in one of its fields) must draw it.
 *
 * @throws {TypeError} When id, title, source, alt, data or plot is missing or of another type, or
 * when an estimate's interval is not drawn. The message names the figure.
 * @throws {RangeError} When there is no row of data, a size is out of range, or a mark has no place.
 *
 * @example
 * ```ts
 * import * as Plot from "@observablehq/plot";
 * import { assertStringIncludes } from "@std/assert";
 * import { figure } from "tallybook/chart";
 *
 * const data = [{ state: "Michigan", votes: 10704 }, { state: "Wisconsin", votes: 22748 }];
 * const margins = figure({
 *   id: "margins",
 *   title: "Michigan was closer than Wisconsin",
 *   source: "FEC, Federal Elections 2016",
 *   alt: "Two bars: Trump's margin was 10,704 votes in Michigan and 22,748 in Wisconsin.",
 *   data,
 *   height: 120,
 *   plot: () => ({
 *     marginLeft: 80,
 *     marks: [Plot.barX(data, { x: "votes", y: "state" }), Plot.ruleX([0])],
 *   }),
 * });
 * assertStringIncludes(margins.toSvg(), "Source: FEC, Federal Elections 2016");
 * ```
 */
export function figure(options: FigureOptions): Figure {
  return new Figure(options);
}
