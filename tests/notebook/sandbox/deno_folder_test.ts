import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { withVariables } from "../../files/with_variables.ts";
import { makeCacheLayer } from "../../../lib/notebook/sandbox/deno_folder.ts";

const DATABASES = {
  dep_analysis_cache_v2: "moduleinfocache",
  node_analysis_cache_v2: "cjsanalysiscache",
  v8_code_cache_v2: "codecache",
};

/** What Deno knows of modules, as it writes it: with a log beside it that is not yet merged. */
function databaseOf(path: string, table: string, modules: readonly string[]): DatabaseSync {
  const database = new DatabaseSync(path);
  database.exec("PRAGMA journal_mode = WAL");
  database.exec("CREATE TABLE info (key TEXT PRIMARY KEY, value TEXT NOT NULL)");
  database.exec("INSERT INTO info VALUES ('CLI_VERSION', '2.9.6')");
  database.exec(`CREATE TABLE ${table} (specifier TEXT PRIMARY KEY, data TEXT NOT NULL)`);
  const add = database.prepare(`INSERT INTO ${table} VALUES (?, 'known')`);
  for (const module of modules) add.run(module);
  return database;
}

function modulesOf(path: string, table: string): unknown[] {
  const database = new DatabaseSync(path);
  try {
    const version = database.prepare("SELECT value FROM info").get()?.["value"];
    assertEquals(version, "2.9.6");
    return database.prepare(`SELECT specifier FROM ${table} WHERE data = 'known'`).all()
      .map((row) => row["specifier"]);
  } finally {
    database.close();
  }
}

/** Runs with a folder as Deno's cache, and another for a kernel's. */
async function withCache(run: (cache: string, folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    const cache = join(folder, "cache");
    await Deno.mkdir(join(cache, "npm"), { recursive: true });
    await withVariables({ DENO_DIR: cache }, () => run(cache, folder));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("a kernel's cache has what was installed, and its own copy of what Deno knows of modules", async () => {
  await withCache(async (cache, folder) => {
    await Deno.writeTextFile(join(cache, "npm/package"), "installed");
    const address = (path: string) => pathToFileURL(join(folder, path)).href;
    const own = [
      address("cache/npm/a/index.js"),
      join(cache, "npm/a/old.js"),
      address("tally/x.ts"),
    ];
    const others = [address("other/x.ts"), address("tally2/x.ts"), address("tall/x.ts")];
    const open = Object.entries(DATABASES).map(([name, table]) =>
      databaseOf(join(cache, name), table, [...own, ...others])
    );
    const layer = join(folder, "layer");
    makeCacheLayer(layer, [join(folder, "tally")]);
    assertEquals(Deno.readTextFileSync(join(layer, "npm/package")), "installed");
    for (const [name, table] of Object.entries(DATABASES)) {
      // Also what was written last and lies in the log; and no module of somebody else's.
      assertEquals(modulesOf(join(layer, name), table).sort(), [...own].sort(), name);
      // What the kernel writes into its copy stays there.
      const copy = new DatabaseSync(join(layer, name));
      copy.exec(`UPDATE ${table} SET data = 'changed'`);
      copy.close();
      assertEquals(modulesOf(join(cache, name), table).length, own.length + others.length);
    }
    for (const database of open) database.close();
  });
});

Deno.test("what of Deno's databases is missing, damaged or of another form is made anew by the kernel", async () => {
  await withCache(async (cache, folder) => {
    await Deno.writeTextFile(join(cache, "dep_analysis_cache_v2"), "no database");
    databaseOf(join(cache, "v8_code_cache_v2"), "another_table", ["file:///x"]).close();
    const layer = join(folder, "layer");
    makeCacheLayer(layer, [folder]);
    const names = (path: string) =>
      [...Deno.readDirSync(path)].map(({ name }) => name).filter((name) => name.includes("_v2"));
    assertEquals(names(layer), []);
    // Nor is a database written where the user has none.
    assertEquals(names(cache).sort(), ["dep_analysis_cache_v2", "v8_code_cache_v2"]);
  });
});
