import { type CallPath, type NotedNumber, type Read, takeReads } from "./origin_ledger.ts";

/** The media type under which an output stores where its numbers come from. */
export const ORIGINS_MEDIA_TYPE = "application/vnd.tallybook.origins+json";

/** A number of an output, as stored: which, and what printed it. */
export interface StoredNumber {
  /** The text that it stands in: "text" for prose, "2,3" for row 2 and column 3 of a table (from 0), or a figure's field. */
  readonly in: string;
  /** Its place among the numbers of that text, from 0. */
  readonly place: number;
  readonly text: string;
  /** For prose: the interpolation that it came from, from 0. */
  readonly span?: number;
  /** The value before it was rounded, the format, its decimals, and the index of its call path. */
  readonly value?: number;
  readonly by?: string;
  readonly digits?: number;
  readonly path?: number;
}

/** A column of a table, as stored: its property, and the format that printed most of its numbers. */
export interface StoredColumn {
  readonly key: string;
  readonly by?: string;
  readonly digits?: number;
  readonly path?: number;
}

/** Where the numbers of one output come from, as a notebook stores it beside the output. */
export interface StoredOrigins {
  readonly version: 1;
  readonly shown: "prose" | "table" | "figure";
  /** The index of the call path of `md`, `table` or `figure`. */
  readonly path: number;
  readonly paths: readonly CallPath[];
  readonly numbers: readonly StoredNumber[];
  readonly columns?: readonly StoredColumn[];
  /** The tables read since the output before. */
  readonly reads: readonly (Omit<Read, "path"> & { readonly path: number })[];
}

/** Call paths, each kept once. */
class Paths {
  readonly all: CallPath[] = [];
  readonly #index = new Map<string, number>();

  of(path: CallPath): number {
    const key = path.join("|");
    const known = this.#index.get(key);
    if (known !== undefined) return known;
    this.#index.set(key, this.all.length);
    return this.all.push(path) - 1;
  }
}

/** A number of {@linkcode findPrints}, with its text's name and, in prose, its interpolation. */
export interface PlacedNumber extends NotedNumber {
  readonly in: string;
  readonly span?: number;
}

/** What a display is about to store, before paths are gathered. */
export interface OriginsToStore {
  readonly shown: StoredOrigins["shown"];
  readonly path: CallPath;
  readonly numbers: readonly PlacedNumber[];
  readonly columns?: readonly { key: string; formatted: NotedNumber["formatted"] }[];
}

/** A value as stored: 12 digits, which every machine computes alike. */
const storedValue = (value: number) => Number(value.toPrecision(12));

function printed(formatted: NotedNumber["formatted"], paths: Paths) {
  if (formatted === null) return {};
  const { value, by, digits, path } = formatted;
  return { value: storedValue(value), by, digits, path: paths.of(path) };
}

/** The part of a display's bundle that stores where its numbers come from. */
export function originsPart(found: OriginsToStore): Record<string, string> {
  const paths = new Paths();
  const path = paths.of(found.path);
  const numbers = found.numbers.map(({ formatted, ...number }) => ({
    ...number,
    ...printed(formatted, paths),
  }));
  const columns = found.columns?.map(({ key, formatted }) => ({
    key,
    ...printed(formatted, paths),
  }));
  const reads = takeReads().map((read) => ({ ...read, path: paths.of(read.path) }));
  const stored: StoredOrigins = {
    version: 1,
    shown: found.shown,
    path,
    paths: paths.all,
    numbers,
    ...(columns === undefined ? {} : { columns }),
    reads,
  };
  // As text, so that a notebook's file holds it on one line.
  return { [ORIGINS_MEDIA_TYPE]: JSON.stringify(stored) };
}
