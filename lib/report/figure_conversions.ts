import { join } from "node:path";
import { writeAtomically } from "../files/atomic_write.ts";
import { ConversionPool, type ConversionTask } from "./conversion_pool.ts";
import { readFigure } from "./figure_record.ts";
import { isDrawable } from "./figure_files.ts";
import type { NotebookDocument } from "./notebook_document.ts";
import type { RenderContext } from "./report_context.ts";
import { sha256 } from "../files/hash.ts";

/** Raised when a conversion gives other bytes for the same drawing. */
const CONVERSION = 1;

/** Turns drawings into the files that readers download. */
export interface FigureConversions extends Required<Pick<RenderContext, "svgToPdf" | "svgToFile">> {
  /** Converts all figures of a notebook at once, so that asking for one later takes no time. */
  prepare(notebook: NotebookDocument): Promise<void>;
  /** Ends the workers. */
  close(): void;
}

/**
 * Conversions of drawings to PDF, and to SVG with its letters inside. Both take
 * some tenths of a second, so they run in workers, and their results are kept in
 * `folder` by the hash of the drawing; the folder may be removed at any time.
 *
 * @param lock The hash of deno.lock: other libraries may give other bytes.
 */
export function figureConversions(folder: string, lock: string): FigureConversions {
  const pool = new ConversionPool();
  const convert = async (task: ConversionTask): Promise<Uint8Array<ArrayBuffer>> => {
    const path = join(folder, `${sha256(`${CONVERSION} ${lock} ${task.svg}`)}.${task.kind}`);
    try {
      return await Deno.readFile(path);
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
    const made = await pool.convert(task);
    await Deno.mkdir(folder, { recursive: true });
    await writeAtomically(path, made);
    return made;
  };
  return {
    svgToPdf: (svg) => convert({ kind: "pdf", svg }),
    svgToFile: async (svg) => new TextDecoder().decode(await convert({ kind: "svg", svg })),
    prepare: async (notebook) => {
      const drawings = notebook.cells
        .flatMap(({ outputs }) => outputs.map((output) => readFigure(output)?.svg ?? ""))
        .filter(isDrawable);
      await Promise.all(
        drawings.flatMap((svg) => [convert({ kind: "pdf", svg }), convert({ kind: "svg", svg })]),
      );
    },
    close: () => pool.close(),
  };
}
