import { join } from "node:path";
import { plainImports } from "../../files/plain_imports.ts";
import { ownRoot } from "../../files/project_root.ts";

/** Deno's bundler could not make the panels' program: the report can do without, and says so. */
export class BundleError extends Error {
  override readonly name = "BundleError";
}

/**
 * The panels' program for browsers: the same functions of lib/election that the
 * notebooks call, in one script without imports. Deterministic for the same
 * sources, lock and Deno.
 *
 * @throws {BundleError} when Deno's bundler fails, with what it printed.
 */
export function bundlePanels(): Promise<string> {
  return bundleProgram("report/panels/client/main.ts");
}

/**
 * A program for browsers, in one script without imports.
 *
 * @param entry The module that it starts with, below lib/.
 * @throws {BundleError} when Deno's bundler fails, with what it printed.
 */
export async function bundleProgram(entry: string): Promise<string> {
  const root = ownRoot();
  const copy = await Deno.makeTempDir({ prefix: "tallybook-panels-" });
  try {
    await copyPlain(join(root, "lib"), join(copy, "lib"));
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        "bundle",
        "--quiet",
        "--platform=browser",
        "--minify",
        `--config=${join(root, "deno.json")}`,
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
  } finally {
    await Deno.remove(copy, { recursive: true });
  }
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
