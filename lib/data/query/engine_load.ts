import type { LazyDataFrame } from "nodejs-polars";
import { frameRows } from "../frame_columns.ts";
import type { ColumnSchema, TableSchema } from "../schema.ts";
import { type EngineConnection, serverTable } from "./clickhouse.ts";
import { EngineError } from "./engine_error.ts";
import { literal, quoted } from "./sql.ts";
import { lazyTable, rowCount } from "./table_file.ts";

/**
 * Rows that are sent, and counted, together. A block is a partition of the servers' tables, so that
 * one that was cut off can be taken away whole; the number is part of what a table is.
 */
export const BLOCK = 100_000;

const TYPES = { text: "String", integer: "Int64", number: "Float64", boolean: "UInt8" } as const;

/** Two columns that no table has: a row's block, and its number from 0. */
const OWN = ["_block UInt32", "_line UInt64"];

function columnSql({ name, type, optional }: ColumnSchema): string {
  return `${quoted(name)} ${optional === true ? `Nullable(${TYPES[type]})` : TYPES[type]}`;
}

/** How a load goes on. */
export type LoadProgress = (done: number, total: number) => void;

/** What a load did. */
export interface Loaded {
  readonly rows: number;
  /** Rows that were sent now; 0 where all were there. */
  readonly sent: number;
}

async function* blockRows(
  table: TableSchema,
  frame: LazyDataFrame,
  block: number,
): AsyncGenerator<Record<string, unknown>> {
  const slice = await frame.slice(block * BLOCK, BLOCK).collect();
  let line = block * BLOCK;
  for (const row of frameRows(slice, table)) {
    // JSON has no such numbers, and would send a blank in their place.
    for (const [column, cell] of Object.entries(row)) {
      if (typeof cell !== "number" || Number.isFinite(cell)) continue;
      throw new EngineError(
        `Cannot load ${table.name}: row ${line + 1}, ${column}: found ${cell}, expected a number`,
      );
    }
    yield { ...row, _block: block, _line: line++ };
  }
}

/** Whether a server has a table. */
async function hasTable(
  connection: EngineConnection,
  task: string,
  table: string,
): Promise<boolean> {
  const rows = await connection.rows(task, `EXISTS TABLE ${quoted(table)}`);
  return Number(rows[0]?.["result"]) === 1;
}

/** Insists that the servers of the address are the shards of the cluster. */
async function requireShards(
  connection: EngineConnection,
  task: string,
  distributed: string,
): Promise<void> {
  const { cluster } = connection.address;
  if (cluster === null) {
    // All rows beside those of a shard would count some of them twice.
    if (!(await hasTable(connection, task, distributed))) return;
    throw new EngineError(
      `Cannot ${task}: the address: found one server, expected the cluster that the table is on`,
    );
  }
  const rows = await connection.rows(
    task,
    `SELECT uniqExact(shard_num) AS shards FROM system.clusters WHERE cluster = ${
      literal(cluster)
    }`,
  );
  const shards = Number(rows[0]?.["shards"]);
  if (shards === connection.shards) return;
  throw new EngineError(
    `Cannot ${task}: cluster "${cluster}": found ${shards} shards in the server's configuration, expected ${connection.shards}, as the address names`,
  );
}

/** Rows of each block that the servers hold. */
async function blocksThere(
  connection: EngineConnection,
  task: string,
  table: string,
): Promise<Map<number, number>> {
  const rows = await connection.rows(
    task,
    `SELECT _block, count() AS n, uniqExact(_line) AS lines FROM ${quoted(table)} GROUP BY _block`,
  );
  return new Map(
    // A line that is there twice makes the block one to send again.
    rows.map((row) => [
      Number(row["_block"]),
      row["n"] === row["lines"] ? Number(row["n"]) : -1,
    ]),
  );
}

/**
 * Brings a table to a server, or to the shards of its cluster. What is there stays, what was cut
 * off is sent again, and nobody can ask the table before it is whole.
 *
 * @param progress Called with the rows that are there, and all.
 * @throws {EngineError} where a server does not answer; the next load goes on from there.
 */
export async function loadIntoEngine(
  connection: EngineConnection,
  table: TableSchema,
  progress: LoadProgress = () => {},
): Promise<Loaded> {
  const task = `load ${table.name}`;
  const { cluster, database } = connection.address;
  const name = serverTable(table);
  // The rows of each server, and the table by which they come in and are counted.
  const local = `${name}_rows`;
  const entry = cluster === null ? local : `${name}_entry`;
  const distributed = `Distributed(${cluster}, ${database}, ${quoted(local)}, _line)`;
  const columns = [...table.columns.map(columnSql), ...OWN].join(", ");
  await requireShards(connection, task, `${name}_entry`);
  await connection.command(
    task,
    `CREATE TABLE IF NOT EXISTS ${
      quoted(local)
    } (${columns}) ENGINE = MergeTree PARTITION BY _block ORDER BY _line`,
  );
  if (cluster !== null) {
    await connection.command(
      task,
      `CREATE TABLE IF NOT EXISTS ${quoted(entry)} (${columns}) ENGINE = ${distributed}`,
      0,
    );
  }
  const frame = lazyTable(table);
  const total = rowCount(frame);
  const there = await blocksThere(connection, task, entry);
  const sizeOf = (block: number) => Math.min(BLOCK, total - block * BLOCK);
  const blocks = Array.from({ length: Math.ceil(total / BLOCK) }, (_, block) => block);
  if (blocks.some((block) => there.get(block) !== sizeOf(block))) {
    // While rows come and go nobody may ask.
    await connection.command(task, `DROP TABLE IF EXISTS ${quoted(name)}`, 0);
  }
  let [done, sent] = [0, 0];
  for (const block of blocks) {
    const size = sizeOf(block);
    if (there.get(block) !== size) {
      if (there.has(block)) {
        await connection.command(task, `ALTER TABLE ${quoted(local)} DROP PARTITION ${block}`);
      }
      await connection.insert(task, entry, blockRows(table, frame, block));
      sent += size;
    }
    done += size;
    progress(done, total);
  }
  const rows = sum((await blocksThere(connection, task, entry)).values());
  if (rows !== total) {
    throw new EngineError(
      `Cannot ${task}: rows on the servers: found ${rows}, expected ${total}; load it again`,
    );
  }
  // Only now has the table the name that queries ask for.
  const whole = cluster === null ? `Merge(${database}, ${literal(`^${local}$`)})` : distributed;
  await connection.command(
    task,
    `CREATE TABLE IF NOT EXISTS ${quoted(name)} (${columns}) ENGINE = ${whole}`,
    0,
  );
  return { rows: total, sent };
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
