import { fileURLToPath } from "node:url";
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
export async function bundlePanels(): Promise<string> {
  const entry = fileURLToPath(new URL("./client/main.ts", import.meta.url));
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["bundle", "--quiet", "--platform", "browser", "--minify", entry],
    cwd: ownRoot(),
    stdout: "piped",
    stderr: "piped",
    env: { NO_COLOR: "1" },
  }).output();
  if (code !== 0) {
    throw new BundleError(
      `Cannot bundle the live panels: ${new TextDecoder().decode(stderr).trim()}`,
    );
  }
  return new TextDecoder().decode(stdout);
}
