import { command, parseCommand, print, printError } from "../files/command_line.ts";
import { notebooksFrom } from "./find_notebooks.ts";
import { interruptible } from "../files/interrupt.ts";
import { withNotebookCopies } from "./notebook_copies.ts";
import { type Notebook, NotebookFormatError, parseNotebook } from "./notebook_file.ts";
import { readNotebookText } from "./notebook_text.ts";
import { checkCopies, describeFault } from "./type_check.ts";

const USAGE = `Check the types of notebook cells; nothing is run.

Usage: deno task check [NOTEBOOK ...]

Without a name, all of notebooks/ are checked.`;

/**
 * `deno task check`, its part about notebooks: prints each fault; resolves to the exit code.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkCommand } from "./mod.ts";
 *
 * assertEquals(await checkCommand(["--help"]), 0);
 * ```
 */
export function checkCommand(args: string[]): Promise<number> {
  return command(args, USAGE, async () => {
    const { positionals } = parseCommand(args, {});
    const paths = await notebooksFrom(positionals);
    const notebooks: Array<{ path: string; notebook: Notebook }> = [];
    const faults: string[] = [];
    for (const path of paths) {
      try {
        const { notebook } = parseNotebook(await readNotebookText(path, path), path);
        notebooks.push({ path, notebook });
      } catch (error) {
        if (error instanceof NotebookFormatError) faults.push(error.message);
        else if (error instanceof Deno.errors.NotFound) faults.push(`Cannot find ${path}`);
        else throw error;
      }
    }
    if (notebooks.length > 0) {
      try {
        const found = await interruptible(() =>
          withNotebookCopies(notebooks, (copies) => checkCopies(copies))
        );
        for (const fault of found) {
          if (fault.kind === "note") printError(`note: ${describeFault(fault)}`);
          else faults.push(describeFault(fault));
        }
      } catch (error) {
        faults.push((error as Error).message);
      }
    }
    for (const fault of faults) printError(fault);
    print(`Notebooks checked: ${paths.length}, faults: ${faults.length}`);
    return faults.length > 0 ? 1 : 0;
  });
}
