import { assertEquals, assertRejects } from "@std/assert";
import fc from "fast-check";
import { EngineError, scan, type TableSchema } from "tallybook/data";
import { EngineConnection, serverTable } from "../../../lib/data/query/clickhouse.ts";
import { parseEngineAddress } from "../../../lib/data/query/engine_address.ts";
import { checkEngine } from "../../../lib/data/query/engine_check.ts";
import { BLOCK, loadIntoEngine } from "../../../lib/data/query/engine_load.ts";
import { executeNotebook } from "../../../lib/notebook/mod.ts";
import { notebookText } from "../../notebook/project.ts";
import { byHand } from "./by_hand.ts";
import { placeRows, randomQuery, randomTables, totalRows } from "./random_query.ts";
import { noServer, PASSWORD, startTwoShards } from "./two_shards.ts";

/** Asks the engine from a notebook: its first server was given to it, another one, or none. */
async function askFromNotebook(
  folder: string,
  shards: readonly string[],
  engine: string,
  rows: readonly unknown[],
): Promise<void> {
  const path = `${folder}/asks.ipynb`;
  const reader = JSON.stringify(engine.replace("://", "://reader@"));
  await Deno.writeTextFile(
    path,
    notebookText([`import { scan } from "tallybook/data";
const query = scan("precinct_turnout_2024").group("state_po").sum("ballots").rows();
console.log(JSON.stringify(await query.collect({ engine: ${reader} })));`]),
  );
  const ask = async (allow: readonly string[]) => {
    const { failure, notebook } = await executeNotebook(path, { out: null, allow });
    const [output] = notebook.cells[0]!.outputs ?? [];
    return failure?.message ?? [output?.["text"] ?? []].flat().join("").trim();
  };
  assertEquals(JSON.parse(await ask([`net=${shards[0]}`])), rows);
  for (const allow of [[`net=${shards[1]}`], []]) {
    const said = await ask(allow);
    assertEquals(
      said.includes(`run it with --allow=net=${shards[0]} to give it`),
      true,
      said,
    );
  }
}

/** Loads a table of three blocks that is cut off in the second, and then the rest. */
async function cutOff(connection: EngineConnection, folder: string, engine: string): Promise<void> {
  const rows = Array.from({ length: 2 * BLOCK + 50_000 }, (_, i) => ({
    state: `S${i % 7}`,
    county: null,
    late: i % 3 === 0,
    votes: i % 1000,
    large: i,
    share: i / 8,
  }));
  const { places } = randomTables(folder, "cut", rows, [{ state: "A", county: null, official: 1 }]);
  const query = scan(places).group("state").sum("votes").sum("large").quantile("share", 0.5);
  let blocks = 0;
  await assertRejects(
    () =>
      loadIntoEngine(connection, places, () => {
        if (++blocks === 1) throw new Error("cut off");
      }),
    Error,
    "cut off",
  );
  await assertRejects(() => query.collect({ engine }), EngineError, "found no table");
  // A few rows of the second block arrived before the line went dead.
  await connection.insert(
    "test",
    `${serverTable(places)}_entry`,
    (async function* () {
      for (let i = 0; i < 10; i++) yield { ...rows[i], _block: 1, _line: BLOCK + i };
    })(),
  );
  assertEquals(await loadIntoEngine(connection, places), {
    rows: rows.length,
    sent: BLOCK + 50_000,
  });
  assertEquals(await query.collect({ engine }), byHand(query, rows, []));
}

/** Puts one row in twice behind the load's back: the check finds it, and the next load mends it. */
async function falsified(
  connection: EngineConnection,
  table: TableSchema,
  engine: string,
): Promise<void> {
  const local = `\`${serverTable(table)}_rows\``;
  await connection.command("test", `INSERT INTO ${local} SELECT * FROM ${local} LIMIT 1`, 0);
  const { differences } = await checkEngine(table, connection.address);
  assertEquals(
    differences.includes(`${table.name}: all_rows: found 11451, expected 11450`),
    true,
    differences.join("\n"),
  );
  // A table that a load finds wrong cannot be asked until it is right again.
  const query = scan(table).rows();
  const failing = loadIntoEngine(connection, table, () => {
    throw new Error("cut off");
  });
  await assertRejects(() => failing, Error, "cut off");
  await assertRejects(
    () => query.collect({ engine }),
    EngineError,
    "found no table",
  );
  assertEquals(await loadIntoEngine(connection, table), { rows: 11_450, sent: 0 });
  assertEquals((await checkEngine(table, connection.address)).differences, []);
}

const missing = noServer();
const required = Deno.env.get("TALLYBOOK_REQUIRE_CLICKHOUSE") === "1";

