import { assertEquals } from "@std/assert";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { ownRoot } from "../../lib/files/project_root.ts";
import { notebookText } from "../notebook/project.ts";

let folder: string | undefined;

/**
 * A copy of the project whose only notebook is a small one. One test after another gets a new copy in the
 * same place, since Deno compiles a module once for each place; each removes its own at its end.
 */
export async function smallCopy(): Promise<string> {
  folder ??= await Deno.realPath(await Deno.makeTempDir({ prefix: "tallybook-test-" }));
  await Deno.remove(folder, { recursive: true }).catch(() => {});
  await Deno.mkdir(folder);
  const root = folder;
  for (const name of ["deno.json", "deno.lock", "lib", "data", "tests/std_assert"]) {
    await cp(join(ownRoot(), name), join(root, name), { recursive: true });
  }
  await Deno.mkdir(join(root, "notebooks"));
  await Deno.writeTextFile(join(root, "notebooks/00_sum.ipynb"), notebookText(["1 + 1"]));
  return root;
}

/** Runs the task "report" there: its exit code, and all that it said. */
export async function report(
  root: string,
  ...args: string[]
): Promise<{ code: number; said: string }> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", "lib/cli.ts", "report", ...args],
    cwd: root,
    env: { NO_COLOR: "1" },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, said: text(stderr) + text(stdout) };
}

/** The same for a report that must succeed: what it said. */
export async function said(root: string, ...args: string[]): Promise<string> {
  const { code, said } = await report(root, ...args);
  assertEquals(code, 0, said);
  return said;
}
