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
 * it declares again, on purpose, what the notebook declares.
 */
export function notebookModule(notebook: Notebook): NotebookModule {
  const places: CellLine[] = [];
  const texts: string[] = [];
  for (const [i, cell] of runnableCells(notebook).entries()) {
    if (tagsOf(cell).includes(INJECTED_TAG)) continue;
    const lines = sourceOf(cell).split("\n");
    texts.push(...lines);
    places.push(...lines.map((_, k) => ({ cell: i + 1, line: k + 1 })));
  }
  // What makes it a module, whatever the cells hold: their top level may await.
  texts.push("export {};");
  return { code: texts.join("\n") + "\n", place: (line) => places[line - 1] };
}
