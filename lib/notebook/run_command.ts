import {
  command,
  misuse,
  parseCommand,
  positiveNumber,
  print,
  printError,
  UsageError,
} from "../files/command_line.ts";
import { parseGrants } from "./grants.ts";
import { calledPath } from "./find_notebooks.ts";
import { interruptible } from "../files/interrupt.ts";
import { progressOn, SILENT } from "./progress.ts";
import { runNotebooks } from "./run_notebooks.ts";

const USAGE = `Run one notebook and keep its outputs in it.

Usage: deno task run NOTEBOOK [-p name=value ...] [--out FILE] [--allow=WHAT ...]

  -p name=value     use this value instead of the default of a parameter
  --out FILE        leave NOTEBOOK as it is and write the result to FILE
  --allow=WHAT      give the notebook net, import, run, read, write, ffi, or net=HOST:PORT,
                    read=PATH or write=FOLDER
  --timeout=S       seconds that one cell may take (600)
  --memory=MB       memory that the notebook may use (4096)
  --require-sandbox run nothing where the system builds no wall around the notebook
  --no-check        run without checking types first
  --quiet           no progress`;

/** Splits `name=value`. */
function assignment(text: string): [string, string] {
  const at = text.indexOf("=");
  if (at < 1) throw misuse("-p", text, "name=value");
  return [text.slice(0, at), text.slice(at + 1)];
}

/**
 * `deno task run`: runs one notebook; resolves to the exit code, 1 when it failed.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { runCommand } from "./mod.ts";
 *
 * assertEquals(await runCommand(["--help"]), 0);
 * ```
 */
export function runCommand(args: string[]): Promise<number> {
  return command(args, USAGE, async () => {
    const { values, positionals } = parseCommand(args, {
      parameter: { type: "string", short: "p", multiple: true },
      out: { type: "string" },
      allow: { type: "string", multiple: true },
      timeout: { type: "string" },
      memory: { type: "string" },
      quiet: { type: "boolean" },
      "no-check": { type: "boolean" },
      "require-sandbox": { type: "boolean" },
    });
    const [named, ...more] = positionals;
    if (named === undefined || more.length > 0) {
      throw misuse("NOTEBOOK", positionals, "one notebook");
    }
    const path = calledPath(named);
    const allow = (values.allow ?? []).flatMap((text) => text.split(","));
    try {
      parseGrants(allow);
    } catch (error) {
      throw new UsageError((error as Error).message);
    }
    const given = (values.parameter ?? []).map(assignment);
    for (const [i, [name]] of given.entries()) {
      if (given.findIndex(([other]) => other === name) < i) {
        throw misuse("-p", `${name} twice`, "each parameter once");
      }
    }
    const timeout = positiveNumber("--timeout", values.timeout);
    const memory = positiveNumber("--memory", values.memory);
    return await interruptible(async () => {
      const progress = values.quiet ? SILENT : progressOn();
      const [run] = await runNotebooks([path], {
        force: "asked for",
        parameters: Object.fromEntries(given),
        parametersAsText: true,
        allow,
        check: !values["no-check"],
        requireSandbox: values["require-sandbox"] ?? false,
        progress,
        ...(values.out === undefined ? {} : { out: values.out }),
        ...(timeout === undefined ? {} : { timeout }),
        ...(memory === undefined ? {} : { memory }),
      });
      progress.close();
      for (const warning of run?.warnings ?? []) printError(`${run?.name}: ${warning}`);
      for (const what of run?.unlisted ?? []) {
        printError(`${run?.name}: ${what} ran: what was read by it is not listed`);
      }
      if (run?.missingWall) printError(`${run.name}: ${run.missingWall}`);
      if (run?.failure) {
        printError(run.failure);
        if (run.partial) printError(`What it gave until then: ${run.partial}`);
        return 1;
      }
      if (!values.quiet) print(`Result: ${values.out ?? path}`);
      return 0;
    });
  });
}
