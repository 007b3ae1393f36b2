import { type ClickHouseClient, createClient } from "@clickhouse/client";
import type { TableSchema } from "../schema.ts";
import { answerRows, type RawCell } from "./answer.ts";
import { type EngineAddress, environment } from "./engine_address.ts";
import { EngineError } from "./engine_error.ts";
import type { Plan, QueryRow } from "./plan.ts";
import { planSql, quoted } from "./sql.ts";
import { tableHash } from "./table_file.ts";

/**
 * What every query asks of the server, whatever its own configuration says: no answer without a
 * shard, none before it is whole, blanks where a join finds nothing, and whole numbers as text.
 */
const SETTINGS = {
  skip_unavailable_shards: 0,
  wait_end_of_query: 1,
  join_use_nulls: 1,
  output_format_json_quote_64bit_integers: 1,
} as const;

/** One answer in the server's JSON format. */
interface JsonAnswer {
  readonly data: readonly Readonly<Record<string, RawCell>>[];
  readonly rows: number;
}

/** What a server said, in a line: "error 279, All connection tries failed". */
function saidBy({ code, message }: Error & { code?: string }): string {
  const line = message.split("\n")[0]!.trim();
  const own = /^Code: (\d+), e\.displayText\(\) = DB::\w+: (.*?)\.?( Log:)?$/.exec(line);
  if (own) return `error ${own[1]}, ${own[2]}`;
  return code === undefined || line.includes(code) ? line : `error ${code}, ${line}`;
}

/** The servers of one engine. */
export class EngineConnection {
  readonly address: EngineAddress;
  readonly #clients: readonly ClickHouseClient[];
  readonly #password: string;

  constructor(address: EngineAddress) {
    this.address = address;
    this.#password = environment("TALLYBOOK_ENGINE_PASSWORD") ?? "";
    this.#clients = address.shards.map((shard) =>
      createClient({
        url: `http://${shard}`,
        database: address.database,
        username: address.user,
        password: this.#password,
        request_timeout: 600_000,
        // Release 18.16 of the server understands neither.
        compression: { response: false, request: false },
        log: { level: 127 },
      })
    );
  }

  /** How many servers there are. */
  get shards(): number {
    return this.#clients.length;
  }

  async #try<T>(task: string, shard: number, work: (client: ClickHouseClient) => Promise<T>) {
    try {
      return await work(this.#clients[shard]!);
    } catch (cause) {
      const said = saidBy(cause as Error & { code?: string });
      const found = this.#password === "" ? said : said.replaceAll(this.#password, "…");
      throw new EngineError(
        `Cannot ${task}: engine ${
          this.address.shards[shard]
        }/${this.address.database}: found ${found}, expected the whole answer`,
      );
    }
  }

  /** Asks a server, the first unless another is named, and gives the rows of its whole answer. */
  async rows(task: string, query: string, shard = 0): Promise<JsonAnswer["data"]> {
    return await this.#try(task, shard, async (client) => {
      const result = await client.query({ query, format: "JSON", clickhouse_settings: SETTINGS });
      const answer = await result.json() as JsonAnswer;
      if (answer.data?.length !== answer.rows) {
        throw new Error(`${answer.data?.length ?? 0} of ${answer.rows} rows`);
      }
      return answer.data;
    });
  }

  /** Has one server, or each, do something. */
  async command(task: string, query: string, shard?: number): Promise<void> {
    const shards = shard === undefined ? this.#clients.map((_, i) => i) : [shard];
    for (const one of shards) {
      await this.#try(task, one, (client) => client.command({ query }));
    }
  }

  /** Sends rows into a table by way of the first server; done when every shard has its rows. */
  async insert(task: string, table: string, values: AsyncIterable<unknown>): Promise<void> {
    const { Readable } = await import("node:stream");
    await this.#try(task, 0, (client) =>
      client.insert({
        table,
        values: Readable.from(values, { objectMode: true }),
        format: "JSONEachRow",
        clickhouse_settings: { insert_distributed_sync: 1 },
      }));
  }

  async close(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.close()));
  }
}

/**
 * The name of a table on a server: it has the beginning of the file's hash in it, so that a server
 * with another state of the data has no answer instead of another one.
 */
export function serverTable(table: TableSchema): string {
  return `${table.name}_${tableHash(table).slice(0, 12)}`;
}

/**
 * Answers a plan on a ClickHouse server.
 *
 * @throws {EngineError} where the server, or a shard behind it, does not answer, or the table was
 * not loaded there in the state that it has here.
 */
export async function runOnClickHouse(plan: Plan, address: EngineAddress): Promise<QueryRow[]> {
  const task = `query ${plan.table.name}`;
  const connection = new EngineConnection(address);
  try {
    for (const table of new Set([plan.table, ...(plan.known ? [plan.known.table] : [])])) {
      const found = await connection.rows(task, `EXISTS TABLE ${quoted(serverTable(table))}`);
      if (Number(found[0]?.["result"]) === 1) continue;
      throw new EngineError(
        `Cannot ${task}: engine ${
          address.shards[0]
        }/${address.database}: found no table of ${table.file} as it is here, expected one that \`deno task engine load ${table.name}\` has made`,
      );
    }
    const sql = planSql(plan, ({ table }) => quoted(serverTable(table)));
    const rows = await connection.rows(task, sql);
    return answerRows(plan, rows.length, (alias) => rows.map((row) => row[alias]));
  } finally {
    await connection.close();
  }
}
