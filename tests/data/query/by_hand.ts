import type { Query, QueryCell, QueryRow } from "tallybook/data";
import type { Condition, Measure, Plan } from "../../../lib/data/query/plan.ts";

/**
 * A third way to answer a query, row by row in plain JavaScript and with whole numbers as bigint: what
 * both engines are held to.
 */
export function byHand(
  query: Query,
  rows: readonly QueryRow[],
  known: readonly QueryRow[],
): QueryRow[] {
  const { plan } = query;
  const own = groups(plan, rows);
  if (plan.known === undefined) return own;
  const totals = groups(plan.known, known);
  return own.map((row) => {
    const found = totals.find((total) =>
      plan.known!.group.every((column) => row[column] !== null && total[column] === row[column])
    );
    const added = plan.known!.measures.map(({ name }) => [name, found?.[name] ?? null]);
    return { ...row, ...Object.fromEntries(added) };
  });
}

function meets(row: QueryRow, { column, comparison, values }: Condition): boolean {
  const cell = row[column]!;
  if (comparison === "unknown") return cell === null;
  if (cell === null) return false;
  if (comparison === "known") return true;
  if (comparison === "at least") return cell >= values[0]!;
  if (comparison === "at most") return cell <= values[0]!;
  return values.includes(cell) === (comparison === "is");
}

function measured(rows: readonly QueryRow[], measure: Measure): QueryCell {
  if (measure.kind === "rows") return rows.length;
  const cells = rows.map((row) => row[measure.column]!).filter((cell) => cell !== null);
  if (measure.kind === "known") return cells.length;
  if (cells.length === 0) return null;
  if (measure.kind === "sum") {
    return Number(cells.reduce((sum, cell) => sum + BigInt(cell as number), 0n));
  }
  const numbers = (cells as number[]).sort((a, b) => a - b);
  if (measure.kind === "min") return numbers[0]!;
  if (measure.kind === "max") return numbers.at(-1)!;
  const { share } = measure as Extract<Measure, { kind: "quantile" }>;
  return numbers[Math.min(Math.floor(share * numbers.length), numbers.length - 1)]!;
}

function order(a: QueryCell, b: QueryCell): number {
  return a === b ? 0 : a === null ? -1 : b === null ? 1 : a < b ? -1 : 1;
}

function groups(plan: Plan, rows: readonly QueryRow[]): QueryRow[] {
  const kept = rows.filter((row) => plan.conditions.every((one) => meets(row, one)));
  const byKey = Map.groupBy(kept, (row) => JSON.stringify(plan.group.map((name) => row[name])));
  if (plan.group.length === 0) byKey.set("[]", kept);
  return [...byKey].map(([key, members]) => {
    const cells: QueryCell[] = JSON.parse(key);
    return Object.fromEntries([
      ...plan.group.map((name, i) => [name, cells[i]]),
      ...plan.measures.map((measure) => [measure.name, measured(members, measure)]),
    ]) as QueryRow;
  }).sort((a, b) =>
    plan.group.map((name) => order(a[name]!, b[name]!)).find((one) => one !== 0) ?? 0
  );
}
