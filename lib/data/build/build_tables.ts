import type { DataFrame } from "nodejs-polars";
import { DataError } from "../data_error.ts";
import { type Correction, Corrections } from "./corrections.ts";
import { type BuiltTable, dataPackage } from "./datapackage.ts";
import { RawFolder } from "./raw_folder.ts";
import { sidecars } from "./sidecar.ts";
import type { BuildContext, Row, TableBuild } from "./table_build.ts";
import { frameToBytes, toBytes } from "./write_table.ts";

/** What a build makes: the bytes of every file, by path relative to the project's root. */
export type BuiltFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Builds every table from the raw files, in memory.
 *
 * @param rawDirectory The folder of raw files, with its list SOURCES.tsv.
 * @param corrections The declared corrections.
 * @param builds The tables, in the order of building.
 * @param report Called with a line for each table.
 * @throws {DataError} for a raw file that is not as listed, a correction that no longer fits, a
 * row that breaks its schema, or a difference from a control total that nobody has explained.
 */
export function buildTables(
  rawDirectory: string,
  corrections: readonly Correction[],
  builds: readonly TableBuild[],
  report: (line: string) => void = () => {},
): BuiltFiles {
  const raw = new RawFolder(rawDirectory, new Corrections(corrections));
  const built = new Map<string, readonly Row[]>();
  const frames = new Map<string, DataFrame>();
  const tables: BuiltTable[] = [];
  const files = new Map<string, Uint8Array>();
  for (const table of builds) {
    const { schema } = table;
    raw.startTable(schema.name);
    const context: BuildContext = {
      raw,
      rows(name) {
        const known = built.get(name);
        if (known === undefined) {
          throw new TypeError(`Table ${name} is not built before ${schema.name}`);
        }
        return known;
      },
      frame(name) {
        const known = frames.get(name);
        if (known === undefined) {
          throw new TypeError(`Table ${name} has no frame before ${schema.name}`);
        }
        return known;
      },
    };
    let bytes: Uint8Array;
    let height: number;
    if ("frame" in table) {
      const frame = table.frame(context);
      frames.set(schema.name, frame);
      height = frame.height;
      bytes = frameToBytes(schema, frame);
    } else {
      const rows = table.build(context);
      height = rows.length;
      built.set(schema.name, rows);
      bytes = toBytes(schema, rows);
    }
    files.set(schema.file, bytes);
    const sources = [...raw.uses].filter(([, names]) => names.has(schema.name)).map(([file]) =>
      file
    );
    tables.push({ schema, bytes, rows: height, sources: sources.sort() });
    report(`${schema.file}  ${height} rows, ${bytes.length} bytes`);
  }
  const unused = raw.corrections.unused();
  if (unused.length > 0) {
    throw new DataError(
      "Cannot build",
      unused.map(({ id, file }) => ({
        file,
        expected: `a table that reads the file of the correction "${id}"`,
        found: "none",
      })),
    );
  }
  const encode = (text: string) => new TextEncoder().encode(text);
  for (const [path, text] of sidecars(raw)) files.set(`data/sources/${path}`, encode(text));
  files.set("data/datapackage.json", encode(dataPackage(tables)));
  return files;
}
