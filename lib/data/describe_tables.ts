import { noteRead } from "../display/origin_ledger.ts";
import type { Correction } from "./correction.ts";

/** One table of `data/`, as the data package describes it. */
export interface TableDescription {
  /** The table's name. */
  readonly name: string;
  /** What it holds. */
  readonly title: string;
  /** The file, relative to `data/`. */
  readonly path: string;
  /** What one row is, and what to know before using it. */
  readonly description: string;
  /** What is wrong, missing or surprising. */
  readonly caveats: readonly string[];
  /** How many rows it has. */
  readonly rows: number;
  /** How large its file is. */
  readonly bytes: number;
  /** The license, as its source states it. */
  readonly license: string;
  /** The raw files that the table is made from. */
  readonly sources: readonly string[];
  /** The columns, in order. */
  readonly columns: readonly {
    readonly name: string;
    readonly type: string;
    readonly description: string;
    readonly unit: string | null;
  }[];
}

interface Resource {
  readonly name: string;
  readonly title: string;
  readonly path: string;
  readonly description: string;
  readonly rows: number;
  readonly bytes: number;
  readonly licenses: readonly { readonly title: string }[];
  readonly sources: readonly { readonly title: string }[];
  readonly schema: {
    readonly fields: readonly {
      readonly name: string;
      readonly type: string;
      readonly description: string;
      readonly unit?: string;
    }[];
  };
}

function readJson<T>(path: string): T {
  const bytes = Deno.readFileSync(new URL(`../../${path}`, import.meta.url));
  return JSON.parse(new TextDecoder().decode(bytes)) as T;
}

/**
 * Describes every table: what it holds, its columns, license, sources and caveats.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { describeTables } from "tallybook/data";
 *
 * const florida = describeTables().find((table) => table.name === "florida_2000");
 * assertEquals(florida?.rows, 67);
 * assertEquals(florida?.caveats[0]?.startsWith("The counties add up to a lead of 202"), true);
 * ```
 */
export function describeTables(): TableDescription[] {
  const { resources } = readJson<{ resources: readonly Resource[] }>("data/datapackage.json");
  noteRead("datapackage", {}, resources.length);
  return resources
    .map((resource) => {
      const [description = "", ...caveats] = resource.description.split("\n");
      return {
        name: resource.name,
        title: resource.title,
        path: resource.path,
        description,
        caveats,
        rows: resource.rows,
        bytes: resource.bytes,
        // The first is the sources' own words; one that is set apart follows, and is named there.
        license: resource.licenses[0]?.title ?? "",
        sources: resource.sources.map(({ title }) => title),
        columns: resource.schema.fields.map((field) => ({
          name: field.name,
          type: field.type,
          description: field.description,
          unit: field.unit ?? null,
        })),
      };
    });
}

/**
 * The declared corrections of raw files, each with its reason and what shows the right value.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { declaredCorrections } from "tallybook/data";
 *
 * const corrections = declaredCorrections();
 * assertEquals(corrections.every(({ reason, source }) => reason !== "" && source !== ""), true);
 * ```
 */
export function declaredCorrections(): Correction[] {
  const corrections = readJson<Correction[]>("data/corrections.json");
  noteRead("corrections", {}, corrections.length);
  return corrections;
}
