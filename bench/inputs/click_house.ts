import { scan } from "tallybook/data";
import { EngineConnection } from "../../lib/data/query/clickhouse.ts";
import { parseEngineAddress } from "../../lib/data/query/engine_address.ts";
import { loadIntoEngine } from "../../lib/data/query/engine_load.ts";
import { noServer, PASSWORD, startTwoShards } from "../../tests/data/query/two_shards.ts";
import { type Contender, ours } from "../contender.ts";

let servers: Awaited<ReturnType<typeof startTwoShards>> | undefined;

/** Stops the servers, where they were started. */
export async function stopClickHouse(): Promise<void> {
  await servers?.stop();
  servers = undefined;
}

/** ClickHouse with one shard and with two on loopback, loaded with a file of precinct votes. */
export async function clickHouseContenders(file: string): Promise<Contender[]> {
  const missing = noServer();
  const names = ["ClickHouse, one shard", "ClickHouse, two shards"];
  if (missing !== null) return names.map((name) => ({ name, command: { missing } }));
  Deno.env.set("TALLYBOOK_ENGINE_PASSWORD", PASSWORD);
  servers ??= await startTwoShards();
  // A database of its own keeps the rows of one server apart from those of two.
  const addresses = [servers.address.replace(/\?.*/, ""), servers.second];
  const { table } = scan("precinct_votes_2024").plan;
  const contenders: Contender[] = [];
  for (const [i, address] of addresses.entries()) {
    const connection = new EngineConnection(parseEngineAddress(address));
    try {
      await loadIntoEngine(connection, { ...table, file });
    } finally {
      await connection.close();
    }
    const command = ours("peers/tables.ts", ["group-by", file, address]);
    contenders.push({ name: names[i]!, command });
  }
  return contenders;
}
