import { aliasOf, guardOf, rawColumns, sumAliases } from "./answer.ts";
import type { Condition, Measure, Plan } from "./plan.ts";

/** A name in SQL. */
export function quoted(name: string): string {
  return `\`${name.replace(/[\\`]/g, "\\$&")}\``;
}

/** A value in SQL. */
export function literal(value: string | number | boolean): string {
  if (typeof value === "boolean") return value ? "1" : "0";
  if (typeof value === "number") return String(value);
  return `'${value.replace(/[\\']/g, "\\$&").replaceAll("\0", "\\0")}'`;
}

function conditionOf({ column, comparison, values }: Condition): string {
  const name = quoted(column);
  switch (comparison) {
    case "known":
      return `isNotNull(${name})`;
    case "unknown":
      return `isNull(${name})`;
    case "at least":
      return `${name} >= ${literal(values[0]!)}`;
    case "at most":
      return `${name} <= ${literal(values[0]!)}`;
    default: {
      // The server's NOT IN holds for a blank, so that the blank is ruled out by name.
      const any = values.map((value) => `${name} = ${literal(value)}`).join(" OR ");
      return `isNotNull(${name}) AND ${comparison === "is" ? "" : "NOT "}(${any})`;
    }
  }
}

function measureOf(measure: Measure, alias: string): string[] {
  if (measure.kind === "rows") return [`count() AS ${alias}`];
  const name = quoted(measure.column);
  switch (measure.kind) {
    case "known":
      return [`count(${name}) AS ${alias}`];
    case "sum":
      return [
        `sum(toNullable(${name})) AS ${alias}`,
        `sum(toFloat64(toNullable(${name}))) AS ${guardOf(alias)}`,
      ];
    case "min":
    case "max":
      return [`${measure.kind}(toNullable(${name})) AS ${alias}`];
    default:
      return [
        measure.share === 1
          ? `max(toNullable(${name})) AS ${alias}`
          : `quantileExact(${measure.share})(toNullable(${name})) AS ${alias}`,
      ];
  }
}

function groupedSql(plan: Plan, side: "m" | "k", table: (plan: Plan) => string): string {
  const keys = plan.group.map(quoted);
  const measures = plan.measures.flatMap((measure, i) => measureOf(measure, aliasOf(side, i)));
  return `SELECT ${[...keys, ...measures].join(", ")} FROM ${table(plan)}` +
    (plan.conditions.length === 0
      ? ""
      : ` WHERE ${plan.conditions.map((one) => `(${conditionOf(one)})`).join(" AND ")}`) +
    (keys.length === 0 ? "" : ` GROUP BY ${keys.join(", ")}`);
}

/**
 * A plan as ClickHouse's SQL. Groups are joined after each side is added up over all shards.
 *
 * @param table The name of a plan's table on the server, quoted.
 */
export function planSql(plan: Plan, table: (plan: Plan) => string): string {
  const own = groupedSql(plan, "m", table);
  if (plan.known === undefined) return own;
  const columns = [
    ...rawColumns(plan).map(({ alias }) => quoted(alias)),
    ...sumAliases(plan).map(guardOf),
  ];
  return `SELECT ${columns.join(", ")} FROM (${own}) ANY LEFT JOIN (${
    groupedSql(plan.known, "k", table)
  }) USING (${plan.known.group.map(quoted).join(", ")})`;
}
