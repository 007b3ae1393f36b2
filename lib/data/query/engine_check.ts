import pl from "nodejs-polars";
import type { TableSchema } from "../schema.ts";
import type { EngineAddress } from "./engine_address.ts";
import { runOnClickHouse } from "./clickhouse.ts";
import { runEmbedded } from "./embedded.ts";
import type { QueryRow } from "./plan.ts";
import { type Query, scan } from "./query.ts";
import { lazyTable } from "./table_file.ts";

/** What a comparison of a table on two engines found. */
export interface EngineCheck {
  /** How many cells were compared. */
  readonly compared: number;
  /** One line each: what differs. */
  readonly differences: readonly string[];
}

/** Every number that tells one state of a table from another: rows, known cells, sums, extremes. */
function everySum(table: TableSchema): Query {
  return table.columns.reduce((query, { name, type }) => {
    const known = query.known(name);
    if (type === "integer") return known.sum(name, `${name}_sum`).min(name).max(name);
    return type === "number" ? known.min(name).max(name).quantile(name, 0.5) : known;
  }, scan(table).rows("all_rows"));
}

function differencesOf(
  where: string,
  here: readonly QueryRow[],
  there: readonly QueryRow[],
  key: string | undefined,
): string[] {
  if (here.length !== there.length) {
    return [`${where}: found ${there.length} groups, expected ${here.length}`];
  }
  return here.flatMap((row, i) =>
    Object.entries(row).flatMap(([column, expected]) => {
      const found = there[i]![column];
      if (Object.is(found, expected)) return [];
      const group = key === undefined ? "" : `, ${key} ${row[key]}`;
      return [`${where}${group}: ${column}: found ${found}, expected ${expected}`];
    })
  );
}

/** A column with more different cells than this is no group of a comparison. */
const GROUPS = 10_000;

/** The columns of text whose groups are compared. */
function groupColumns(table: TableSchema): string[] {
  const texts = table.columns.filter(({ type }) => type === "text").map(({ name }) => name);
  if (texts.length === 0) return [];
  const different = lazyTable(table).select(...texts.map((name) => pl.col(name).nUnique()))
    .collectSync({ engine: "streaming" });
  return texts.filter((name) => Number(different.getColumn(name).get(0)) <= GROUPS);
}

/**
 * Compares every sum of a table on a server with the embedded answer: over all rows, and by each
 * column of text that has no more than 10,000 different cells.
 */
export async function checkEngine(
  table: TableSchema,
  address: EngineAddress,
): Promise<EngineCheck> {
  let compared = 0;
  const differences: string[] = [];
  const compare = async (group?: string) => {
    const query = group === undefined ? everySum(table) : everySum(table).group(group);
    // The server first: where it has no such table, nothing is reckoned here.
    const there = await runOnClickHouse(query.plan, address);
    const here = runEmbedded(query.plan);
    compared += here.reduce((sum, row) => sum + Object.keys(row).length, 0);
    differences.push(...differencesOf(table.name, here, there, group));
  };
  await compare();
  for (const group of groupColumns(table)) await compare(group);
  return { compared, differences };
}
