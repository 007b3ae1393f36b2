import { join } from "node:path";
import { plainImports } from "../../files/plain_imports.ts";
import { ownRoot } from "../../files/project_root.ts";

/** Deno's bundler could not make the panels' program: the report can do without, and says so. */
export class BundleError extends Error {
  override readonly name = "BundleError";
}

/** The entry of the panels' program, below lib/. */
export const PANELS_ENTRY = "report/panels/client/main.ts";

/**
 * Programs for browsers, each in one script without imports: they have the same functions of lib/election
 * that the notebooks call. Deterministic for the same sources, lock and Deno.
 *
 * @param entries The modules that they start with, below lib/.
 * @throws {BundleError} when Deno's bundler fails, with what it printed.
 */
export async function bundlePrograms(entries: readonly string[]): Promise<string[]> {
  const copy = await Deno.makeTempDir({ prefix: "tallybook-panels-" });
  try {
    await copyPlain(join(ownRoot(), "lib"), join(copy, "lib"));
    // All have ended before the copy goes.
    const programs = await Promise.allSettled(entries.map((entry) => bundle(copy, entry)));
    return programs.map((program) => {
      if (program.status === "rejected") throw program.reason;
      return program.value;
    });
  } finally {
    await Deno.remove(copy, { recursive: true });
  }
}

async function bundle(copy: string, entry: string): Promise<string> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "bundle",
      "--quiet",
      "--platform=browser",
      "--minify",
      `--config=${join(ownRoot(), "deno.json")}`,
      join(copy, "lib", entry),
    ],
    cwd: copy,
    stdout: "piped",
    stderr: "piped",
    env: { NO_COLOR: "1" },
  }).output();
  if (code !== 0) {
    const said = new TextDecoder().decode(stderr).trim();
    throw new BundleError(`Cannot bundle the live panels: ${said}`);
  }
  return new TextDecoder().decode(stdout);
}

/** Copies the modules below a folder with plain imports, which is what the bundler can read. */
async function copyPlain(from: string, to: string): Promise<void> {
  await Deno.mkdir(to);
  const copies: Promise<void>[] = [];
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (isDirectory) copies.push(copyPlain(join(from, name), join(to, name)));
    else if (name.endsWith(".ts")) {
      copies.push(
        Deno.readTextFile(join(from, name))
          .then((source) => Deno.writeTextFile(join(to, name), plainImports(source))),
      );
    }
  }
  await Promise.all(copies);
}
