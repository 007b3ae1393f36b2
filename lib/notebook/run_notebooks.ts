import { join, resolve } from "node:path";
import { relativePath } from "../files/relative_path.ts";
import { executeOn, type ExecuteOptions } from "./execute.ts";
import {
  type Candidate,
  consider,
  isRefusal,
  reasonOfRefusal,
  rememberingHash,
} from "./candidate.ts";
import { carryOver, givenDigest } from "./carried_run.ts";
import { codeHashes } from "./cell_code.ts";
import { ModuleCode } from "./module_code.ts";
import { type Hashes, sha256 } from "../files/hash.ts";
import { executed, type NotebookRun, notStarted, unchanged } from "./notebook_run.ts";
import { parseGrants } from "./grants.ts";
import { hashFiles, type Preflight, preflight } from "./preflight.ts";
import { type Progress, SILENT } from "./progress.ts";
import { projectRoot } from "./project.ts";
import { cellHashes, type Hashing } from "./run_reason.ts";
import { runnerHash } from "./runner_hash.ts";
import { writeRecord } from "./run_record.ts";
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

/** What all notebooks of one call share. */
interface Call {
  readonly root: string;
  /** When it began, in milliseconds since 1970. */
  readonly began: number;
  readonly runner: string;
  readonly hashing: Hashing;
  readonly code: ModuleCode;
  readonly config: Hashes;
  readonly options: RunNotebooksOptions;
}

/** Whether a module was written since the call began: what ran is then not known to be what is there. */
async function writtenSince({ root, began }: Call, modules: Hashes): Promise<boolean> {
  for (const name of Object.keys(modules)) {
    const info = await Deno.stat(join(root, name)).catch(() => null);
    if ((info?.mtime?.getTime() ?? Infinity) > began) return true;
  }
  return false;
}

