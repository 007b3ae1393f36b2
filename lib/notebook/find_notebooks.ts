import { join, relative, resolve } from "node:path";

/**
 * The notebooks of a folder by name; partial results and hidden files are left out.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { findNotebooks } from "./mod.ts";
 *
 * const folder = await Deno.makeTempDir();
 * for (const name of ["b.ipynb", "a.ipynb", "a.partial.ipynb", "notes.md"]) {
 *   await Deno.writeTextFile(`${folder}/${name}`, "");
 * }
 * assertEquals(await findNotebooks(folder), [`${folder}/a.ipynb`, `${folder}/b.ipynb`]);
 * await Deno.remove(folder, { recursive: true });
 * ```
 */
export async function findNotebooks(folder: string): Promise<string[]> {
  const names: string[] = [];
  for await (const entry of Deno.readDir(folder)) {
    const { name } = entry;
    const wanted = name.endsWith(".ipynb") && !name.endsWith(".partial.ipynb") &&
      !name.startsWith(".");
    if (entry.isFile && wanted) names.push(name);
  }
  return names.sort().map((name) => join(folder, name));
}

function exists(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * A path that a command line names. A task runs in the project's root; what is
 * not found there is looked for in the folder where the task was called.
 */
export function calledPath(path: string): string {
  const called = Deno.env.get("INIT_CWD");
  if (called === undefined || exists(path)) return path;
  const there = resolve(called, path);
  return exists(there) ? relative(Deno.cwd(), there) : path;
}

/** The notebooks that a command line names; those of notebooks/ when it names none. */
export async function notebooksFrom(paths: readonly string[]): Promise<string[]> {
  return paths.length > 0 ? paths.map(calledPath) : await findNotebooks("notebooks");
}
