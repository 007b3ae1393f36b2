import { runnableCells } from "./cell_text.ts";
import type { Notebook } from "./notebook_file.ts";

/**
 * Above this, a notebook is slow to show on the web, and Deno's kernel, whose
 * writes have no lock, may garble the output (which the signature shows).
 */
const LARGE = 1_000_000;

/** The outputs of a notebook that are too large, each in one line with its cell. */
export function largeOutputs(notebook: Notebook): string[] {
  return runnableCells(notebook).flatMap((cell, i) =>
    (cell.outputs ?? []).flatMap((output, k) => {
      const size = JSON.stringify(output).length;
      if (size <= LARGE) return [];
      const megabytes = (size / 1e6).toFixed(1);
      return [`cell [${i + 1}], output ${k + 1} has ${megabytes} MB: expected at most 1 MB`];
    })
  );
}