Deno.test("random queries over random data: the embedded engine answers as counting by hand does", async () => {
  const folder = await Deno.makeTempDir();
  let drawn = 0;
  try {
    await fc.assert(
      fc.asyncProperty(
        placeRows,
        totalRows,
        fc.array(randomQuery, { minLength: 4, maxLength: 8 }),
        async (places, totals, queries) => {
          const tables = randomTables(folder, `t${drawn++}`, places, totals);
          for (const ask of queries) {
            const query = ask(tables);
            assertEquals(
              await query.collect({ engine: "embedded" }),
              byHand(query, places, totals),
            );
          }
        },
      ),
      { numRuns: 60, seed: 19 },
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test({
  name: `two shards answer as the embedded engine does${missing === null ? "" : `: ${missing}`}`,
  ignore: missing !== null && !required,
  async fn(t) {
    const servers = await startTwoShards();
    const folder = await Deno.makeTempDir();
    Deno.env.set("TALLYBOOK_ENGINE_PASSWORD", PASSWORD);
    const engine = servers.address;
    const address = parseEngineAddress(engine);
    const connection = new EngineConnection(address);
    const turnout = scan("precinct_turnout_2024").plan.table;
    const sums = scan("precinct_turnout_2024").group("state_po").sum("ballots").rows();
    try {
      await t.step("random queries over random data", async () => {
        let drawn = 0;
        await fc.assert(
          fc.asyncProperty(
            placeRows,
            totalRows,
            fc.array(randomQuery, { minLength: 10, maxLength: 20 }),
            async (places, totals, queries) => {
              const tables = randomTables(folder, `t${drawn++}`, places, totals);
              await loadIntoEngine(connection, tables.places);
              await loadIntoEngine(connection, tables.totals);
              for (const ask of queries) {
                const query = ask(tables);
                assertEquals(
                  await query.collect({ engine }),
                  await query.collect({ engine: "embedded" }),
                );
              }
            },
          ),
          { numRuns: 12, seed: 20 },
        );
      });

      await t.step("a table that was not loaded is an error that says so", async () => {
        const error = await assertRejects(() => sums.collect({ engine }), EngineError);
        assertEquals(error.message.includes("deno task engine load precinct_turnout_2024"), true);
      });

      await t.step("loading twice changes nothing, and every sum agrees", async () => {
        assertEquals(await loadIntoEngine(connection, turnout), { rows: 11_450, sent: 11_450 });
        assertEquals(await loadIntoEngine(connection, turnout), { rows: 11_450, sent: 0 });
        const { compared, differences } = await checkEngine(turnout, address);
        assertEquals([compared > 40, differences], [true, []]);
        // Each shard has about half of the rows.
        const local = `SELECT count() AS n FROM \`${serverTable(turnout)}_rows\``;
        for (const shard of [0, 1]) {
          const [row] = await connection.rows("count", local, shard);
          assertEquals(Number(row!["n"]), 5725);
        }
      });

      await t.step("a notebook asks with a grant for the address, and not without", async () => {
        await askFromNotebook(folder, address.shards, engine, await sums.collect({ engine }));
      });

      await t.step("a load that was cut off goes on, and sends only what is missing", async () => {
        await cutOff(connection, folder, engine);
      });

      await t.step("a difference is found", async () => {
        await falsified(connection, turnout, engine);
      });

      await t.step("a table on two servers is not loaded into one of them as well", async () => {
        const one = new EngineConnection(parseEngineAddress(engine.replace(/\?.*/, "")));
        try {
          await assertRejects(() => loadIntoEngine(one, turnout), EngineError, "found one server");
        } finally {
          await one.close();
        }
      });

      await t.step("a wrong password is an error that does not show it", async () => {
        Deno.env.set("TALLYBOOK_ENGINE_PASSWORD", "another-secret");
        const error = await assertRejects(() => sums.collect({ engine }), EngineError);
        assertEquals(error.message.includes("another-secret"), false);
        Deno.env.set("TALLYBOOK_ENGINE_PASSWORD", PASSWORD);
      });

      await t.step("without a shard there is an error, and never half an answer", async () => {
        await servers.stopSecond();
        const error = await assertRejects(() => sums.collect({ engine }), EngineError);
        assertEquals(/found error 279, /.test(error.message), true, error.message);
        // Nor does a load send rows to the servers that are left.
        const other = scan("georgia_2020_tally").plan.table;
        await assertRejects(() => loadIntoEngine(connection, other), EngineError);
      });
    } finally {
      Deno.env.delete("TALLYBOOK_ENGINE_PASSWORD");
      await connection.close();
      await servers.stop();
      await Deno.remove(folder, { recursive: true });
    }
  },
});
