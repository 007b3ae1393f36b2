import { assertEquals } from "@std/assert";
import { cp } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ownRoot } from "../../lib/files/project_root.ts";
import { notebookText } from "../notebook/project.ts";

let folder: string | undefined;

/**
 * What a copy takes over from the one before, and the first from this project: how modules compile, by the
 * hash of each, and how code is highlighted, by the code. Making it takes longer than all else in a copy.
 */
const TAKEN_OVER = [".tallybook/code-1.json", ".tallybook/report_parts/highlights.json"];

/**
 * Parts of a report, each kept with a hash of what it was made from, so that a copy that changed makes its own.
 * Those of the first copy are taken over: what a test changes last is no other's ground.
 */
const PARTS = ["api", "panels", "programs"].map((name) => `.tallybook/report_parts/${name}.json`);

const taken = new Map<string, Uint8Array>();

function readAny(path: string): Uint8Array | null {
  try {
    return Deno.readFileSync(path);
  } catch {
    return null;
  }
}

/**
 * A copy of the project whose only notebook is a small one. One test after another gets a new copy in the
 * same place, since Deno compiles a module once for each place; each removes its own with `removeCopy`.
 */
export async function smallCopy(): Promise<string> {
  folder ??= await Deno.realPath(await Deno.makeTempDir({ prefix: "tallybook-test-" }));
  const root = folder;
  await Deno.remove(folder, { recursive: true }).catch(() => {});
  await Deno.mkdir(folder);
  for (const name of ["deno.json", "deno.lock", "lib", "data", "tests/std_assert"]) {
    await cp(join(ownRoot(), name), join(root, name), { recursive: true });
  }
  for (const path of [...TAKEN_OVER, ...PARTS]) {
    const bytes = taken.get(path) ?? readAny(join(ownRoot(), path));
    if (bytes === null) continue;
    await Deno.mkdir(dirname(join(root, path)), { recursive: true });
    await Deno.writeFile(join(root, path), bytes);
  }
  await Deno.mkdir(join(root, "notebooks"));
  await Deno.writeTextFile(join(root, "notebooks/00_sum.ipynb"), notebookText(["1 + 1"]));
  return root;
}

/** Removes such a copy, but for what the next takes over. */
export async function removeCopy(root: string): Promise<void> {
  for (const path of [...TAKEN_OVER, ...PARTS.filter((path) => !taken.has(path))]) {
    const bytes = readAny(join(root, path));
    if (bytes !== null) taken.set(path, bytes);
  }
  await Deno.remove(root, { recursive: true });
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
