/**
 * The runner: executes notebooks on Deno's own Jupyter kernel, exactly and
 * safely, checks their types and compares them with what they gave before.
 *
 * @module
 */
export { executeNotebook, type ExecuteOptions, type Execution } from "./execute.ts";
export { interruptible } from "./interrupt.ts";
export {
  type Cell,
  type Notebook,
  NotebookFormatError,
  type Output,
  parseNotebook,
  sourceOf,
  tagsOf,
} from "./notebook_file.ts";
export { type Failure } from "./run_cells.ts";
