import type { DataFrame } from "nodejs-polars";
import type { TableSchema } from "../schema.ts";
import type { RawFolder } from "./raw_folder.ts";

/** A value of a built row; null is a blank cell. */
export type Value = string | number | boolean | null;

/** A row of a built table. */
export type Row = Readonly<Record<string, Value>>;

/** What a table's build may use. */
export interface BuildContext {
  readonly raw: RawFolder;
  /** The rows of a table that has been built before. */
  rows(table: string): readonly Row[];
  /** The frame of a table that has been built before as a frame, all cells text. */
  frame(table: string): DataFrame;
}

/** How one table is made from raw files: as rows or, where these are millions, as a frame. */
export type TableBuild =
  | { readonly schema: TableSchema; readonly build: (context: BuildContext) => readonly Row[] }
  | { readonly schema: TableSchema; readonly frame: (context: BuildContext) => DataFrame };
