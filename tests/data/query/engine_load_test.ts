/** A load into servers, statement by statement, on a server of this file's own that keeps rows in a map. */
import { assertEquals, assertRejects } from "@std/assert";
import type { EngineConnection } from "../../../lib/data/query/clickhouse.ts";
import { serverTable } from "../../../lib/data/query/clickhouse.ts";
import { EngineError } from "../../../lib/data/query/engine_error.ts";
import { BLOCK, loadIntoEngine } from "../../../lib/data/query/engine_load.ts";
import type { TableSchema } from "../../../lib/data/schema.ts";
import { allTables } from "../../../lib/data/tables/all.ts";

// 103,816 rows: a block of 100,000 and one of 3,816.
const TABLE = allTables.find(({ name }) => name === "colorado_manifests")!;
const ROWS = 103_816;
const NAME = serverTable(TABLE);

/** What a server that understands the load's own statements holds, and what it was told. */
class Server {
  readonly told: string[] = [];
  /** Lines by block. */
  readonly blocks = new Map<number, number[]>();
  readonly tables = new Set<string>();
  shardsSaid = 1;
  /** Takes away a row of what is sent. */
  loses = false;

  constructor(readonly cluster: string | null = null, readonly shards = 1) {}

  get connection(): EngineConnection {
    const { cluster, shards } = this;
    return {
      address: { shards: ["one:8123"], database: "votes", user: "me", cluster },
      shards,
      rows: (_task: string, query: string) => Promise.resolve(this.#rows(query)),
      command: (_task: string, query: string, shard?: number) => {
        this.told.push(`${shard ?? "each"}: ${query}`);
        const created = /^CREATE TABLE IF NOT EXISTS `?"?(\w+)/.exec(query);
        if (created) this.tables.add(created[1]!);
        const dropped = /DROP PARTITION (\d+)/.exec(query);
        if (dropped) this.blocks.delete(Number(dropped[1]));
        return Promise.resolve();
      },
      insert: async (_task: string, table: string, values: AsyncIterable<unknown>) => {
        this.told.push(`insert ${table}`);
        for await (const row of values) {
          const { _block, _line } = row as { _block: number; _line: number };
          const lines = this.blocks.get(_block) ?? [];
          this.blocks.set(_block, lines);
          lines.push(_line);
        }
        if (this.loses) this.blocks.get(0)!.pop();
      },
    } as unknown as EngineConnection;
  }

  #rows(query: string): Record<string, unknown>[] {
    const exists = /^EXISTS TABLE \W*(\w+)/.exec(query);
    if (exists) return [{ result: this.tables.has(exists[1]!) ? 1 : 0 }];
    if (query.includes("system.clusters")) return [{ shards: String(this.shardsSaid) }];
    return [...this.blocks].map(([block, lines]) => ({
      _block: block,
      n: String(lines.length),
      lines: String(new Set(lines).size),
    }));
  }
}

const load = async (server: Server) => {
  const progress: [number, number][] = [];
  const loaded = await loadIntoEngine(
    server.connection,
    TABLE,
    (done, total) => progress.push([done, total]),
  );
  return { ...loaded, progress };
};

Deno.test("a load sends all blocks, each row with its block and line, and names the table last", async () => {
  const server = new Server();
  assertEquals(await load(server), {
    rows: ROWS,
    sent: ROWS,
    progress: [[BLOCK, ROWS], [ROWS, ROWS]],
  });
  assertEquals([...server.blocks.keys()], [0, 1]);
  // Lines go on from block to block.
  assertEquals(server.blocks.get(0)!.slice(-1), [BLOCK - 1]);
  const second = server.blocks.get(1)!;
  assertEquals([second[0], second.at(-1), second.length], [BLOCK, ROWS - 1, ROWS - BLOCK]);
  const kinds = server.told.map((line) => line.replace(/[`"]/g, "").replace(/ \(.*/, ""));
  assertEquals(kinds, [
    `each: CREATE TABLE IF NOT EXISTS ${NAME}_rows`,
    `0: DROP TABLE IF EXISTS ${NAME}`,
    `insert ${NAME}_rows`,
    `insert ${NAME}_rows`,
    `0: CREATE TABLE IF NOT EXISTS ${NAME}`,
  ]);
});

Deno.test("a second load sends nothing, and takes no table away", async () => {
  const server = new Server();
  await load(server);
  server.told.length = 0;
  assertEquals(await load(server), {
    rows: ROWS,
    sent: 0,
    progress: [[BLOCK, ROWS], [ROWS, ROWS]],
  });
  assertEquals(server.told.filter((line) => /insert|DROP/.test(line)), []);
});

Deno.test("a block that was cut off, or has a line twice, is taken away and sent again; another stays", async () => {
  for (
    const spoil of [
      (lines: number[]) => lines.splice(-7),
      (lines: number[]) => lines.splice(0, 1, lines[1]!),
    ]
  ) {
    const server = new Server();
    await load(server);
    server.told.length = 0;
    spoil(server.blocks.get(1)!);
    assertEquals((await load(server)).sent, ROWS - BLOCK);
    const changed = server.told.filter((line) => /insert|DROP|ALTER/.test(line))
      .map((line) => line.replace(/[`"]/g, ""));
    assertEquals(changed, [
      `0: DROP TABLE IF EXISTS ${NAME}`,
      `each: ALTER TABLE ${NAME}_rows DROP PARTITION 1`,
      `insert ${NAME}_rows`,
    ]);
    assertEquals(new Set(server.blocks.get(1)).size, ROWS - BLOCK);
  }
});

Deno.test("a server that keeps less than was sent is not told to have the table", async () => {
  const server = new Server();
  server.loses = true;
  const error = await assertRejects(() => load(server), EngineError);
  // Of each insert a row of the first block is lost.
  assertEquals(
    error.message,
    `Cannot load colorado_manifests: rows on the servers: found ${
      ROWS - 2
    }, expected ${ROWS}; load it again`,
  );
  assertEquals(server.tables.has(NAME), false);
});

Deno.test("a cluster has an entry for what comes in, and as many shards as the address names", async () => {
  const server = new Server("pair", 2);
  server.shardsSaid = 2;
  assertEquals((await load(server)).sent, ROWS);
  const plain = server.told.map((line) => line.replace(/[`"']/g, ""));
  assertEquals(plain.filter((line) => line.startsWith("insert")), [
    `insert ${NAME}_entry`,
    `insert ${NAME}_entry`,
  ]);
  const entry = plain.find((line) => line.includes(`${NAME}_entry (`))!;
  assertEquals(
    [
      entry.startsWith("0: "),
      entry.endsWith(`ENGINE = Distributed(pair, votes, ${NAME}_rows, _line)`),
    ],
    [true, true],
  );
  server.shardsSaid = 3;
  const error = await assertRejects(() => load(server), EngineError);
  assertEquals(
    error.message,
    'Cannot load colorado_manifests: cluster "pair": found 3 shards in the server\'s configuration, expected 2, as the address names',
  );
});

Deno.test("one server of a table that is spread over a cluster is refused", async () => {
  const server = new Server();
  server.tables.add(`${NAME}_entry`);
  const error = await assertRejects(() => load(server), EngineError);
  assertEquals(
    error.message,
    "Cannot load colorado_manifests: the address: found one server, expected the cluster that the table is on",
  );
});

Deno.test("columns have the server's own types, and blanks where a cell may be blank", async () => {
  const server = new Server();
  const columns = [
    ["text", "String"],
    ["integer", "Int64"],
    ["number", "Float64"],
    ["boolean", "UInt8"],
  ] as const;
  for (const table of allTables.filter(({ name }) => /^(recounts|exit_poll_2016)$/.test(name))) {
    server.told.length = 0;
    await loadIntoEngine(server.connection, table).catch(() => {});
    const made = server.told[0]!.replace(/[`"]/g, "");
    for (const column of (table as TableSchema).columns) {
      const type = columns.find(([own]) => own === column.type)![1];
      const expected = column.optional === true ? `Nullable(${type})` : type;
      assertEquals(
        made.includes(`${column.name} ${expected},`),
        true,
        `${column.name} of ${table.name}: ${made}`,
      );
    }
    assertEquals(made.includes("_block UInt32, _line UInt64)"), true);
  }
});
