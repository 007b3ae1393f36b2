import { delimiter, join } from "node:path";
import { command, print, printError, UsageError } from "../files/command_line.ts";
import { grantTexts, parseGrants } from "./grants.ts";
import { writeKernelspec } from "./kernelspec.ts";
import { LAB_GRANTS } from "./lab_kernel.ts";
import { projectRoot } from "./project.ts";
import { findWall } from "./sandbox/wall.ts";

const USAGE = `Open JupyterLab on the project's notebooks, with the project's own Deno kernel.

Usage: deno task lab [--path] [--allow=WHAT ...] [--require-sandbox] [JUPYTERLAB'S OWN OPTIONS ...]

  --path            start nothing; print the folder to put on JUPYTER_PATH for another
                    program, such as VS Code
  --allow=WHAT      give the kernels of this JupyterLab net, import, run, read, write, ffi,
                    or net=HOST:PORT, read=PATH or write=FOLDER
  --require-sandbox start nothing where the system builds no wall around the kernels

JupyterLab is not part of the project: pip install jupyterlab`;

const ALLOW = /^--allow=/;
const REQUIRE = "--require-sandbox";

/** Jupyter's folders for what it keeps, below the project's unless the caller chose others. */
function ownFolders(folder: string): Record<string, string> {
  const folders = {
    JUPYTER_CONFIG_DIR: join(folder, "config"),
    JUPYTER_DATA_DIR: join(folder, "data"),
    JUPYTER_RUNTIME_DIR: join(folder, "runtime"),
    JUPYTERLAB_SETTINGS_DIR: join(folder, "settings"),
    JUPYTERLAB_WORKSPACES_DIR: join(folder, "workspaces"),
    IPYTHONDIR: join(folder, "ipython"),
    // JupyterLab's language servers ask npm where it keeps its packages.
    npm_config_cache: join(folder, "npm"),
  };
  return Object.fromEntries(Object.entries(folders).filter(([name]) => !Deno.env.has(name)));
}

/**
 * `deno task lab`: resolves to JupyterLab's exit code, or 1 where it is not installed.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { labCommand } from "./mod.ts";
 *
 * assertEquals(await labCommand(["--help"]), 0);
 * ```
 */
export function labCommand(args: string[]): Promise<number> {
  return command(args, USAGE, async () => {
    const root = projectRoot(join(Deno.cwd(), "deno.json"));
    const folder = await writeKernelspec(root);
    if (args.includes("--path")) {
      print(folder);
      return 0;
    }
    const allow = args.filter((arg) => ALLOW.test(arg))
      .flatMap((arg) => arg.replace(ALLOW, "").split(","));
    let grants: string[];
    try {
      grants = grantTexts(parseGrants(allow));
    } catch (error) {
      throw new UsageError((error as Error).message);
    }
    const { missing } = await findWall();
    if (missing !== null) {
      printError(missing);
      if (args.includes(REQUIRE)) return 1;
    }
    const own = args.filter((arg) => !ALLOW.test(arg) && arg !== REQUIRE);
    const others = Deno.env.get("JUPYTER_PATH");
    try {
      const lab = new Deno.Command("jupyter-lab", {
        args: [`--ServerApp.root_dir=${root}`, ...own],
        env: {
          ...ownFolders(folder),
          [LAB_GRANTS]: JSON.stringify(grants),
          JUPYTER_PATH: others ? folder + delimiter + others : folder,
        },
      }).spawn();
      // Ctrl-C is JupyterLab's to answer: it asks before it stops. Other signals reach it from here.
      const ignore = () => {};
      const pass = () => lab.kill("SIGTERM");
      Deno.addSignalListener("SIGINT", ignore);
      Deno.addSignalListener("SIGTERM", pass);
      const { code } = await lab.status;
      Deno.removeSignalListener("SIGINT", ignore);
      Deno.removeSignalListener("SIGTERM", pass);
      return code;
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
      printError(
        "JupyterLab is not on the PATH: install it with `pip install jupyterlab`, or open the " +
          "notebooks in VS Code with the Jupyter extension",
      );
      return 1;
    }
  });
}
