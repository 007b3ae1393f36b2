import { withoutImportsOf, withoutRepeatedImports } from "./cell_imports.ts";
import { type Cell, type Notebook, sourceOf, tagsOf } from "./notebook_file.ts";

/** The tag of the cell that says which parameters a run used; the runner writes it. */
export const INJECTED_TAG = "injected-parameters";

/** A place in a notebook: a cell's number as Jupyter shows it, and a line of that cell, both from 1. */
export interface CellLine {
  readonly cell: number;
  readonly line: number;
}

/** The code cells that run, in order: those with content. */
export function runnableCells(notebook: Notebook): Cell[] {
  return notebook.cells.filter((cell) => cell.cell_type === "code" && sourceOf(cell).trim() !== "");
}

/** A notebook's code as one module, and the way back from its lines to the cells. */
export interface NotebookModule {
  readonly code: string;
  /** The place that a line of `code`, counted from 1, came from; undefined for a line of ours. */
  place(line: number): CellLine | undefined;
}

/**
 * Joins the code cells into one module, each cell on lines of its own, since the
 * kernel's cells share one scope. The cell that the runner injects is left out:
 * it declares again, on purpose, what the notebook declares. An import that an
 * earlier cell made is left out, too.
 *
 * @param scopes Numbers of cells that declare a name of an earlier cell again, which the kernel
 *   allows: from each on the rest stands in a block of its own, where the name means the new thing.
 */
export function notebookModule(
  notebook: Notebook,
  scopes: ReadonlySet<number> = new Set(),
): NotebookModule {
  const places: Array<CellLine | undefined> = [];
  const texts: string[] = [];
  const imports: Array<{ text: string; place: CellLine }> = [];
  const known = new Set<string>();
  let open = 0;
  for (const [i, cell] of runnableCells(notebook).entries()) {
    if (tagsOf(cell).includes(INJECTED_TAG)) continue;
    const place = (line: number) => ({ cell: i + 1, line });
    let code = withoutRepeatedImports(sourceOf(cell), known);
    if (scopes.has(i + 1)) {
      texts.push("{");
      places.push(undefined);
      open++;
    }
    if (open > 0) {
      // A block holds no imports.
      code = withoutImportsOf(code, (text, line) => {
        for (const [k, part] of text.split("\n").entries()) {
          imports.push({ text: part, place: place(line + k) });
        }
      });
    }
    const lines = code.split("\n");
    // What the next cell begins with is no continuation of this one.
    texts.push(...lines, ";");
    places.push(...lines.map((_, k) => place(k + 1)), undefined);
  }
  const all = [...imports.map(({ text }) => text), ...texts];
  const from = [...imports.map(({ place }) => place), ...places];
  // What makes it a module, whatever the cells hold: their top level may await.
  all.push("}".repeat(open), "export {};");
  return { code: all.join("\n") + "\n", place: (line) => from[line - 1] };
}
