import { join } from "node:path";
import { command, parseCommand, print } from "../files/command_line.ts";
import { projectRoot } from "../notebook/project.ts";
import { findings } from "./machine.ts";

const USAGE = `Say what this machine has of what the tasks use, and what is left out without it.

Usage: deno task doctor [--raw DIR]

  --raw DIR  the folder of raw files
             (default: the environment variable TALLYBOOK_RAW, then ../shared/raw, then none)`;

const SIGNS = { yes: "ok     ", without: "without", no: "MISSING" } as const;

const isFolder = (path: string) => Deno.stat(path).then((info) => info.isDirectory, () => false);

/** `deno task doctor`: resolves to 0, or 1 where the tasks can't run at all. */
export function doctorCommand(args: string[]): Promise<number> {
  return command(args, USAGE, async () => {
    const { values } = parseCommand(args, { raw: { type: "string" } });
    const root = projectRoot(join(Deno.cwd(), "deno.json"));
    const usual = join(root, "../shared/raw");
    const raw = values.raw ?? Deno.env.get("TALLYBOOK_RAW") ??
      (await isFolder(usual) ? usual : null);
    const all = await findings(root, raw);
    for (const { what, there, says } of all) {
      print(`${SIGNS[there]}  ${what.padEnd(10)}  ${says}`);
    }
    return all.some(({ there }) => there === "no") ? 1 : 0;
  });
}
