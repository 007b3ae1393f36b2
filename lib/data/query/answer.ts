import type { ColumnType, TableSchema } from "../schema.ts";
import { answerColumns, type Measure, type Plan, type QueryCell, type QueryRow } from "./plan.ts";

/** A cell as an engine gives it: whole numbers may come as text or as a bigint. */
export type RawCell = QueryCell | bigint | undefined;

/** A column that engines compute for an answer. */
export interface RawColumn {
  /** The name that engines give it, which no table's column has. */
  readonly alias: string;
  readonly type: ColumnType;
  /** The measure's name, or the group column's. */
  readonly name: string;
}

/** What a measure's numbers are. */
function typeOf(table: TableSchema, measure: Measure): ColumnType {
  if (measure.kind === "rows" || measure.kind === "known" || measure.kind === "sum") {
    return "integer";
  }
  return table.columns.find(({ name }) => name === measure.column)!.type;
}

/** The alias of a plan's measure; those of known totals have another letter. */
export function aliasOf(side: "m" | "k", index: number): string {
  return `__${side}${index}`;
}

/** All columns of an answer, in their order. */
export function rawColumns(plan: Plan): RawColumn[] {
  const of = (one: Plan, side: "m" | "k") =>
    one.measures.map((measure, i) => ({
      alias: aliasOf(side, i),
      name: measure.name,
      type: typeOf(one.table, measure),
    }));
  return [
    ...plan.group.map((name) => ({
      alias: name,
      name,
      type: plan.table.columns.find((column) => column.name === name)!.type,
    })),
    ...of(plan, "m"),
    ...(plan.known === undefined ? [] : of(plan.known, "k")),
  ];
}

/** The alias of the same sum in floating point, which cannot wrap around. */
export function guardOf(alias: string): string {
  return `${alias}_guard`;
}

/** The aliases of the sums of a plan and of its known totals. */
export function sumAliases(plan: Plan): string[] {
  const of = (one: Plan, side: "m" | "k") =>
    one.measures.flatMap(({ kind }, i) => kind === "sum" ? [aliasOf(side, i)] : []);
  return [...of(plan, "m"), ...(plan.known === undefined ? [] : of(plan.known, "k"))];
}

function cellOf(raw: RawCell, { name, type }: RawColumn, table: string): QueryCell {
  if (raw === null || raw === undefined) return null;
  if (type === "text") return String(raw);
  if (type === "boolean") return typeof raw === "boolean" ? raw : Number(raw) === 1;
  const value = Number(raw);
  if (type === "integer" && !Number.isSafeInteger(value)) {
    throw new RangeError(
      `Cannot query ${table}: ${name}: found ${raw}, expected a whole number within ±(2^53 − 1)`,
    );
  }
  return value;
}

/** Blanks first, then numbers, texts by code unit, false before true. */
function compare(a: QueryCell, b: QueryCell): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}

/**
 * An answer's rows from an engine's columns: typed, checked, and in the order of the group.
 *
 * @throws {RangeError} where a sum is too large to be exact.
 */
export function answerRows(
  plan: Plan,
  length: number,
  column: (alias: string) => ArrayLike<RawCell>,
): QueryRow[] {
  const columns = rawColumns(plan).map((one) => ({ ...one, cells: column(one.alias) }));
  const table = plan.table.name;
  for (const alias of sumAliases(plan)) {
    const guards = column(guardOf(alias));
    const { name } = columns.find((one) => one.alias === alias)!;
    for (let i = 0; i < length; i++) {
      const about = Number(guards[i] ?? 0);
      if (Math.abs(about) <= Number.MAX_SAFE_INTEGER) continue;
      throw new RangeError(
        `Cannot query ${table}: ${name}: found a sum of about ${about}, expected a whole number within ±(2^53 − 1)`,
      );
    }
  }
  const rows: Record<string, QueryCell>[] = [];
  for (let i = 0; i < length; i++) {
    const row: Record<string, QueryCell> = {};
    for (const one of columns) row[one.name] = cellOf(one.cells[i], one, table);
    rows.push(row);
  }
  const keys = answerColumns(plan).slice(0, plan.group.length);
  return rows.sort((a, b) => {
    for (const key of keys) {
      const order = compare(a[key]!, b[key]!);
      if (order !== 0) return order;
    }
    return 0;
  });
}
