import { join } from "node:path";
import { relativePath } from "../files/relative_path.ts";
import { pathToFileURL } from "node:url";
import { RUNNER_ROOT } from "./project.ts";

/**
 * Makes the folder in which the kernel of a notebook outside of any project starts: Deno takes its
 * configuration from there, and with it the library by the runner's own project. Imports by a path
 * lead to the notebook's folder; what packages they need beside the library's is noted in a copy of
 * the lock.
 *
 * @param folder Where, a folder that the kernel may write into.
 * @param home The notebook's own folder.
 */
export function makeStartFolder(folder: string, home: string): void {
  Deno.mkdirSync(folder);
  const config = JSON.parse(Deno.readTextFileSync(join(RUNNER_ROOT, "deno.json")));
  const imports = Object.entries(config.imports as Record<string, string>).map(([name, target]) => [
    name,
    target.startsWith(".") ? pathToFileURL(join(RUNNER_ROOT, target)).href : target,
  ]);
  const start = pathToFileURL(folder).href + "/";
  Deno.writeTextFileSync(
    join(folder, "deno.json"),
    JSON.stringify({
      imports: { ...Object.fromEntries(imports), [start]: pathToFileURL(home).href + "/" },
      // As in the runner's own: a lock of other links than the configuration's is resolved anew, which
      // asks the registry for what the cache may not hold.
      links: (config.links ?? []).map((link: string) =>
        relativePath(folder, join(RUNNER_ROOT, link))
      ),
      unstable: config.unstable ?? [],
      compilerOptions: config.compilerOptions ?? {},
      lock: { path: "./deno.lock", frozen: false },
    }),
  );
  Deno.copyFileSync(join(RUNNER_ROOT, "deno.lock"), join(folder, "deno.lock"));
}
