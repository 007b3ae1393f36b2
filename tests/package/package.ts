/**
 * `deno task package`: makes the npm package in `package/` and tries it from an empty folder.
 *
 * @module
 */
import { join } from "node:path";
import { command, parseCommand, print, printError } from "../../lib/files/command_line.ts";
import { ownRoot } from "../../lib/files/project_root.ts";
import { makeJsr } from "../../lib/package/make_jsr.ts";
import { makePackage } from "../../lib/package/make_package.ts";
import { BUDGETS, bundleSizes, install, run, typeFaults, writeExamples } from "./try_package.ts";

const USAGE =
  `Make the npm package in package/, and try it from an empty folder: types, every example
in Deno and Node, a dry run of publishing to JSR, bundles for a browser with their budgets. Needs npm and its registry.

Usage: deno task package [--no-try] [--node PROGRAM ...]

  --no-try        make it only
  --node PROGRAM  also run the examples in this Node (the one on the PATH always runs them)`;

async function attempt(root: string, made: string, nodes: readonly string[]): Promise<number> {
  const entries = await makePackage(root, made);
  print(`made package/: ${entries.length} entries`);
  if (nodes.length === 0) return 0;
  const folder = await Deno.makeTempDir();
  try {
    await install(made, folder);
    let failed = 0;
    const faults = typeFaults(folder, entries);
    print(faults.length === 0 ? "types: ok" : `types: ${faults.length} faults`);
    for (const fault of faults.slice(0, 20)) printError(fault);
    failed += faults.length;
    await writeExamples(root, folder);
    for (const [program, ...args] of [[Deno.execPath(), "run", "-A"], ...nodes.map((it) => [it])]) {
      try {
        const version = (await run(folder, program!, "--version")).split("\n")[0];
        print(`${version}: ${await run(folder, program!, ...args, "examples.mjs")}`);
      } catch (error) {
        failed++;
        printError((error as Error).message);
      }
    }
    const jsr = join(folder, "jsr");
    await makeJsr(root, jsr);
    try {
      await run(jsr, Deno.execPath(), "publish", "--dry-run", "--allow-dirty");
      print("dry run of publishing to JSR: ok");
    } catch (error) {
      failed++;
      printError((error as Error).message);
    }
    for (const [source, size] of Object.entries(await bundleSizes(folder))) {
      const over = size > BUDGETS[source]!;
      if (over) failed++;
      const what = /import (.*?);/.exec(source)![1];
      print(`${size} of ${BUDGETS[source]} bytes${over ? ", TOO MANY" : ""}: ${what}`);
    }
    return failed === 0 ? 0 : 1;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.exit(
  await command(Deno.args, USAGE, async () => {
    const { values } = parseCommand(Deno.args, {
      "no-try": { type: "boolean" },
      node: { type: "string", multiple: true },
    });
    const root = ownRoot();
    const made = join(root, "package");
    await Deno.remove(made, { recursive: true }).catch(() => {});
    return await attempt(root, made, values["no-try"] ? [] : ["node", ...(values.node ?? [])]);
  }),
);
