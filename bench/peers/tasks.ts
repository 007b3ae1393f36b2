/**
 * What a person waits for, in a copy of a project: `tasks.ts JOB COUNT ROOT`, with COUNT notebooks of the
 * project at ROOT; prints how it went. Its peak is that of all processes together, looked at every 50 ms.
 */
import { dirname, join } from "node:path";
import { processStat } from "../../lib/files/process_stat.ts";
import { print } from "./report_run.ts";

const [job = "", countGiven = "1", root = "."] = Deno.args;
const copy = await Deno.makeTempDir({ prefix: "tallybook-bench-" });

async function copyProject(count: number): Promise<string[]> {
  const { stdout } = await new Deno.Command("git", { args: ["ls-files", "-z"], cwd: root })
    .output();
  const files = new TextDecoder().decode(stdout).split("\0").filter((name) => name !== "");
  const notebooks = files.filter((name) => name.endsWith(".ipynb")).slice(0, count);
  for (const name of files) {
    if (name.endsWith(".ipynb") && !notebooks.includes(name)) continue;
    await Deno.mkdir(join(copy, dirname(name)), { recursive: true });
    await Deno.copyFile(join(root, name), join(copy, name));
  }
  return notebooks;
}

function threadsOf(pid: number): string[] {
  try {
    return [...Deno.readDirSync(`/proc/${pid}/task`)].map(({ name }) => name);
  } catch {
    return []; // Gone in the meantime.
  }
}

/** MiB that a process and all below it hold. */
function memoryOf(pid: number): number {
  const read = (path: string) => {
    try {
      return Deno.readTextFileSync(path);
    } catch {
      return ""; // Gone in the meantime.
    }
  };
  const own = Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
  // A process may be started by any thread of another.
  const below = threadsOf(pid).flatMap((thread) =>
    read(`/proc/${pid}/task/${thread}/children`).trim().split(/\s+/).filter((id) => id)
  );
  return below.reduce((sum, id) => sum + memoryOf(Number(id)), own);
}

interface Taken {
  readonly seconds: number;
  readonly peak: number;
  readonly processor: number;
}

/** Seconds of processor time of what this process started and that has ended; memory is read from /proc too. */
const spentBelow = (): number => processStat("self")!.endedBelowSeconds;

/** Runs a task of the copy as a person would, and gives the seconds it took and its peak. */
async function task(...args: string[]): Promise<Taken> {
  const start = performance.now();
  const before = spentBelow();
  const child = new Deno.Command(Deno.execPath(), {
    args: ["task", "--quiet", ...args],
    cwd: copy,
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  let peak = 0;
  const timer = setInterval(() => peak = Math.max(peak, memoryOf(child.pid)), 50);
  const { success, stderr } = await child.output();
  clearInterval(timer);
  if (!success) throw new Error(new TextDecoder().decode(stderr).trim().split("\n").at(-1));
  const seconds = (performance.now() - start) / 1000;
  return { seconds, peak, processor: spentBelow() - before };
}

/** Adds a line to the first code cell after the parameters that is not empty. */
async function editCell(path: string): Promise<void> {
  const notebook = JSON.parse(await Deno.readTextFile(path));
  const cells = notebook.cells.filter((cell: { cell_type: string; source: string[] }) =>
    cell.cell_type === "code" && cell.source.length > 0
  );
  cells[1].source = ["// a comment that was not there\n", ...[cells[1].source].flat()];
  await Deno.writeTextFile(path, JSON.stringify(notebook, null, 1) + "\n");
}

try {
  const notebooks = await copyProject(Number(countGiven));
  const first = join(copy, notebooks[0]!);
  const jobs: Readonly<Record<string, () => Promise<Taken>>> = {
    "report-from-nothing": () => task("report"),
    "report-unchanged": async () => {
      await task("report");
      return await task("report");
    },
    "one-cell": async () => {
      await task("report");
      await editCell(first);
      return await task("report");
    },
    "page": () => task("export", notebooks.at(-1)!, "--format", "html"),
    "notebook": () => task("run", notebooks.at(-1)!),
  };
  const run = jobs[job];
  if (run === undefined) throw new RangeError(`Cannot run the job "${job}"`);
  const { seconds, peak, processor } = await run();
  print(seconds, peak, [notebooks.length], processor);
} finally {
  await Deno.remove(copy, { recursive: true });
}
