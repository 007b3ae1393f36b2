import type { NotebookDocument } from "./notebook_document.ts";

/** The parameters of a run, as the notebook's cells state them; "" where there is no such cell. */
export interface Parameters {
  /** The cell tagged "parameters": the values that the notebook has by itself. */
  readonly own: string;
  /** The cell tagged "injected-parameters": the values that this run put in their place. */
  readonly injected: string;
}

/** Finds the parameters of a notebook by papermill's tags. */
export function parametersOf(notebook: NotebookDocument): Parameters {
  const tagged = (tag: string) =>
    notebook.cells.filter((cell) => cell.kind === "code" && cell.tags.includes(tag))
      .map((cell) => cell.source.trim()).join("\n");
  return { own: tagged("parameters"), injected: tagged("injected-parameters") };
}
