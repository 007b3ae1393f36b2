import { basename } from "node:path";
import { writeAtomically } from "../files/atomic_write.ts";

/** The file beside a notebook that holds what a run gave that could not replace it. */
export function partialPath(path: string): string {
  return path.replace(/\.ipynb$/, "") + ".partial.ipynb";
}

/** Thrown when a notebook's file is no longer what was run. */
export class NotebookEdited extends Error {
  override name = "NotebookEdited";
}

/**
 * Puts the text of a notebook that ran at `out`, in one step, and removes what an
 * earlier failure left beside it. `source` is the text that was run, where `out`
 * is the same file: if somebody edited it meanwhile, their text stays, the result
 * goes beside it and a `NotebookEdited` is thrown.
 */
export async function storeResult(text: string, out: string, source?: string): Promise<void> {
  const partial = partialPath(out);
  const there = await Deno.readTextFile(out).catch(() => null);
  if (source !== undefined && there !== source) {
    await writeAtomically(partial, text);
    throw new NotebookEdited(
      `Notebook was edited while it ran; the result is in ${basename(partial)}`,
    );
  }
  // An editor that has it open need not ask whether to load it again.
  if (there !== text) await writeAtomically(out, text);
  await Deno.remove(partial).catch(() => {});
}

/**
 * Puts the text of a notebook that failed beside `out` and resolves to where, or
 * to null where it can't be written: the failure itself is what matters then.
 */
export async function storePartial(text: string, out: string): Promise<string | null> {
  const partial = partialPath(out);
  return await writeAtomically(partial, text).then(() => partial, () => null);
}
