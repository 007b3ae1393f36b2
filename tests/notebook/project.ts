/** A small project in a temporary folder, for tests on the real kernel. */
import { dirname, join } from "node:path";

/** The root of the repository that these tests belong to. */
export const REPOSITORY = new URL("../../", import.meta.url).pathname;

/** How a cell of a test notebook is given: its code, or code with tags. */
export type CellSpec = string | { code: string; tags: string[] };

/** The text of a notebook (format 4.5) with these code cells. */
export function notebookText(cells: readonly CellSpec[]): string {
  return JSON.stringify(
    {
      cells: cells.map((cell, i) => ({
        cell_type: "code",
        execution_count: null,
        id: `cell-${i + 1}`,
        metadata: typeof cell === "string" ? {} : { tags: cell.tags },
        outputs: [],
        source: (typeof cell === "string" ? cell : cell.code).split(/(?<=\n)/),
      })),
      metadata: { kernelspec: { display_name: "Deno", language: "typescript", name: "deno" } },
      nbformat: 4,
      nbformat_minor: 5,
    },
    null,
    1,
  ) + "\n";
}

/** The configuration of a project whose cells print, or use other names that {@linkcode LIBRARIES} lacks. */
export const EVERYTHING = { compilerOptions: { strict: true } };

/** A temporary project; disposing of it removes it. */
export interface TestProject extends AsyncDisposable {
  readonly root: string;
  /** The absolute path of a file of the project. */
  path(name: string): string;
  /** Writes a file of the project and returns its absolute path. */
  write(name: string, content: string): Promise<string>;
  /** Writes a notebook and returns its absolute path. */
  notebook(name: string, cells: readonly CellSpec[]): Promise<string>;
  /** The names of all files below the root, those of the state folder left out. */
  files(): Promise<string[]>;
}

/**
 * What the check of a test's cells has to know: Deno's own names and the web's that they use. Node's, which
 * `deno.window` brings, are most of the time that a check of one cell takes; who imports from `node:` gets
 * them all the same.
 */
const LIBRARIES = [
  ...["deno.ns", "deno.console", "deno.web", "deno.url", "deno.fetch", "deno.crypto"],
  ...["deno.websocket", "esnext"],
];

/** Makes a project with a deno.json; `parent` is where, the system's temporary folder unless given. */
export async function testProject(
  config: Record<string, unknown> = {},
  parent?: string,
): Promise<TestProject> {
  const root = await Deno.realPath(
    await Deno.makeTempDir({ prefix: "tallybook-test-", ...(parent ? { dir: parent } : {}) }),
  );
  const path = (name: string) => join(root, name);
  const write = async (name: string, content: string) => {
    await Deno.mkdir(dirname(path(name)), { recursive: true });
    await Deno.writeTextFile(path(name), content);
    return path(name);
  };
  const compilerOptions = { strict: true, lib: LIBRARIES };
  await write("deno.json", JSON.stringify({ compilerOptions, ...config }));
  const list = async (folder: string): Promise<string[]> => {
    const names: string[] = [];
    for await (const entry of Deno.readDir(join(root, folder))) {
      const name = join(folder, entry.name);
      if (name === ".tallybook") continue;
      if (entry.isDirectory) names.push(...await list(name));
      else names.push(name);
    }
    return names.sort();
  };
  return {
    root,
    path,
    write,
    notebook: (name, cells) => write(name, notebookText(cells)),
    files: () => list(""),
    [Symbol.asyncDispose]: () => Deno.remove(root, { recursive: true }),
  };
}

/** The ids of processes whose command line or working folder names `text`. */
export async function processesOf(text: string): Promise<number[]> {
  const found: number[] = [];
  for await (const { name } of Deno.readDir("/proc")) {
    if (!/^\d+$/.test(name) || Number(name) === Deno.pid) continue;
    try {
      const command = await Deno.readTextFile(`/proc/${name}/cmdline`);
      const folder = await Deno.readLink(`/proc/${name}/cwd`);
      if (command.includes(text) || folder.includes(text)) found.push(Number(name));
    } catch {
      // Gone in the meantime.
    }
  }
  return found;
}

/**
 * The processes that are left of a run in `root`: those that a killed process
 * takes a moment to end are waited for.
 */
export async function processesLeft(root: string): Promise<number[]> {
  for (let wait = 0; wait < 50 && (await processesOf(root)).length > 0; wait++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return await processesOf(root);
}

/** Deno's cache: a process with another home needs to be told. */
export async function denoFolder(): Promise<string> {
  const { stdout } = await new Deno.Command(Deno.execPath(), { args: ["info", "--json"] }).output();
  return JSON.parse(new TextDecoder().decode(stdout)).denoDir;
}
