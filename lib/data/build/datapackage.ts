import type { ColumnSchema, SetApart, TableSchema } from "../schema.ts";
import { sha256 } from "../../files/hash.ts";

function field(column: ColumnSchema): Record<string, unknown> {
  const constraints: Record<string, unknown> = { required: column.optional !== true };
  if (column.minimum !== undefined) constraints.minimum = column.minimum;
  if (column.maximum !== undefined) constraints.maximum = column.maximum;
  if (column.values !== undefined) constraints.enum = column.values;
  if (column.pattern !== undefined) constraints.pattern = column.pattern;
  return {
    name: column.name,
    type: column.type === "text" ? "string" : column.type,
    description: column.description,
    ...(column.unit === undefined ? {} : { unit: column.unit }),
    constraints,
  };
}

/** A built table: its schema, its file's bytes, its number of rows and the raw files behind it. */
export interface BuiltTable {
  readonly schema: TableSchema;
  readonly bytes: Uint8Array;
  readonly rows: number;
  readonly sources: readonly string[];
}

/** A license that is set apart, as a data package states it; the columns it covers in its title. */
function licenseOf({ name, title, path, columns }: SetApart): Record<string, string> {
  const covers = columns === undefined ? "the whole table" : `the columns ${columns.join(", ")}`;
  return { name, title: `${title}: ${covers}`, path };
}

/** Describes all tables as a Frictionless Data Package. */
export function dataPackage(tables: readonly BuiltTable[]): string {
  const description = {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: "tallybook",
    title: "Tallybook: counts of votes for president of the United States",
    description:
      "Tidy tables built from the raw files that data/sources/ describes, with the corrections " +
      "that data/corrections.json declares, reconciled with control totals in data/reconciliation.csv.",
    resources: tables.map(({ schema, bytes, rows, sources }) => ({
      name: schema.name,
      path: schema.file.replace(/^data\//, ""),
      title: schema.title,
      description: [schema.description, ...(schema.caveats ?? [])].join("\n"),
      format: schema.file.endsWith(".csv") ? "csv" : "parquet",
      mediatype: schema.file.endsWith(".csv") ? "text/csv" : "application/vnd.apache.parquet",
      bytes: bytes.length,
      hash: `sha256:${sha256(bytes)}`,
      rows,
      licenses: [
        { title: schema.license },
        ...(schema.setApart === undefined ? [] : [licenseOf(schema.setApart)]),
      ],
      sources: sources.map((path) => ({ title: path, path: `sources/${path}.json` })),
      schema: {
        ...(schema.key.length === 0 ? {} : { primaryKey: schema.key }),
        fields: schema.columns.map(field),
      },
    })),
  };
  return JSON.stringify(description, null, 2) + "\n";
}
