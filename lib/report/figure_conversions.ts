import { join } from "node:path";
import type { LayoutFigure } from "../chart/layouts.ts";
import { writeAtomically } from "../files/atomic_write.ts";
import { ConversionPool, type ConversionTask } from "./conversion_pool.ts";
import { drawnFiles, isDrawable } from "./figure_files.ts";
import { readFigure } from "./figure_record.ts";
import { FIGURE_MEDIA_TYPE } from "../chart/stored_figure.ts";
import type { NotebookDocument, PageOutput } from "./notebook_document.ts";
import type { RenderContext } from "./report_context.ts";
import { sha256 } from "../files/hash.ts";

/** Raised when a conversion gives other bytes for the same drawing. */
const CONVERSION = 3;

/** Turns drawings into the files that readers download. */
export interface FigureConversions extends Required<Pick<RenderContext, "convert">> {
  /**
   * Converts all figures of a notebook at once, so that asking for one later takes no time.
   *
   * @param onMade Called as each drawing of whatever notebook is made.
   */
  readonly prepare: (notebook: NotebookDocument, onMade?: () => void) => Promise<void>;
  /** Ends the workers. */
  close(): void;
}

/** What a conversion depends on: a file as drawn needs no more than the drawing. */
function keyOf({ figure, arrangement, format }: ConversionTask, lock: string): string {
  const { id, title, subtitle, caption, source, alt, svg, narrow } = figure;
  const parts = arrangement === "drawn" || arrangement === "grey"
    ? [svg]
    : [id, title, subtitle, caption, source, alt, svg, narrow];
  return sha256(JSON.stringify([CONVERSION, lock, arrangement, format, ...parts]));
}

/**
 * Conversions of figures to the files of figureFile(). Most take some tenths of a second, so they
 * run in workers, and their results are kept in `folder` by the hash of what they are made of; the
 * folder may be removed at any time. What has no such layout is kept as an empty file.
 *
 * @param lock The hash of deno.lock: other libraries may give other bytes.
 */
export function figureConversions(folder: string, lock: string): FigureConversions {
  const pool = new ConversionPool();
  const listeners = new Set<() => void>();
  const convert: FigureConversions["convert"] = async (whole, arrangement, format) => {
    const { id, title, source, alt, svg } = whole;
    const { subtitle = null, caption = null, narrow = null } = whole;
    // A figure's record has bytes beside that would travel to the worker in vain.
    const figure: LayoutFigure = { id, title, subtitle, caption, source, alt, svg, narrow };
    const task = { figure, arrangement, format };
    const path = join(folder, `${keyOf(task, lock)}.${format}`);
    try {
      const kept = await Deno.readFile(path);
      return kept.length === 0 ? null : kept;
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
    const made = await pool.convert(task);
    for (const tell of listeners) tell();
    await Deno.mkdir(folder, { recursive: true });
    await writeAtomically(path, made ?? new Uint8Array());
    return made;
  };
  const prepareOutput = async (output: PageOutput): Promise<void> => {
    const stored = output.kind === "data" ? output.data[FIGURE_MEDIA_TYPE] : undefined;
    if (stored === undefined) return;
    // A figure is cleaned before it is converted, and its page cleans it anyway: what was prepared is told
    // by what is stored. Where a file of it is gone, the page converts it.
    const key = sha256(JSON.stringify([CONVERSION, lock, stored]));
    const mark = join(folder, `${key}.prepared`);
    if (await Deno.stat(mark).then(() => true, () => false)) return;
    const figure = readFigure(output);
    if (figure === null || !isDrawable(figure.svg)) return;
    await drawnFiles(figure, convert);
    await Deno.mkdir(folder, { recursive: true });
    await writeAtomically(mark, "");
  };
  return {
    convert,
    prepare: async (notebook, onMade = () => {}) => {
      listeners.add(onMade);
      const outputs = notebook.cells.flatMap(({ outputs }) => outputs);
      try {
        await Promise.all(outputs.map((output) => prepareOutput(output)));
      } finally {
        listeners.delete(onMade);
      }
    },
    close: () => pool.close(),
  };
}
