/**
 * The runner: executes notebooks on Deno's own Jupyter kernel, exactly and
 * safely, checks their types and compares them with what they gave before.
 *
 * @module
 */
export { checkCommand } from "./check_command.ts";
export { executeNotebook, type ExecuteOptions, type Execution } from "./execute.ts";
export { interruptible } from "../files/interrupt.ts";
export { labKernelCommand } from "./lab_kernel.ts";
export { labCommand } from "./lab_command.ts";
export {
  type Cell,
  type FileLayout,
  type Notebook,
  NotebookFormatError,
  type Output,
  parseNotebook,
  sourceOf,
  tagsOf,
} from "./notebook_file.ts";
export { type NotedRun, notedRun } from "./noted_run.ts";
export { type Failure } from "./run_cells.ts";
export { type NotebookRun } from "./notebook_run.ts";
export { type Progress, progressOn, type Screen, SILENT } from "./progress.ts";
export { ReadyRunner, Superseded } from "./ready_runner.ts";
export { runCommand } from "./run_command.ts";
export { runNotebooks, type RunNotebooksOptions } from "./run_notebooks.ts";
export { calledPath, findNotebooks } from "./find_notebooks.ts";
export { verifyCommand } from "./verify_command.ts";
export { type Literal } from "./literal.ts";
export { type Reads } from "./session.ts";
