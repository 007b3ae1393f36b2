import { errorLine } from "./error_line.ts";
import { OutputCollector } from "./cell_outputs.ts";
import { withDeniedAccess } from "./denied_access.ts";
import { CellTimeout, KernelDied } from "./kernel.ts";
import { folderLimit } from "./folder_limit.ts";
import { LimitExceeded, memoryLimit, outputLimit } from "./limits.ts";
import type { Message } from "./message.ts";
import { type Cell, type Notebook, type Output, sourceOf, tagsOf } from "./notebook_file.ts";
import { runnableCells } from "./cell_text.ts";
import type { NotebookSession } from "./session.ts";
import { executionCount } from "./stored_output.ts";

/** Where and why a notebook stopped. */
export interface Failure {
  /** The cell's number as Jupyter shows it, in brackets: the n-th code cell with content. */
  readonly cell: number;
  /** The line of that cell, from 1; null when the kernel does not tell. */
  readonly line: number | null;
  /** What happened. */
  readonly message: string;
  /** The stack as the kernel gave it; empty when there is none. */
  readonly traceback: readonly string[];
}

/** What may not be exceeded while a notebook runs. */
export interface CellLimits {
  /** Milliseconds for one cell. */
  readonly time: number;
  /** Bytes that one cell may put out. */
  readonly output: number;
  /** MB of memory for the whole kernel. */
  readonly memory: number;
  /** MB of temporary files for the whole run. */
  readonly temporary: number;
}

function errorOutput(name: string, message: string, traceback: readonly string[]): Output {
  return { output_type: "error", ename: name, evalue: message, traceback: [...traceback] };
}

/** The failure that an error output of a cell describes. */
async function failureOf(number: number, cell: Cell, output: Output): Promise<Failure> {
  const traceback = Array.isArray(output["traceback"]) ? output["traceback"].map(String) : [];
  const line = await errorLine(sourceOf(cell), traceback);
  return { cell: number, line, message: `${output["ename"]}: ${output["evalue"]}`, traceback };
}

/** The names of errors as they start the text of a stack. */
const ERROR_NAME = new RegExp(
  `^(?:Uncaught )?(\\w*(?:Error|Exception)|${Object.keys(Deno.errors).join("|")}): ?(.*)$`,
);

/** An error that was noted by the hidden first cell, as an output. */
function uncaughtOutput(stack: string): Output {
  const [first = "", ...rest] = stack.split("\n");
  const [, name = "Error", message = first] = ERROR_NAME.exec(first) ?? [];
  const told = /^Test "/.test(message) ? message : `${message} (not caught)`;
  return errorOutput(name, told, [first, ...rest]);
}

/** Runs one cell and leaves its outputs in it; resolves to its failure, or null. */
async function runCell(
  session: NotebookSession,
  cell: Cell,
  number: number,
  collector: OutputCollector,
  limits: CellLimits,
): Promise<Failure | null> {
  const output = outputLimit(limits.output);
  const memory = memoryLimit(session.kernel.pid, limits.memory);
  const files = folderLimit(session.folder, session.kernel.pid, limits.temporary);
  const mayFail = tagsOf(cell).includes("raises-exception");
  const take = (message: Message) => {
    if (!output.add(message.bytes)) return;
    if (message.header.msg_type === "execute_input") {
      // The kernel's own comes first; what a cell broadcasts under that name counts nothing.
      cell.execution_count ??= executionCount(message.content["execution_count"]);
    } else collector.take(message);
  };
  collector.begin();
  try {
    const { reply, barrier } = await session.kernel.run(sourceOf(cell), {
      counts: true,
      limit: limits.time,
      guard: Promise.race([output.exceeded, memory.exceeded, files.exceeded]),
      onOutput: take,
    });
    const outputs = withDeniedAccess(
      [...collector.end(), ...session.newUncaught(barrier).map(uncaughtOutput)],
      session.takeDenied(),
    );
    cell.outputs = outputs;
    const error = outputs.find((output) => output.output_type === "error");
    if (mayFail) return null;
    if (error) return await failureOf(number, cell, error);
    if (reply.content["status"] === "error") {
      const failed = errorOutput(
        String(reply.content["ename"] ?? "Error"),
        String(reply.content["evalue"] ?? "Execution failed"),
        [],
      );
      cell.outputs.push(failed);
      return await failureOf(number, cell, failed);
    }
    return null;
  } catch (error) {
    if (
      !(error instanceof CellTimeout || error instanceof LimitExceeded ||
        error instanceof KernelDied)
    ) throw error;
    const message = error instanceof KernelDied
      ? `${error.message} while the cell ran`
      : `Cell ${error.message} and was stopped`;
    cell.outputs = withDeniedAccess(
      [...collector.end(), errorOutput(error.name, message, [])],
      session.takeDenied(),
    );
    return { cell: number, line: null, message, traceback: [] };
  } finally {
    memory.stop();
    files.stop();
  }
}

/**
 * Runs the code cells of `notebook` in order and leaves outputs and execution
 * counts in them; cells after a failure are left without outputs.
 */
export async function runCells(
  session: NotebookSession,
  notebook: Notebook,
  limits: CellLimits,
  onCell: (cell: number, cells: number) => void = () => {},
): Promise<Failure | null> {
  const collector = new OutputCollector();
  for (const cell of notebook.cells) {
    if (cell.cell_type !== "code") continue;
    cell.outputs = [];
    cell.execution_count = null;
    // Timings of an earlier run, as JupyterLab stores them.
    delete cell.metadata["execution"];
  }
  const cells = runnableCells(notebook);
  for (const [i, cell] of cells.entries()) {
    onCell(i + 1, cells.length);
    const failure = await runCell(session, cell, i + 1, collector, limits);
    if (failure) return failure;
  }
  return null;
}
