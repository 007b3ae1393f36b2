import { join, relative, resolve } from "node:path";
import { executeOn, type ExecuteOptions } from "./execute.ts";
import { type Candidate, consider, isRefusal, refusal, rememberingHash } from "./candidate.ts";
import { sha256 } from "../files/hash.ts";
import { executed, type NotebookRun, notStarted, unchanged } from "./notebook_run.ts";
import { parseGrants } from "./grants.ts";
import { hashFiles, type Preflight, preflight } from "./preflight.ts";
import { type Progress, SILENT } from "./progress.ts";
import { projectRoot } from "./project.ts";
import { cellHashes } from "./run_reason.ts";
import { type Hashes, RUNNER_VERSION, writeRecord } from "./run_record.ts";
import type { NotebookSession } from "./session.ts";
import { SessionQueue } from "./session_queue.ts";
import { describeFault, NO_CHECK_HINT } from "./type_check.ts";

/** How several notebooks are run. */
export interface RunNotebooksOptions extends Omit<ExecuteOptions, "onCell"> {
  /** How many at a time; 2 unless given. */
  readonly jobs?: number;
  /** The reason to run every one, changed or not; only changed ones run unless given. */
  readonly force?: string;
  /** Whether the types of the cells are checked first; they are unless this is false. */
  readonly check?: boolean;
  /** Where progress is told; nowhere unless given. */
  readonly progress?: Progress;
}

/** Keeps what a successful run rested on. */
async function keepRecord(
  root: string,
  run: NotebookRun,
  files: { readonly config: Hashes; readonly modules: Hashes },
): Promise<void> {
  if (!run.notebook) return;
  await writeRecord(root, run.name, {
    runner: RUNNER_VERSION,
    deno: Deno.version.deno,
    notebook: sha256(run.text),
    cells: cellHashes(run.notebook),
    allowed: run.allowed,
    parameters: run.parameters,
    reads: run.reads,
    outside: run.outside,
    refused: run.refused,
    missingWall: run.missingWall,
    ...files,
  });
}

/** A notebook that has to run, and why. */
type Due = Candidate & { readonly reason: string };

/** The result of a notebook that could not be run for `error`. */
function failed(candidate: Due, error: unknown): NotebookRun {
  const { path, name, reason } = candidate;
  const message = error instanceof Error ? error.message : String(error);
  return notStarted(path, name, reason, `${name}: ${message}`, candidate);
}

/** Reads a notebook: its result, where nothing has to run, or the notebook that has to. */
async function settleOrDue(
  path: string,
  root: string,
  options: RunNotebooksOptions,
  hash: (path: string) => Promise<string | null>,
): Promise<NotebookRun | Due> {
  const name = relative(root, resolve(path));
  try {
    const candidate = await consider(path, name, root, options, hash);
    const { reason, record } = candidate;
    if (reason === null && record) return unchanged(path, name, record, candidate);
    return { ...candidate, reason: reason ?? "not run here before" };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return notStarted(path, name, "not read", refusal(error, name), { notebook: null, text: "" });
  }
}

/** Runs one notebook, unless the type check found a fault, and keeps what its run rested on. */
async function runDue(
  candidate: Due,
  takeSession: () => Promise<NotebookSession>,
  context: {
    readonly root: string;
    readonly config: Hashes;
    readonly checked: Preflight;
    readonly options: RunNotebooksOptions;
  },
): Promise<NotebookRun> {
  const { path, name, reason } = candidate;
  const { root, config, checked, options } = context;
  const findings = checked.faults.get(name) ?? [];
  const [fault, ...more] = findings.filter(({ kind }) => kind === "fault");
  if (fault) {
    const rest = more.length > 0 ? ` (and ${more.length} more)` : "";
    const hint = /\(TS\d+\)$/.test(fault.message) ? `; ${NO_CHECK_HINT}` : "";
    const failure = `${describeFault(fault)}${rest}${hint}`;
    return notStarted(path, name, reason, failure, candidate);
  }
  const notes = findings.map((note) =>
    `note: ${describeFault(note).slice(name.length + 2)}; the kernel allows it`
  );
  try {
    const execution = await executeOn(takeSession, path, {
      ...options,
      onCell: (cell, cells) => options.progress?.cell(name, cell, cells),
    });
    const run = executed(name, reason, execution, notes);
    if (run.status === "failed") await writeRecord(root, name, null);
    else if (options.out === undefined) {
      const modules = checked.modules.get(name) ?? {};
      await keepRecord(root, run, { config, modules });
    }
    return run;
  } catch (error) {
    return failed(candidate, error);
  }
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
  const hash = rememberingHash();
  const due: Due[] = [];
  for (const path of paths) {
    const found = await settleOrDue(path, root, options, hash);
    if ("status" in found) finish(found);
    else due.push(found);
  }
  const queue = new SessionQueue(due.map(({ path }) => path), options);
  queue.startUpTo(jobs);
  if (due.length > 0 && options.check !== false) {
    progress.note(`Checking types (${due.length} of ${paths.length} notebooks)`);
  }
  try {
    const config = await hashFiles(root, ["deno.json", "deno.lock"], hash);
    const remote = parseGrants(options.allow ?? []).names
      .some((name) => name === "import" || name === "net");
    const checked = await preflight(due, options.check, remote);
    let next = 0;
    const worker = async () => {
      for (let index = next++; index < due.length; index = next++) {
        const candidate = due[index];
        if (!candidate) return;
        progress.start(candidate.name, candidate.reason);
        queue.startUpTo(index + 1 + jobs);
        const take = () => queue.take(index);
        finish(await runDue(candidate, take, { root, config, checked, options }));
        // Its kernel, if it was never used.
        await queue.discard(index);
      }
    };
    await Promise.all(Array.from({ length: jobs }, worker));
  } catch (error) {
    await queue.discardAll();
    for (const candidate of due) if (!results.has(candidate.path)) finish(failed(candidate, error));
  }
  return paths.flatMap((path) => results.get(path) ?? []);
}
