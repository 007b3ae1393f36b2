import { parseArgs } from "node:util";
import { DataError } from "../data_error.ts";
import { buildTables } from "./build_tables.ts";
import type { Correction } from "./corrections.ts";
import { tableBuilds } from "./tables.ts";

const USAGE = `Rebuild the tables of data/ from the raw files.

Usage: deno task data [--raw DIR] [--check]

  --raw DIR  the folder of raw files, with its list SOURCES.tsv
             (default: the environment variable TALLYBOOK_RAW, then ../shared/raw)
  --check    write nothing; compare with the files that are there, and fail on any difference`;

const ROOT = new URL("../../../", import.meta.url);

function say(line: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(line + "\n"));
}

function complain(line: string): void {
  Deno.stderr.writeSync(new TextEncoder().encode(line + "\n"));
}

/** Reads the declared corrections of the project. */
export function readCorrections(): Correction[] {
  return JSON.parse(Deno.readTextFileSync(new URL("data/corrections.json", ROOT)));
}

/** The folder of raw files that the environment names, or its usual place beside the project. */
export function defaultRawFolder(): string {
  return Deno.env.get("TALLYBOOK_RAW") ?? new URL("../shared/raw", ROOT).pathname;
}

function sameAsOnDisk(path: string, bytes: Uint8Array): boolean {
  try {
    const old = Deno.readFileSync(new URL(path, ROOT));
    return old.length === bytes.length && old.every((byte, at) => byte === bytes[at]);
  } catch (cause) {
    if (cause instanceof Deno.errors.NotFound) return false;
    throw cause;
  }
}

/** Files below data/sources/ that the build no longer makes. */
function staleSidecars(made: ReadonlySet<string>): string[] {
  const stale: string[] = [];
  const walk = (directory: string) => {
    for (const entry of Deno.readDirSync(new URL(directory, ROOT))) {
      const path = `${directory}${entry.name}`;
      if (entry.isDirectory) walk(`${path}/`);
      else if (!made.has(path)) stale.push(path);
    }
  };
  walk("data/sources/");
  return stale;
}

/**
 * The task `data`: rebuilds every table of data/ from the raw files.
 *
 * @param args Command-line arguments: `--raw DIR`, `--check`, `--help`.
 * @returns The exit code: 0, or 1 when a raw file is missing or wrong, or `--check` finds a
 * difference; 2 for an unknown argument.
 */
export function dataCommand(args: string[]): Promise<number> {
  let options: { raw?: string; check?: boolean; help?: boolean };
  try {
    options = parseArgs({
      args,
      options: {
        raw: { type: "string" },
        check: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (cause) {
    complain(`${(cause as Error).message}\n\n${USAGE}`);
    return Promise.resolve(2);
  }
  if (options.help) {
    say(USAGE);
    return Promise.resolve(0);
  }
  const directory = options.raw ?? defaultRawFolder();
  try {
    const files = buildTables(directory, readCorrections(), tableBuilds, say);
    const changed = [...files].filter(([path, bytes]) => !sameAsOnDisk(path, bytes));
    const stale = staleSidecars(new Set(files.keys()));
    if (options.check) {
      for (const [path] of changed) complain(`${path} differs from its build`);
      for (const path of stale) complain(`${path} is not built any more`);
      const differences = changed.length + stale.length;
      say(`${files.size} files compared, ${differences} differences`);
      return Promise.resolve(differences === 0 ? 0 : 1);
    }
    for (const [path, bytes] of changed) {
      const url = new URL(path, ROOT);
      Deno.mkdirSync(new URL(".", url), { recursive: true });
      const partial = new URL(`${url.href}.partial`);
      Deno.writeFileSync(partial, bytes);
      Deno.renameSync(partial, url);
    }
    for (const path of stale) Deno.removeSync(new URL(path, ROOT));
    say(`${files.size} files, ${changed.length} changed`);
    return Promise.resolve(0);
  } catch (cause) {
    if (cause instanceof DataError) complain(cause.message);
    else if (cause instanceof Deno.errors.NotFound) {
      complain(`Cannot read the raw files in ${directory}: ${cause.message}`);
    } else throw cause;
    return Promise.resolve(1);
  }
}
