import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { writeAtomically } from "../../files/atomic_write.ts";
import { command, parseCommand, print, printError } from "../../files/command_line.ts";
import { DataError } from "../data_error.ts";
import { precinctLines2024 } from "../tables/precinct_lines_2024.ts";
import { keepBuildGround } from "./build_ground.ts";
import { buildTables } from "./build_tables.ts";
import { type Correction, Corrections } from "./corrections.ts";
import { buildPrecinctLines2024 } from "./precinct_lines_2024.ts";
import { MissingRawFile, RawFolder } from "./raw_folder.ts";
import { tableBuilds } from "./tables.ts";

const USAGE = `Build the tables of data/, and describe them.

Usage: deno task data [--raw DIR | --no-raw] [--check | --offices]

Tables that are written by hand are checked and written back in the common form. A table whose raw
files are there is built from them; one whose raw files are not is kept, and checked. All are
described in data/datapackage.json.

  --raw DIR  the folder of raw files, with its list SOURCES.tsv
             (default: the environment variable TALLYBOOK_RAW, then ../shared/raw, then none)
  --no-raw   use no raw files, though they may be there: seconds instead of minutes
  --check    write nothing; compare with the files that are there, and fail on any difference
  --offices  build only data/large/precinct_lines_2024.parquet, all offices by precinct: 7 million
             rows that are not in the repository, for scan() and for deno task engine load`;

const ROOT = new URL("../../../", import.meta.url);

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
export function staleSidecars(made: ReadonlySet<string>): string[] {
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

/** The folder to read: the one asked for, or the usual one; null where there is none. */
function rawFolder(asked: string | undefined): string | null {
  if (asked !== undefined) return asked;
  const usual = defaultRawFolder();
  try {
    Deno.statSync(`${usual}/SOURCES.tsv`);
    return usual;
  } catch (cause) {
    if (!(cause instanceof Deno.errors.NotFound)) throw cause;
    if (Deno.env.get("TALLYBOOK_RAW") !== undefined) return usual;
    print("No folder of raw files: tables that are built from them are kept");
    return null;
  }
}

/**
 * The task `data`: builds every table of data/ that can be built, and describes all.
 *
 * @param args Command-line arguments: `--raw DIR`, `--no-raw`, `--check`, `--help`.
 * @returns The exit code: 0, or 1 when a raw file or a table is wrong, or `--check` finds a
 * difference; 2 for an unknown argument.
 */
export function dataCommand(args: string[]): Promise<number> {
  return command(args, USAGE, async () => {
    const { values } = parseCommand(args, {
      raw: { type: "string" },
      "no-raw": { type: "boolean" },
      check: { type: "boolean" },
      offices: { type: "boolean" },
    });
    if (values["no-raw"] && values.raw !== undefined) {
      printError("Cannot build the tables: found --raw and --no-raw, expected one of them");
      return 2;
    }
    const directory = values["no-raw"] ? null : rawFolder(values.raw);
    try {
      if (values.offices) return buildOffices(directory);
      return await buildAndWrite(directory, values.check ?? false);
    } catch (cause) {
      if (cause instanceof DataError) printError(cause.message);
      else if (cause instanceof MissingRawFile) {
        printError(`Cannot build all offices: found no ${cause.message} among the raw files`);
      } else if (cause instanceof Deno.errors.NotFound) {
        printError(`Cannot read the raw files in ${directory}: ${cause.message}`);
      } else throw cause;
      return 1;
    }
  });
}

/** The long form of the precinct files, which the repository does not hold. */
function buildOffices(directory: string | null): number {
  const raw = new RawFolder(directory, new Corrections(readCorrections()));
  const path = fileURLToPath(new URL(precinctLines2024.file, ROOT));
  const rows = buildPrecinctLines2024(raw, path, print);
  print(`${precinctLines2024.file}  ${rows} rows`);
  return 0;
}

async function buildAndWrite(directory: string | null, check: boolean): Promise<number> {
  const { files, kept } = buildTables(directory, readCorrections(), tableBuilds, print);
  const changed = [...files].filter(([path, bytes]) => !sameAsOnDisk(path, bytes));
  // With a table kept, its sources' descriptions stay.
  const stale = kept.length === 0 ? staleSidecars(new Set(files.keys())) : [];
  const note = kept.length === 0 ? "" : `, ${kept.length} tables kept without their raw files`;
  if (directory !== null && kept.length + changed.length + stale.length === 0) {
    await keepBuildGround(fileURLToPath(ROOT), directory);
  }
  if (check) {
    for (const [path] of changed) printError(`${path} differs from its build`);
    for (const path of stale) printError(`${path} is not built any more`);
    const differences = changed.length + stale.length;
    print(`${files.size} files compared, ${differences} differences${note}`);
    return differences === 0 ? 0 : 1;
  }
  for (const [path, bytes] of changed) {
    const target = fileURLToPath(new URL(path, ROOT));
    await Deno.mkdir(dirname(target), { recursive: true });
    await writeAtomically(target, bytes);
  }
  for (const path of stale) Deno.removeSync(new URL(path, ROOT));
  print(`${files.size} files, ${changed.length} changed${note}`);
  return 0;
}
