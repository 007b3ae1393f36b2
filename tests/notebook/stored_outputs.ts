import type { Notebook, Output } from "../../lib/notebook/mod.ts";

/** A notebook of cells with these outputs. */
export const notebookWith = (...cells: ReadonlyArray<readonly Output[]>): Notebook => ({
  cells: cells.map((outputs, i) => ({
    cell_type: "code",
    execution_count: i + 1,
    metadata: {},
    outputs: [...outputs],
    source: ["1"],
  })),
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
});
