import pl, { type Expr, type LazyDataFrame } from "nodejs-polars";
import { requireNumber } from "../../check/mod.ts";
import { aliasOf, answerRows, guardOf, type RawCell } from "./answer.ts";
import type { Condition, Measure, Plan, QueryRow } from "./plan.ts";
import { lazyTable, rowCount } from "./table_file.ts";

/** Bytes that polars holds for a cell: a number's 8, or a text's view and a short text. */
const BYTES = { integer: 8, number: 8, boolean: 1, text: 40 } as const;

function conditionOf({ column, comparison, values }: Condition, plan: Plan): Expr {
  const { type } = plan.table.columns.find(({ name }) => name === column)!;
  const cells = pl.col(column);
  if (comparison === "known") return cells.isNotNull();
  if (comparison === "unknown") return cells.isNull();
  // A double holds every whole number that a table may, and fractions too.
  const numeric = type === "integer" || type === "number";
  const compared = numeric ? cells.cast(pl.Float64) : cells;
  if (comparison === "at least") return compared.gtEq(pl.lit(values[0]!));
  if (comparison === "at most") return compared.ltEq(pl.lit(values[0]!));
  const any = type === "boolean"
    ? values.map((value) => cells.eq(pl.lit(value))).reduce((a, b) => a.or(b))
    : compared.isIn(values as string[] | number[]);
  return cells.isNotNull().and(comparison === "is" ? any : any.not());
}

/** A measure's columns: its own, and for a sum the guard against one that wraps around. */
function measureOf(measure: Measure, alias: string, plan: Plan): Expr[] {
  if (measure.kind === "rows") return [pl.len().alias(alias)];
  const { type } = plan.table.columns.find(({ name }) => name === measure.column)!;
  const given = pl.col(measure.column);
  if (measure.kind === "known") return [given.count().alias(alias)];
  // Sums of 32 bits would wrap around at two thousand million.
  const cells = type === "integer" ? given.cast(pl.Int64) : given;
  if (measure.kind === "sum") {
    const none = given.count().eq(pl.lit(0));
    return [
      pl.when(none).then(pl.lit(null)).otherwise(cells.sum()).alias(alias),
      given.cast(pl.Float64).sum().alias(guardOf(alias)),
    ];
  }
  if (measure.kind === "min") return [cells.min().alias(alias)];
  const share = measure.kind === "quantile" ? measure.share : 1;
  if (share === 1) return [cells.max().alias(alias)];
  const place = pl.lit(share).mul(given.count()).floor().add(pl.lit(1));
  return [cells.filter(cells.rank("ordinal").eq(place)).first().alias(alias)];
}

function grouped(plan: Plan, side: "m" | "k", frame: LazyDataFrame): LazyDataFrame {
  const kept = plan.conditions.reduce((rows, one) => rows.filter(conditionOf(one, plan)), frame);
  const measures = plan.measures.flatMap((measure, i) =>
    measureOf(measure, aliasOf(side, i), plan)
  );
  return plan.group.length === 0
    ? kept.select(...measures)
    : kept.groupBy([...plan.group], false).agg(...measures);
}

/** The memory that a plan can need at worst: its groups, were each row one, and its quantiles. */
function worstBytes(plan: Plan, rows: number): number {
  const held = [
    ...plan.group,
    ...plan.measures.flatMap((one) => one.kind === "quantile" ? [one.column] : []),
  ];
  const bytes = held.map((name) =>
    BYTES[plan.table.columns.find((column) => column.name === name)!.type]
  );
  const measures = plan.group.length === 0 ? 0 : plan.measures.length * 16;
  return rows * (bytes.reduce((sum, one) => sum + one, 0) + measures);
}

function freeMemory(): number {
  return Deno.permissions.querySync({ name: "sys", kind: "systemMemoryInfo" }).state === "granted"
    ? Deno.systemMemoryInfo().available / 2
    : 2 ** 31;
}

/**
 * Answers a plan with polars' lazy frames: only the columns that are asked for are read, a Parquet
 * file in batches.
 *
 * @throws {RangeError} where the query could need more memory than it may, before it starts.
 */
export function runEmbedded(plan: Plan, memory = freeMemory()): QueryRow[] {
  requireNumber(`query ${plan.table.name}`, 'option "memory"', memory, { above: 0 });
  const frame = lazyTable(plan.table);
  const knownFrame = plan.known === undefined ? undefined : lazyTable(plan.known.table);
  const worst = worstBytes(plan, rowCount(frame)) +
    (knownFrame === undefined ? 0 : worstBytes(plan.known!, rowCount(knownFrame)));
  if (worst > memory) {
    const mib = (bytes: number) => `${Math.ceil(bytes / 2 ** 20).toLocaleString("en")} MiB`;
    throw new RangeError(
      `Cannot query ${plan.table.name}: memory: found a need of up to ${
        mib(worst)
      }, expected at most ${
        mib(memory)
      }: name an engine, fewer columns to group by, or more memory`,
    );
  }
  let lazy = grouped(plan, "m", frame);
  if (knownFrame !== undefined) {
    lazy = lazy.join(grouped(plan.known!, "k", knownFrame), {
      on: [...plan.known!.group],
      how: "left",
    });
  }
  // Of polars' two ways to collect only this one streams; kept order, its default, would not either.
  const answer = lazy.collectSync({ engine: "streaming" });
  return answerRows(
    plan,
    answer.height,
    (alias) => answer.getColumn(alias).toArray() as RawCell[],
  );
}