/** Keeps what a successful run rested on. */
async function keepRecord(
  call: Call,
  run: NotebookRun,
  seconds: number,
  modules: Hashes,
): Promise<void> {
  if (!run.notebook) return;
  const { root, runner, config } = call;
  if (await writtenSince(call, modules)) return await writeRecord(root, run.name, null);
  await writeRecord(root, run.name, {
    runner,
    deno: Deno.version.deno,
    notebook: sha256(run.text),
    cells: cellHashes(run.notebook),
    code: codeHashes(run.notebook, await call.code.compiler()),
    given: givenDigest(run.notebook),
    seconds: Math.round(seconds * 1000) / 1000,
    allowed: run.allowed,
    parameters: run.parameters,
    config,
    modules,
    reads: run.reads,
    outside: run.outside,
    refused: run.refused,
    denied: run.denied,
    unlisted: run.unlisted,
    missingWall: run.missingWall,
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
async function settleOrDue(path: string, call: Call): Promise<NotebookRun | Due> {
  const { root, runner, hashing, options } = call;
  const name = relativePath(root, resolve(path));
  try {
    const candidate = await consider(path, name, root, options, runner, hashing);
    const { reason, record } = candidate;
    if (reason === null && record) return unchanged(path, name, record, candidate);
    const isPlain = options.force === undefined && options.out === undefined &&
      Object.keys(options.parameters ?? {}).length === 0;
    const carried = isPlain
      ? await carryOver(candidate, { ...call, allowed: options.allow ?? [] }, call.code.compiler)
      : null;
    if (carried !== null) return unchanged(path, name, carried.record, carried);
    return { ...candidate, reason: reason ?? "not run here before" };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return notStarted(path, name, "not read", reasonOfRefusal(error, name), {
      notebook: null,
      text: "",
    });
  }
}

/** Thrown when the type check found what would be wrong in a run. */
class TypeFault extends Error {}

/** What the type check says against running a notebook; null when nothing. */
function faultOf(name: string, checked: Preflight): string | null {
  const broken = checked.broken.get(name);
  if (broken !== undefined) return broken;
  const [fault, ...more] = (checked.faults.get(name) ?? []).filter(({ kind }) => kind === "fault");
  if (!fault) return null;
  const rest = more.length > 0 ? ` (and ${more.length} more)` : "";
  const hint = /\(TS\d+\)$/.test(fault.message) ? `; ${NO_CHECK_HINT}` : "";
  return `${describeFault(fault)}${rest}${hint}`;
}

/**
 * Runs one notebook while its types are checked, and keeps what its run rested on. A fault stops
 * it, and nothing of it is stored. One that may do more than read waits for the check.
 */
async function runDue(
  candidate: Due,
  takeSession: () => Promise<NotebookSession>,
  checked: Promise<Preflight>,
  call: Call,
): Promise<NotebookRun> {
  const { path, name, reason } = candidate;
  const { root, options } = call;
  const permit = checked.then((found) => {
    const fault = faultOf(name, found);
    if (fault !== null) throw new TypeFault(fault);
  });
  permit.catch(() => {});
  try {
    if ((options.allow ?? []).length > 0) await permit;
    const execution = await executeOn(takeSession, path, {
      ...options,
      permit,
      onCell: (cell, cells) => options.progress?.cell(name, cell, cells),
    });
    const { faults, modules } = await checked;
    const notes = (faults.get(name) ?? []).map((note) =>
      `note: ${describeFault(note).slice(name.length + 2)}; the kernel allows it`
    );
    const run = executed(name, reason, execution, notes);
    if (run.status === "failed") await writeRecord(root, name, null);
    else if (options.out === undefined || run.text === candidate.text) {
      // Stored or not: the file is what this run gives.
      await keepRecord(call, run, execution.seconds, modules.get(name) ?? {});
    }
    return run;
  } catch (error) {
    if (error instanceof TypeFault) return notStarted(path, name, reason, error.message, candidate);
    return failed(candidate, error);
  }
}

/**
 * The longest first, by what each took last, so that none is left to run alone at the end. One that
 * never ran here comes before, by the size of its file, which goes roughly with the work.
 */
function longestFirst(due: readonly Due[]): Due[] {
  const rank = ({ record, text }: Due) =>
    record ? { fresh: 0, size: record.seconds } : { fresh: 1, size: text.length };
  return due.toSorted((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    return y.fresh - x.fresh || y.size - x.size;
  });
}

/**
 * Runs notebooks of one project, two at a time and the longest first, those
 * alone that changed since their last run here (or anything that they rest on),
 * beside one type check of all that run. Where comments, layout or prose alone
 * changed, the outputs stand and nothing runs. One that fails does not keep the
 * others from running.
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
  const code = new ModuleCode();
  const hashing = { file: rememberingHash(), code: code.hash };
  const call: Call = {
    root,
    began: Date.now(),
    runner: await runnerHash(code),
    hashing,
    code,
    config: await hashFiles(root, ["deno.json", "deno.lock"], hashing.file),
    options,
  };
  const found: Due[] = [];
  for (const path of paths) {
    const settled = await settleOrDue(path, call);
    if ("status" in settled) finish(settled);
    else found.push(settled);
  }
  const due = longestFirst(found);
  const queue = new SessionQueue(due.map(({ path }) => path), options);
  queue.startUpTo(jobs);
  if (due.length > 0 && options.check !== false) {
    progress.note(`Checking types (${due.length} of ${paths.length} notebooks)`);
  }
  const grants = parseGrants(options.allow ?? []);
  const reach = {
    remote: grants.names.some((name) => name === "import" || name === "net"),
    reads: grants.names.includes("read") ? ["/"] : grants.reads,
  };
  // In the order of their paths, so that Deno knows again what it checked.
  const checked = preflight(found, code, options.check, reach);
  checked.catch(() => {});
  try {
    let next = 0;
    const worker = async () => {
      for (let index = next++; index < due.length; index = next++) {
        const candidate = due[index];
        if (!candidate) return;
        progress.start(candidate.name, candidate.reason);
        queue.startUpTo(index + 1 + jobs);
        finish(await runDue(candidate, () => queue.take(index), checked, call));
        // Its kernel, if it was never used.
        await queue.discard(index);
      }
    };
    await Promise.all(Array.from({ length: jobs }, worker));
  } catch (error) {
    await queue.discardAll();
    for (const candidate of due) if (!results.has(candidate.path)) finish(failed(candidate, error));
  }
  await checked.catch(() => {});
  await code.keep();
  return paths.flatMap((path) => results.get(path) ?? []);
}
