import { dirname, join, resolve } from "node:path";
import { relativePath } from "../files/relative_path.ts";
import { sha256 } from "../files/hash.ts";
import type { ModuleCode } from "./module_code.ts";
import { RUNNER_ROOT } from "./project.ts";

/** The modules that make a notebook's outputs, and the record of its run, what they are. */
const ENTRIES = ["execute.ts", "run_record.ts", "needed_modules.ts"];

/** The runner's own modules by path from its root, each with the hash of what it emits. */
export async function runnerModules(code: ModuleCode): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const left = ENTRIES.map((name) => join(RUNNER_ROOT, "lib/notebook", name));
  const seen = new Set(left);
  for (const path of seen) {
    const module = await code.read(path);
    if (module === null) continue;
    found.set(relativePath(RUNNER_ROOT, path), module.hash);
    for (const { from } of [...module.imports, ...module.handsOn]) {
      if (from.startsWith(".")) seen.add(resolve(dirname(path), from));
    }
  }
  return found;
}

/** A hash that changes when a change of the runner's code can give notebooks other outputs. */
export async function runnerHash(code: ModuleCode): Promise<string> {
  const modules = [...await runnerModules(code)].sort(([a], [b]) => a < b ? -1 : 1);
  return sha256(JSON.stringify(modules));
}
