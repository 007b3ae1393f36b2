import { join, relative, resolve } from "node:path";
import { executeNotebook, type ExecuteOptions } from "./execute.ts";
import { type Candidate, consider, isRefusal, refusal, rememberingHash } from "./candidate.ts";
import { sha256 } from "./hash.ts";
import { executed, type NotebookRun, notStarted, unchanged } from "./notebook_run.ts";
import { hashFiles, type Preflight, preflight } from "./preflight.ts";
import { type Progress, SILENT } from "./progress.ts";
import { projectRoot } from "./project.ts";
import { cellHashes } from "./run_reason.ts";
import { RUNNER_VERSION, writeRecord } from "./run_record.ts";
import { SessionQueue } from "./session_queue.ts";
import { describeFault } from "./type_check.ts";

/** How several notebooks are run. */
export interface RunNotebooksOptions extends Omit<ExecuteOptions, "session" | "onCell"> {
  /** How many at a time; 2 unless given. */
  readonly jobs?: number;
  /** The reason to run every one, changed or not; only changed ones run unless given. */
  readonly force?: string;
  /** Whether the types of the cells are checked first; they are unless this is false. */
  readonly check?: boolean;
  /** Where progress is told; nowhere unless given. */
  readonly progress?: Progress;
}

const messageOf = (error: unknown) => error instanceof Error ? error.message : String(error);

async function record(
  root: string,
  run: NotebookRun,
  modules: Readonly<Record<string, string>>,
  config: Readonly<Record<string, string>>,
  outside: Readonly<Record<string, string>>,
): Promise<void> {
  if (!run.notebook) return;
  await writeRecord(root, run.name, {
    runner: RUNNER_VERSION,
    deno: Deno.version.deno,
    notebook: sha256(run.text),
    cells: cellHashes(run.notebook),
    allowed: run.allowed,
    parameters: run.parameters,
    config,
    modules,
    reads: run.reads,
    outside,
  });
}

/**
 * Runs notebooks of one project, two at a time, those alone that changed since
 * their last run here (or anything that they rest on), after one type check of
 * all that will run. One that fails does not keep the others from running.
 * Resolves to a result for each path, in order; rejects only for an unknown
 * permission.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { runNotebooks } from "./mod.ts";
 *
 * const folder = await Deno.makeTempDir();
 * await Deno.writeTextFile(
 *   `${folder}/a.ipynb`,
 *   JSON.stringify({
 *     cells: [{ cell_type: "code", execution_count: null, metadata: {}, outputs: [], source: ["1 + 1"] }],
 *     metadata: {},
 *     nbformat: 4,
 *     nbformat_minor: 4,
 *   }),
 * );
 *
 * const [first] = await runNotebooks([`${folder}/a.ipynb`]);
 * const [second] = await runNotebooks([`${folder}/a.ipynb`]);
 *
 * assertEquals([first?.status, first?.reason], ["ok", "not run here before"]);
 * assertEquals([second?.status, second?.reason], ["unchanged", "unchanged"]);
 * await Deno.remove(folder, { recursive: true });
 * ```
 */
export async function runNotebooks(
  paths: readonly string[],
  options: RunNotebooksOptions = {},
): Promise<NotebookRun[]> {
  const { progress = SILENT, jobs = 2 } = options;
  const root = projectRoot(paths[0] ?? join(Deno.cwd(), "deno.json"));
  const results = new Map<string, NotebookRun>();
  const finish = (run: NotebookRun) => {
    results.set(run.path, run);
    progress.end(run.name, run.status);
  };
  const inOrder = () => paths.flatMap((path) => results.get(path) ?? []);
  const hash = rememberingHash();
  const toRun: Array<Candidate & { reason: string }> = [];
  for (const path of paths) {
    const name = relative(root, resolve(path));
    try {
      const candidate = await consider(path, name, root, options, hash);
      const { reason, record } = candidate;
      if (reason !== null) toRun.push({ ...candidate, reason });
      else if (record) finish(unchanged(path, name, record, candidate));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      finish(
        notStarted(path, name, "not read", refusal(error, name), { notebook: null, text: "" }),
      );
    }
  }
  const queue = new SessionQueue(toRun.map(({ path }) => path), options);
  queue.startUpTo(jobs);
  if (toRun.length > 0 && options.check !== false) {
    progress.note(`Checking types (${toRun.length} of ${paths.length} notebooks)`);
  }
  let checked: Preflight;
  let config: Record<string, string>;
  try {
    config = await hashFiles(root, ["deno.json", "deno.lock"], hash);
    checked = await preflight(toRun, options.check);
  } catch (error) {
    await queue.discardAll();
    for (const candidate of toRun) {
      const { path, name, reason } = candidate;
      finish(notStarted(path, name, reason, `${name}: ${messageOf(error)}`, candidate));
    }
    return inOrder();
  }
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < toRun.length; index = next++) {
      const candidate = toRun[index];
      if (!candidate) return;
      const { path, name, reason } = candidate;
      progress.start(name, reason);
      const [fault, ...more] = checked.faults.get(name) ?? [];
      if (fault) {
        await queue.discard(index);
        const rest = more.length > 0 ? ` (and ${more.length} more)` : "";
        finish(notStarted(path, name, reason, describeFault(fault) + rest, candidate));
        continue;
      }
      const session = queue.take(index);
      queue.startUpTo(index + 1 + jobs);
      try {
        const execution = await executeNotebook(path, {
          ...options,
          session,
          onCell: (cell, cells) => progress.cell(name, cell, cells),
        });
        const run = executed(name, reason, execution);
        const kept = run.status === "ok" && options.out === undefined;
        if (kept) {
          const modules = checked.modules.get(name) ?? {};
          await record(root, run, modules, config, execution.reads.outside);
        } else if (run.status === "failed") await writeRecord(root, name, null);
        finish(run);
      } catch (error) {
        await queue.discard(index);
        finish(notStarted(path, name, reason, `${name}: ${messageOf(error)}`, candidate));
      }
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  return inOrder();
}
