import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { DataError, EngineError, scan } from "tallybook/data";
import { parseEngineAddress } from "../../../lib/data/query/engine_address.ts";

const embedded = { engine: "embedded" };

Deno.test("sums by state are the official totals where the reconciliation has no difference", async () => {
  // Federal Election Commission, Official 2024 Presidential General Election Results.
  const rows = await scan("precinct_votes_2024").filter("state_po", "is", ["WI", "MI"])
    .group("state_po").sum("harris").sum("trump").collect(embedded);
  assertEquals(rows, [
    { state_po: "MI", harris: 2_736_533, trump: 2_816_636 },
    { state_po: "WI", harris: 1_668_229, trump: 1_697_626 },
  ]);
});

Deno.test("known totals stand beside groups, and a group without one has null", async () => {
  const official = scan("state_returns").filter("year", "is", 2024).filter("state_po", "is", "WI")
    .group("state_po").sum("votes", "all_votes");
  const rows = await scan("precinct_votes_2024").filter("state_po", "is", ["WI", "MI"])
    .group("state_po").sum("harris").join(official).collect(embedded);
  assertEquals(rows.map((row) => row["all_votes"] === null), [true, false]);
});

Deno.test("a query refuses what no table can answer, and names what is near", () => {
  const votes = scan("precinct_votes_2024");
  assertThrows(
    () => scan("precinct_votes" as "turnout"),
    RangeError,
    'Cannot query: table: found "precinct_votes", expected one of',
  );
  assertThrows(() => votes.sum("haris"), RangeError, 'nearest: "harris"');
  assertThrows(
    () => votes.sum("mode"),
    TypeError,
    'Cannot query precinct_votes_2024: mode: found "text", expected integer',
  );
  assertThrows(() => votes.filter("harris", "is", "5"), TypeError, 'found "5", expected integer');
  assertThrows(() => votes.filter("mode", "at least", 5), TypeError);
  assertThrows(() => votes.filter("harris", "is", NaN), TypeError, "found NaN");
  assertThrows(() => votes.filter("harris", "is", []), RangeError, "found 0, expected one or more");
  assertThrows(
    () => votes.filter("harris", "more than" as "at least", 5),
    RangeError,
    'comparison: found "more than"',
  );
  assertThrows(() => votes.sum("harris").sum("harris"), RangeError, "each name once");
  assertThrows(() => votes.sum("harris", "a b"), RangeError, "letters, digits and underscores");
  assertThrows(() => votes.quantile("harris", 1.5), RangeError, "share of a quantile");
});

Deno.test("known totals need groups that the query has, and end it", () => {
  const votes = scan("precinct_votes_2024").group("state_po").sum("harris");
  const known = scan("state_returns").group("state_po").sum("votes");
  assertThrows(() => votes.join(scan("state_returns").sum("votes")), TypeError, "without groups");
  assertThrows(
    () => votes.join(scan("state_returns").group("candidate").sum("votes")),
    RangeError,
    'column of the known totals: found "candidate", expected one of "state_po"',
  );
  assertThrows(() => votes.join(known).rows(), TypeError, "expected it to be the last");
});

Deno.test("a query without measures is refused, as is an unknown option", async () => {
  const votes = scan("precinct_votes_2024").group("state_po");
  await assertRejects(() => votes.collect(embedded), TypeError, "measures: found none");
  await assertRejects(
    () => votes.rows().collect({ engin: "embedded" } as unknown as typeof embedded),
    RangeError,
    'nearest: "engine"',
  );
});

Deno.test("a query that would not fit says so before it starts", async () => {
  const query = scan("precinct_votes_2024").group("precinct").rows();
  await assertRejects(
    () => query.collect({ engine: "embedded", memory: 2 ** 20 }),
    RangeError,
    "memory: found a need of up to 9 MiB, expected at most 1 MiB",
  );
});

Deno.test("a file that is not there, or is another, is a DataError", async () => {
  const { table } = scan("precinct_turnout_2024").plan;
  const gone = { ...table, file: "data/no_such.parquet" };
  await assertRejects(() => scan(gone).rows().collect(embedded), DataError, "found no file");
  const other = { ...table, file: "data/county_returns.parquet" };
  await assertRejects(
    () => scan(other).rows().collect(embedded),
    DataError,
    "expected the columns",
  );
});

Deno.test("a sum beyond 2^53 is an error, also where 64 bits wrap around", async () => {
  const { default: pl } = await import("nodejs-polars");
  const folder = await Deno.makeTempDir();
  try {
    const file = `${folder}/large.parquet`;
    const large = pl.Series("votes", Array(2048).fill(2 ** 52), pl.Int64);
    pl.DataFrame([large]).writeParquet(file);
    // 2048 times 2^52 is 2^63, one more than 64 bits hold.
    const table = {
      ...scan("turnout").plan.table,
      file,
      columns: [{ name: "votes", type: "integer", description: "Votes" } as const],
    };
    await assertRejects(() => scan(table).sum("votes").collect(embedded), RangeError, "2^53");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("an engine's address is read, and a password in it refused without showing it", () => {
  assertEquals(parseEngineAddress("clickhouse://count@db.example:9123/votes"), {
    shards: ["db.example:9123"],
    database: "votes",
    user: "count",
    cluster: null,
  });
  assertEquals(
    parseEngineAddress("clickhouse://one/votes?cluster=two&shards=two:8123,three:8124"),
    {
      shards: ["one:8123", "two:8123", "three:8124"],
      database: "votes",
      user: "default",
      cluster: "two",
    },
  );
  for (const address of ["http://one/votes", "clickhouse://one", "clickhouse://one/a-b", "one"]) {
    assertThrows(() => parseEngineAddress(address), RangeError, "Cannot use an engine");
  }
  assertThrows(() => parseEngineAddress("clickhouse://one/votes?shards=two:1"), RangeError);
  const error = assertThrows(
    () => parseEngineAddress("clickhouse://count:hunter2@one/votes"),
    RangeError,
    "TALLYBOOK_ENGINE_PASSWORD",
  );
  assertEquals(error.message.includes("hunter2"), false);
});

Deno.test("a server that is not there is an error that names it, not an answer", async () => {
  const listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  const { port } = listener.addr as Deno.NetAddr;
  listener.close();
  await assertRejects(
    () => scan("turnout").rows().collect({ engine: `clickhouse://127.0.0.1:${port}/votes` }),
    EngineError,
    `Cannot query turnout: engine 127.0.0.1:${port}/votes: found`,
  );
});
