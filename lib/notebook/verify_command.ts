import { command, parseCommand, positiveNumber, print, printError } from "../files/command_line.ts";
import { compareOutputs, describeDifferences } from "./compare_outputs.ts";
import { notebooksFrom } from "./find_notebooks.ts";
import { changesSinceRun, outputsOfNothing } from "./manifest.ts";
import { interruptible } from "../files/interrupt.ts";
import { parseNotebook } from "./notebook_file.ts";
import { wronglyNoted } from "./noted_run.ts";
import { progressOn, SILENT } from "./progress.ts";
import { projectRoot } from "./project.ts";
import { changedReportFiles } from "./report_files.ts";
import { runNotebooks } from "./run_notebooks.ts";

const USAGE =
  `Run every notebook again and compare with what is stored in it; nothing is changed. Outputs are
compared with those of the new run, prose and metadata with the digests that a run leaves.

Usage: deno task verify [NOTEBOOK ...] [--timeout=S] [--quiet]

Without a name, all of notebooks/ are run. With --attest, deno task verify --attest --help.`;

/**
 * `deno task verify`: prints each difference; resolves to the exit code, 1 when there is one.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { verifyCommand } from "./mod.ts";
 *
 * assertEquals(await verifyCommand(["--help"]), 0);
 * ```
 */
export function verifyCommand(args: string[]): Promise<number> {
  return command(args, USAGE, async () => {
    const { values, positionals } = parseCommand(args, {
      timeout: { type: "string" },
      quiet: { type: "boolean" },
    });
    const timeout = positiveNumber("--timeout", values.timeout);
    const paths = await notebooksFrom(positionals);
    return await interruptible(async () => {
      const progress = values.quiet ? SILENT : progressOn();
      const stored = new Map<string, string>();
      for (const path of paths) {
        stored.set(path, await Deno.readTextFile(path).catch(() => ""));
      }
      const runs = await runNotebooks(paths, {
        force: "verify",
        keepParameters: true,
        out: null,
        progress,
        ...(timeout === undefined ? {} : { timeout }),
      });
      progress.close();
      let same = 0;
      for (const run of runs) {
        if (run.failure || !run.notebook) {
          printError(run.failure ?? `${run.name} did not run`);
          continue;
        }
        const before = parseNotebook(stored.get(run.path) ?? "", run.name).notebook;
        const differences = compareOutputs(before, run.notebook);
        const changes = [
          ...changesSinceRun(before),
          ...outputsOfNothing(before),
          ...wronglyNoted(before, run),
        ];
        if (differences.length + changes.length === 0) same++;
        for (const change of changes) printError(`${run.name}: ${change}`);
        if (differences.length > 0) printError(describeDifferences(run.name, differences));
      }
      const changed = await changedReportFiles(projectRoot(paths[0] ?? "deno.json"));
      for (const file of changed) printError(file);
      print(`${same} of ${runs.length} notebooks gave the outputs that are stored`);
      return same === runs.length && changed.length === 0 ? 0 : 1;
    });
  });
}
