import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";

/** Deno's databases of what it found out about modules, each with its table: a row for each module. */
const DATABASES = {
  dep_analysis_cache_v2: "moduleinfocache",
  node_analysis_cache_v2: "cjsanalysiscache",
  v8_code_cache_v2: "codecache",
} as const;

/** The statement that made a table of the user's database; undefined where it has no such table. */
const tableOf = (database: DatabaseSync, table: string): string | undefined =>
  database.prepare("SELECT sql FROM cache.sqlite_master WHERE type = 'table' AND name = ?")
    .get(table)?.["sql"] as string | undefined;

/** Copies into a new database the rows of modules that lie in the folders. */
function copyRows(from: string, to: string, table: string, folders: readonly string[]): void {
  // Deno makes a new one where there is none; SQLite would make an empty one at the place of the user's.
  Deno.statSync(from);
  const database = new DatabaseSync(to);
  try {
    // The copy is gone with its kernel: no journal, and no waiting for the disk.
    database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA busy_timeout = 500");
    database.prepare("ATTACH ? AS cache").run(from);
    database.exec("BEGIN");
    for (const name of ["info", table]) {
      const definition = tableOf(database, name);
      if (definition !== undefined) database.exec(definition);
    }
    database.exec("INSERT INTO main.info SELECT * FROM cache.info");
    const rows = database.prepare(
      `INSERT INTO main.${table} SELECT * FROM cache.${table} WHERE specifier >= ? AND specifier < ?`,
    );
    for (const folder of folders) {
      // Modules are kept by address, scripts of Node's old kind by path. "0" follows "/".
      for (const start of [pathToFileURL(folder).href, folder]) rows.run(`${start}/`, `${start}0`);
    }
    database.exec("COMMIT");
  } finally {
    database.close();
  }
}

/**
 * Gives a kernel's cache what Deno knows of the modules in `folders`, in databases of its own. The
 * user's databases hold every module that ever ran here, hundreds of megabytes after a while; to copy
 * them whole takes longer than to look at the modules again.
 *
 * @throws never: what cannot be taken over, Deno finds out again
 */
export function copyModuleCaches(
  cache: string,
  layer: string,
  folders: readonly string[],
): void {
  for (const [name, table] of Object.entries(DATABASES)) {
    const copy = join(layer, name);
    try {
      copyRows(join(cache, name), copy, table, folders);
    } catch {
      // A part of a database would be taken for the whole.
      try {
        Deno.removeSync(copy);
      } catch {
        // Nothing was written.
      }
    }
  }
}
