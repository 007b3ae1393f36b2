import { assert, assertEquals, assertThrows } from "@std/assert";
import { allTables } from "../../../lib/data/tables/all.ts";
import { engineCommand, tablesOf } from "../../../lib/data/query/engine_command.ts";

/** What a command writes to its error stream, and its exit code. */
async function said(args: string[]): Promise<{ readonly code: number; readonly text: string }> {
  const own = [Deno.stdout.writeSync, Deno.stderr.writeSync] as const;
  let text = "";
  const write = (data: Uint8Array) => {
    text += new TextDecoder().decode(data);
    return data.length;
  };
  Deno.stdout.writeSync = write;
  Deno.stderr.writeSync = write;
  try {
    return { code: await engineCommand(args), text };
  } finally {
    [Deno.stdout.writeSync, Deno.stderr.writeSync] = own;
  }
}

Deno.test("without names the Parquet files and the states' returns are taken, and no other table", () => {
  const files = [...Deno.readDirSync(new URL("../../../data/", import.meta.url))]
    .map(({ name }) => name).filter((name) => name.endsWith(".parquet"));
  const taken = tablesOf([]);
  // All offices by precinct, where they have been built, stand outside of data/.
  const known = taken.filter((table) => allTables.some(({ name }) => name === table.name));
  assertEquals(
    known.map(({ file }) => file.split("/").at(-1)).sort(),
    [...files, "senate_returns.csv", "state_returns.csv"].sort(),
  );
});

Deno.test("named tables are taken in the order of their names; one that does not exist is refused", () => {
  assertEquals(
    tablesOf(["state_returns", "county_returns"]).map(({ name }) => name),
    ["state_returns", "county_returns"],
  );
  assertThrows(
    () => tablesOf(["state_return"]),
    RangeError,
    'Cannot use an engine: table: found "state_return", expected one of',
  );
});

Deno.test("a job that does not exist, and an engine without an address, are misuses", async () => {
  const job = await said(["sync"]);
  assertEquals(job.code, 2);
  assert(
    job.text.startsWith(
      'Cannot read the command line: the job: found "sync", expected load or check',
    ),
  );
  assert(job.text.includes("Usage: deno task engine load|check"));
  for (const name of ["load", "check"]) {
    const without = await said([name, "--engine", "embedded"]);
    assertEquals(without.code, 2);
    assert(
      without.text.includes("expected an address, there or in TALLYBOOK_ENGINE"),
      without.text,
    );
  }
});

Deno.test("an unknown table, and a server that does not answer, end with 1 and one sentence", async () => {
  // A port that was just free: nobody listens there.
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const engine = `clickhouse://127.0.0.1:${listener.addr.port}/tallybook`;
  listener.close();
  const table = await said(["load", "no_such_table", "--engine", engine]);
  assertEquals(table.code, 1);
  assert(table.text.startsWith('Cannot use an engine: table: found "no_such_table"'), table.text);
  const server = await said(["load", "state_returns", "--engine", engine]);
  assertEquals(server.code, 1);
  assert(server.text.startsWith("Cannot "), server.text);
  assertEquals(server.text.trimEnd().split("\n").length, 1);
});
