import type { DataFrame } from "nodejs-polars";
import { DataError } from "../data_error.ts";
import { type Correction, Corrections } from "./corrections.ts";
import { type BuiltTable, dataPackage } from "./datapackage.ts";
import { keptTable } from "./kept_table.ts";
import { MissingRawFile, RawFolder } from "./raw_folder.ts";
import { sidecars } from "./sidecar.ts";
import type { BuildContext, Row, TableBuild } from "./table_build.ts";
import type { TableSchema } from "../schema.ts";
import { frameToBytes, toBytes } from "./write_table.ts";

/** What a build makes. */
export interface BuiltFiles {
  /** The bytes of every file, by path relative to the project's root. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Tables that stand as they are, because a raw file is not there. */
  readonly kept: readonly string[];
}

function notBefore(name: string, found: string): TypeError {
  return new TypeError(
    `Cannot build: ${name}: found ${found} before, expected its step above in tables.ts`,
  );
}

/** Tables that have been built, for those after them. */
class BuiltSoFar implements BuildContext {
  readonly #rows = new Map<string, () => readonly Row[]>();
  readonly #frames = new Map<string, DataFrame>();

  constructor(readonly raw: RawFolder) {}

  // Builds take these by their names, without the object.
  readonly rows = (name: string): readonly Row[] => {
    const known = this.#rows.get(name);
    if (known === undefined) throw notBefore(name, "no such table");
    return known();
  };

  readonly frame = (name: string): DataFrame => {
    const known = this.#frames.get(name);
    if (known !== undefined) return known;
    // A table that was kept has no frame of text: what needs one is kept too.
    if (this.#rows.has(name)) throw new MissingRawFile(`(the frame of ${name})`);
    throw notBefore(name, "rows alone");
  };

  build(table: TableBuild): BuiltTable {
    const { schema } = table;
    if ("frame" in table) {
      const frame = table.frame(this);
      this.#frames.set(schema.name, frame);
      return { schema, bytes: frameToBytes(schema, frame), rows: frame.height, sources: [] };
    }
    const rows = table.build(this);
    this.#rows.set(schema.name, () => rows);
    return { schema, bytes: toBytes(schema, rows), rows: rows.length, sources: [] };
  }

  keep(schema: TableSchema, missing: string): BuiltTable {
    const { table, rows } = keptTable(schema, missing);
    this.#rows.set(schema.name, rows);
    return table;
  }
}

/**
 * Builds every table from the raw files, in memory. A table of which a raw file is not there is
 * kept as it stands, checked and described anew.
 *
 * @param rawDirectory The folder of raw files, with its list SOURCES.tsv; null where there is none.
 * @param corrections The declared corrections.
 * @param builds The tables, in the order of building.
 * @param report Called with a line for each table.
 * @throws {DataError} for a raw file that is not as listed, a correction that no longer fits, a
 * row that breaks its schema, or a difference from a control total that nobody has explained.
 */
export function buildTables(
  rawDirectory: string | null,
  corrections: readonly Correction[],
  builds: readonly TableBuild[],
  report: (line: string) => void = () => {},
): BuiltFiles {
  const raw = new RawFolder(rawDirectory, new Corrections(corrections));
  const context = new BuiltSoFar(raw);
  const tables: BuiltTable[] = [];
  const kept: string[] = [];
  const files = new Map<string, Uint8Array>();
  for (const build of builds) {
    const { schema } = build;
    raw.startTable(schema.name);
    let table: BuiltTable;
    try {
      const built = context.build(build);
      if (built.rows === 0) {
        throw new DataError("Cannot build", [{
          file: schema.file,
          expected: "rows",
          found: "none",
        }]);
      }
      const sources = [...raw.uses].filter(([, names]) => names.has(schema.name))
        .map(([file]) => file).sort();
      table = { ...built, sources };
      files.set(schema.file, built.bytes);
    } catch (cause) {
      if (!(cause instanceof MissingRawFile)) throw cause;
      table = context.keep(schema, cause.message);
      kept.push(schema.name);
    }
    tables.push(table);
    const how = kept.at(-1) === schema.name ? ", kept" : "";
    report(`${schema.file}  ${table.rows} rows, ${table.bytes.length} bytes${how}`);
  }
  const encode = (text: string) => new TextEncoder().encode(text);
  if (kept.length === 0) {
    requireUsed(raw.corrections);
    // With a table kept, nobody knows all that a raw file is used for.
    for (const [path, text] of sidecars(raw)) files.set(`data/sources/${path}`, encode(text));
  }
  files.set("data/datapackage.json", encode(dataPackage(tables)));
  return { files, kept };
}

function requireUsed(corrections: Corrections): void {
  const unused = corrections.unused();
  if (unused.length === 0) return;
  throw new DataError(
    "Cannot build",
    unused.map(({ id, file }) => ({
      file,
      expected: `a table that reads the file of the correction "${id}"`,
      found: "none",
    })),
  );
}
