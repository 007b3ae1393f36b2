import { basename, dirname, join, relative, resolve } from "node:path";
import { writeAtomically } from "./atomic_write.ts";
import { firstCell, LAST_CELL, nativePackages } from "./hidden_cells.ts";
import { Kernel } from "./kernel.ts";
import type { Message } from "./message.ts";
import { formatNotebook, type Notebook, parseNotebook } from "./notebook_file.ts";
import type { Permission } from "./permissions.ts";
import { projectRoot, stateFolder } from "./project.ts";
import { type Failure, runCells } from "./run_cells.ts";

/** How a notebook is run. */
export interface ExecuteOptions {
  /** Seconds that one cell may take; 600 unless given. */
  readonly timeout?: number;
  /** Permissions that the notebook keeps; none unless given. */
  readonly allow?: readonly Permission[];
  /** MB of memory that the kernel may use; 4,096 unless given. */
  readonly memory?: number;
  /** Bytes that one cell may put out; 20,000,000 unless given. */
  readonly output?: number;
  /** Where the executed notebook goes: the notebook itself unless given; null for nowhere. */
  readonly out?: string | null;
  /** Called as each cell starts. */
  readonly onCell?: (cell: number, cells: number) => void;
  /** A kernel from `startKernel(path, options)` that was started ahead of need. */
  readonly kernel?: Promise<Kernel>;
}

/** What came of a run. */
export interface Execution {
  readonly path: string;
  readonly status: "ok" | "failed";
  /** Where and why it stopped; null when it did not. */
  readonly failure: Failure | null;
  /** The notebook with its outputs; partial after a failure. */
  readonly notebook: Notebook;
  /** The same as the text of a file. */
  readonly text: string;
  /** The files that the loaders read: path from the project's root, SHA-256 in hex. */
  readonly reads: Readonly<Record<string, string>>;
  /** The permissions that it kept. */
  readonly allowed: readonly Permission[];
  /** Where the partial result of a failed run was left; null when there is none. */
  readonly partial: string | null;
}

const DEFAULT_MEMORY = 4096;
const DEFAULT_TIMEOUT = 600;
const DEFAULT_OUTPUT = 20_000_000;
const HIDDEN_CELL_MS = 60_000;

/** What Jupyter writes for a notebook on Deno's kernel. */
const KERNELSPEC = { display_name: "Deno", language: "typescript", name: "deno" };

async function importMap(root: string): Promise<Record<string, string>> {
  try {
    return JSON.parse(await Deno.readTextFile(join(root, "deno.json"))).imports ?? {};
  } catch {
    return {};
  }
}

/** Starts a kernel for the notebook at `path`, with the hidden first cell behind it. */
export async function startKernel(
  path: string,
  options: Pick<ExecuteOptions, "allow" | "memory"> = {},
): Promise<Kernel> {
  const root = projectRoot(path);
  const native = nativePackages(await importMap(root));
  const kernel = await Kernel.start({
    folder: dirname(resolve(path)),
    runtimeFolder: join(stateFolder(root), "kernels"),
    memory: options.memory ?? DEFAULT_MEMORY,
  });
  try {
    await runHidden(kernel, firstCell({ native, allow: options.allow ?? [] }));
    return kernel;
  } catch (error) {
    await kernel.kill();
    throw error;
  }
}

/** Runs a cell that is not the notebook's; throws when it fails. */
async function runHidden(kernel: Kernel, code: string): Promise<Message[]> {
  const messages: Message[] = [];
  const { reply } = await kernel.run(code, {
    counts: false,
    limit: HIDDEN_CELL_MS,
    onOutput: (message) => messages.push(message),
  });
  if (reply.content["status"] !== "ok") {
    const error = messages.find((message) => message.header.msg_type === "error")?.content;
    throw new Error(`Cannot prepare the kernel: ${error?.["ename"]}: ${error?.["evalue"]}`);
  }
  return messages;
}

async function readsOf(kernel: Kernel): Promise<Record<string, string>> {
  const messages = await runHidden(kernel, LAST_CELL);
  for (const { content } of messages) {
    const data = content["data"] as Record<string, unknown> | undefined;
    const reads = data?.["application/vnd.tallybook.reads+json"];
    if (reads) {
      const entries = Object.entries(reads as Record<string, string>);
      return Object.fromEntries(entries.sort(([a], [b]) => a < b ? -1 : 1));
    }
  }
  return {};
}

function stampMetadata(notebook: Notebook, languageInfo: Readonly<Record<string, unknown>>): void {
  const sorted = (value: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1));
  notebook.metadata["kernelspec"] = KERNELSPEC;
  notebook.metadata["language_info"] = sorted(languageInfo);
}

/**
 * Runs the notebook at `path` on a fresh Deno kernel in its own folder, and puts
 * the result in its place in one step when every cell succeeded. A run that
 * fails leaves the file as it was.
 *
 * Throws a `NotebookFormatError` when the file is not a notebook.
 */
export async function executeNotebook(
  path: string,
  options: ExecuteOptions = {},
): Promise<Execution> {
  const name = relative(projectRoot(path), resolve(path)) || basename(path);
  const { notebook, layout } = parseNotebook(await Deno.readTextFile(path), name);
  const allowed = options.allow ?? [];
  const kernel = await (options.kernel ?? startKernel(path, options));
  let failure: Failure | null;
  let reads: Record<string, string> = {};
  try {
    failure = await runCells(kernel, notebook, {
      time: (options.timeout ?? DEFAULT_TIMEOUT) * 1000,
      output: options.output ?? DEFAULT_OUTPUT,
      memory: options.memory ?? DEFAULT_MEMORY,
    }, options.onCell);
    if (!failure) {
      reads = await readsOf(kernel);
      await kernel.shutdown();
    }
  } finally {
    await kernel.kill();
  }
  stampMetadata(notebook, kernel.languageInfo);
  const text = formatNotebook(notebook, layout);
  const out = options.out === undefined ? path : options.out;
  const partial = await store(text, out, failure !== null);
  return {
    path,
    status: failure ? "failed" : "ok",
    failure,
    notebook,
    text,
    reads,
    allowed,
    partial,
  };
}

/** The file beside a notebook that holds the outputs of a run that failed. */
export function partialPath(path: string): string {
  return path.replace(/\.ipynb$/, "") + ".partial.ipynb";
}

async function store(
  text: string,
  out: string | null,
  failed: boolean,
): Promise<string | null> {
  if (out === null) return null;
  const partial = partialPath(out);
  if (failed) {
    await writeAtomically(partial, text);
    return partial;
  }
  await writeAtomically(out, text);
  await Deno.remove(partial).catch(() => {});
  return null;
}
