import { basename, dirname, join, resolve } from "node:path";
import { command, misuse, parseCommand, print, printError } from "../files/command_line.ts";
import { sha256 } from "../files/hash.ts";
import { ownRoot } from "../files/project_root.ts";
import { calledPath, interruptible, ReadyRunner, Superseded } from "../notebook/mod.ts";
import { entryOf } from "./executed_notebooks.ts";
import { pageCollisions } from "./page_names.ts";
import { readVersions } from "./project_facts.ts";
import { RenderPool } from "./render_pool.ts";
import { renderReport } from "./render_report.ts";
import type { ReportFile } from "./report_context.ts";
import { WatchServer } from "./watch_server.ts";

const USAGE = `Usage: deno task watch NOTEBOOK [--port N]

Shows NOTEBOOK's page in the browser. At each save of it, or of a file in lib/ or data/, the
notebook runs from its first cell, is rendered, and the browser loads the page again. The
notebook's file is left alone, and its types are not checked: see the tasks "run" and "check".

  --port N    The port on this machine; a free one unless given
`;

/** An editor writes a file in several steps. */
const SETTLE_MS = 40;

/**
 * The saves of a notebook, or of what it may rest on, in words; those that come together are one.
 * A file that is written and not changed is no save.
 */
export async function* saves(notebook: string, folders: readonly string[]): AsyncGenerator<string> {
  const hashOf = (path: string) => {
    try {
      return sha256(Deno.readFileSync(path));
    } catch {
      return null;
    }
  };
  const seen = new Map([[notebook, hashOf(notebook)]]);
  using watcher = Deno.watchFs([dirname(notebook), ...folders]);
  let changed = new Set<string>();
  let wake = Promise.withResolvers<void>();
  let ended = false;
  const listen = async () => {
    for await (const { kind, paths } of watcher) {
      if (kind === "access") continue;
      const relevant = paths.filter((path) =>
        path === notebook ||
        folders.some((folder) => path.startsWith(folder + "/")) && /\.\w+$/.test(basename(path)) &&
          !/(^\.|~$|\.tmp$)/.test(basename(path))
      );
      for (const path of relevant) changed.add(path);
      if (relevant.length > 0) wake.resolve();
    }
    ended = true;
    wake.resolve();
  };
  const listening = listen();
  try {
    while (!ended) {
      await wake.promise;
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      const batch = changed;
      [changed, wake] = [new Set(), Promise.withResolvers<void>()];
      const fresh = [...batch].filter((path) => {
        const now = hashOf(path);
        if (now === null || now === seen.get(path)) return false;
        seen.set(path, now);
        return true;
      });
      if (fresh.length > 0) yield `${fresh.map((path) => basename(path)).join(", ")} saved`;
    }
  } finally {
    watcher.close();
    await listening.catch(() => {});
  }
}

/**
 * The task "watch": runs and renders one notebook at each save.
 *
 * @returns The exit code: 2 when the arguments are wrong; otherwise it ends by an interrupt.
 */
export async function watchCommand(args: string[]): Promise<number> {
  return await command(args, USAGE, async () => {
    const { values, positionals } = parseCommand(args, { port: { type: "string" } });
    const [named, ...more] = positionals;
    if (named === undefined || more.length > 0) {
      throw misuse("NOTEBOOK", positionals, "one notebook");
    }
    const port = Number(values.port ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65535) {
      throw misuse("--port", values.port, "a port from 0 to 65535");
    }
    const path = await Deno.realPath(calledPath(named)).catch(() => null);
    if (path === null) {
      printError(`Cannot find ${named}`);
      return 1;
    }
    const [collision] = pageCollisions([basename(path, ".ipynb")]);
    if (collision !== undefined) {
      printError(collision);
      return 1;
    }
    return await interruptible(() => watch(path, port));
  });
}

const seconds = (ms: number) => (ms / 1000).toFixed(1);

async function watch(path: string, port: number): Promise<number> {
  const root = ownRoot();
  const versions = await readVersions(root);
  const runner = new ReadyRunner(path);
  const pool = new RenderPool({ jobs: 1 });
  const server = new WatchServer(basename(path, ".ipynb"), port);
  print(`Open ${server.url}, and end with Ctrl-C`);
  const update = async (reason: string): Promise<void> => {
    const start = performance.now();
    try {
      const run = await runner.run(reason);
      if (run.failure !== null) printError(run.failure);
      // What is half saved: the page stays until the next save.
      if (run.notebook === null) return;
      const ran = performance.now();
      server.show(await rendered(run));
      const [cells, page] = [ran - start, performance.now() - ran].map(seconds);
      print(
        `${reason}: shown after ${
          seconds(performance.now() - start)
        } s (cells ${cells}, page ${page})`,
      );
    } catch (error) {
      if (!(error instanceof Superseded)) printError((error as Error).message);
    }
  };
  const rendered = async (run: Parameters<typeof entryOf>[0]): Promise<readonly ReportFile[]> => {
    const report = await renderReport(
      [entryOf(run, versions)],
      {},
      ({ notebook, context }) => pool.render({ root, notebook, context }),
    );
    return report.files;
  };
  let last = update("started");
  const folders = [join(root, "lib"), join(root, "data")].map((folder) => resolve(folder));
  try {
    // One that goes on is stopped by the next.
    for await (const reason of saves(path, folders)) last = update(reason);
    await last;
  } finally {
    await server.close();
    await runner.close();
    pool.close();
  }
  return 0;
}
