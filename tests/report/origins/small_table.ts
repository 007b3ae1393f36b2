/** Tables made in tests, small enough to compute with by hand. */
import type { ColumnSchema, TableSchema } from "../../../lib/data/schema.ts";
import { TableColumns } from "../../../lib/report/origins/table_columns.ts";

type Row = Readonly<Record<string, string | number | boolean | null>>;

/** A table with these columns and rows. */
export function tableOf(
  columns: readonly (Pick<ColumnSchema, "name" | "type"> & Partial<ColumnSchema>)[],
  key: readonly string[],
  rows: readonly Row[],
): TableColumns {
  const schema: TableSchema = {
    name: "returns",
    file: "data/returns.csv",
    title: "Returns",
    description: "Votes",
    license: "none",
    key,
    columns: columns.map((column) => ({ description: "", ...column })),
  };
  return new TableColumns(schema, { rows });
}

/** All rows of a table, by their places. */
export const allRows = ({ height }: TableColumns): Int32Array =>
  Int32Array.from({ length: height }, (_, i) => i);

const VOTES = {
  2016: { Ohio: [2_841_005, 2_394_164, 46_271], Iowa: [800_983, 653_669, 11_479] },
  2012: { Ohio: [2_661_437, 2_827_709, 18_573], Iowa: [730_617, 822_544, 3_769] },
};

/** Votes of three parties in two states and two years, twelve rows, with how many of them came by mail. */
export const RETURNS: TableColumns = tableOf(
  [
    { name: "year", type: "integer" },
    { name: "state", type: "text" },
    { name: "code", type: "text" },
    { name: "party", type: "text" },
    { name: "votes", type: "integer", unit: "votes" },
    { name: "mail", type: "integer", unit: "votes" },
    { name: "share", type: "number" },
    { name: "line", type: "integer" },
    { name: "source", type: "text" },
  ],
  ["year", "state", "party"],
  Object.entries(VOTES).flatMap(([year, states]) =>
    Object.entries(states).flatMap(([state, votes]) =>
      votes.map((count, i) => ({
        year: Number(year),
        state,
        code: state.slice(0, 2).toUpperCase(),
        party: ["Red", "Blue", "Green"][i]!,
        votes: count,
        mail: (count * (i + 3) - count * (i + 3) % 10) / 10 + 1,
        share: Number((count / (votes[0]! + votes[1]! + votes[2]!)).toFixed(6)),
        line: i + 2,
        source: `${year}.xlsx`,
      }))
    )
  ),
);
