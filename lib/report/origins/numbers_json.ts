import type { FoundRow, NumberIndex, NumberRows, RowSet } from "./number_index.ts";
import type { PageRows } from "./number_rows.ts";

/** A number of a page as its JSON file lists it. */
export interface ListedNumber {
  /** Where it stands, in words. */
  readonly where: string;
  /** The anchor on the page. */
  readonly anchor: string;
  readonly text: string;
  readonly value?: number;
  readonly rounding?: string;
  readonly origin: number;
}

/** A number with the rows that it is made of: those that its code read where none are said. */
export interface NumberWithRows extends ListedNumber {
  readonly rows?: NumberRows;
  /** Where it stands as it is in one row: that row. */
  readonly row?: FoundRow;
}

/** What the page's script has to know: numbers by their element, tables and figures by their anchor. */
export interface NumberPlaces {
  readonly numbers: Readonly<Record<number, number>>;
  readonly tables: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  /** By figure: its data's entry, and for each text of its drawing the entries of its numbers. */
  readonly figures: Readonly<
    Record<string, { data: number; drawing: Readonly<Record<string, readonly number[]>> }>
  >;
}

/** What the page itself says of rows: a long list is in the file beside it. */
function briefSet({ list, sources, corrections, ...set }: RowSet) {
  return {
    ...set,
    ...(list !== undefined && list.length <= 60 ? { list } : {}),
    ...(sources.length <= 3 ? { sources } : {}),
    ...(corrections.length > 0 ? { corrections } : {}),
  };
}

/** What a page carries for its script, as JSON. */
export function pageData(
  { origins, tables }: NumberIndex,
  { reads, sets }: PageRows,
  numbers: readonly NumberWithRows[],
  file: string,
  places: NumberPlaces,
): string {
  // The page names each source once; the file beside it has every raw file with its hash.
  const facts = Object.fromEntries(
    Object.entries(tables).map(([name, { title, path, sha256, rows, sources, corrections }]) => [
      name,
      {
        title,
        path,
        sha256,
        rows,
        sources: [...new Set(sources.map((source) => source.title))].slice(0, 6),
        files: sources.length,
        corrections: corrections.map(({ id }) => id),
      },
    ]),
  );
  const listed = numbers.map(({ where: _where, anchor: _anchor, row: _row, ...number }) => number);
  const rows = sets.map(briefSet);
  return JSON.stringify({ file, listed, origins, reads, rows, facts, ...places });
}

/** The index of all numbers of a page with their origins and rows, as JSON. */
export function indexFile(
  { origins, tables }: NumberIndex,
  { reads, sets }: PageRows,
  listed: readonly NumberWithRows[],
  page: string,
): string {
  const numbers = listed.map(({ anchor, ...number }) => ({
    href: `${page}.html#${anchor}`,
    ...number,
  }));
  const index = { page: `${page}.html`, numbers, origins, reads, rowSets: sets, tables };
  return JSON.stringify(index, null, 1) + "\n";
}
