import { requireOneOf } from "../../check/mod.ts";
import { command, misuse, parseCommand, print, printError } from "../../files/command_line.ts";
import { DataError } from "../data_error.ts";
import type { TableSchema } from "../schema.ts";
import { allTables } from "../tables/all.ts";
import { precinctLines2024 } from "../tables/precinct_lines_2024.ts";
import { EngineConnection } from "./clickhouse.ts";
import { type EngineAddress, engineOf } from "./engine_address.ts";
import { checkEngine } from "./engine_check.ts";
import { EngineError } from "./engine_error.ts";
import { loadIntoEngine, type LoadProgress } from "./engine_load.ts";
import { tablePath } from "./table_file.ts";

const USAGE =
  `Bring tables of data/ to a ClickHouse server, and compare its sums with the embedded ones.

Usage: deno task engine load|check [TABLE ...] [--engine ADDRESS]

  load   creates the tables and sends the rows; what is there stays, so that a load that was cut
         off goes on, and a second one changes nothing
  check  compares every sum with the embedded answer, and ends with 1 on a difference

Without names, the tables that are Parquet files, and the states' official returns; and all offices
by precinct, where \`deno task data --offices\` has built them.

  --engine ADDRESS  clickhouse://[user@]host:port/database, and for several servers
                    ?cluster=name&shards=host:port,… with the HTTP ports of the others
                    (default: the environment variable TALLYBOOK_ENGINE)

A password is read from the environment variable TALLYBOOK_ENGINE_PASSWORD alone.`;

/** Whether a table that the repository does not hold has been built here. */
function isBuilt(table: TableSchema): boolean {
  try {
    return Deno.statSync(tablePath(table)).isFile;
  } catch (cause) {
    if (cause instanceof Deno.errors.NotFound) return false;
    throw cause;
  }
}

/** The tables of these names; without names, those that the usage says. */
export function tablesOf(names: readonly string[]): readonly TableSchema[] {
  const tables: readonly TableSchema[] = [...allTables, precinctLines2024];
  if (names.length === 0) {
    return tables.filter((table) =>
      table === precinctLines2024
        ? isBuilt(table)
        : table.file.endsWith(".parquet") || table.name === "state_returns" ||
          table.name === "senate_returns"
    );
  }
  return names.map((name) => {
    requireOneOf("use an engine", "table", name, tables.map((table) => table.name));
    return tables.find((table) => table.name === name)!;
  });
}

/** Draws a bar on a terminal. */
function progressBar(name: string): LoadProgress {
  let shown = -1;
  return (done, total) => {
    const percent = Math.floor(100 * done / total);
    if (!Deno.stderr.isTerminal() || percent === shown) return;
    shown = percent;
    const full = Math.round(percent / 2.5);
    const bar = `\r[${"#".repeat(full)}${" ".repeat(40 - full)}] ${percent}% ${name}${
      percent === 100 ? "\n" : ""
    }`;
    Deno.stderr.writeSync(new TextEncoder().encode(bar));
  };
}

async function load(tables: readonly TableSchema[], address: EngineAddress): Promise<number> {
  const connection = new EngineConnection(address);
  try {
    for (const table of tables) {
      const { rows, sent } = await loadIntoEngine(connection, table, progressBar(table.name));
      const told = (count: number) => count.toLocaleString("en");
      print(
        `${table.name}: ${told(rows)} rows, ${sent === 0 ? "all there" : `${told(sent)} sent`}`,
      );
    }
  } finally {
    await connection.close();
  }
  return 0;
}

async function check(tables: readonly TableSchema[], address: EngineAddress): Promise<number> {
  let wrong = 0;
  for (const table of tables) {
    const { compared, differences } = await checkEngine(table, address);
    for (const line of differences) printError(line);
    print(`${table.name}: ${compared} compared, ${differences.length} differences`);
    wrong += differences.length;
  }
  return wrong === 0 ? 0 : 1;
}

/**
 * The task `engine`: loads tables into a ClickHouse server, or checks them there.
 *
 * @param args `load` or `check`, names of tables, `--engine ADDRESS`, `--help`.
 * @returns The exit code: 0; 1 where a server fails or a sum differs; 2 for an unknown argument.
 */
export function engineCommand(args: string[]): Promise<number> {
  return command(args, USAGE, async () => {
    const { values, positionals } = parseCommand(args, { engine: { type: "string" } });
    const [job, ...names] = positionals;
    if (job !== "load" && job !== "check") {
      throw misuse("the job", job, "load or check");
    }
    try {
      const address = engineOf(values.engine);
      if (address === "embedded") {
        throw misuse("--engine", undefined, "an address, there or in TALLYBOOK_ENGINE");
      }
      return await (job === "load" ? load : check)(tablesOf(names), address);
    } catch (error) {
      const told = error instanceof EngineError || error instanceof DataError ||
        error instanceof RangeError;
      if (!told) throw error;
      printError(error.message);
      return 1;
    }
  });
}
