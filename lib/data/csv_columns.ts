import { refusal } from "../check/mod.ts";

/** A table's cells by column: all text, a blank cell null. */
export interface TextColumns {
  readonly names: readonly string[];
  readonly columns: readonly (readonly (string | null)[])[];
  /** Lines whose number of cells is not the header's: their numbers, from 1, and how many they have. */
  readonly ragged: readonly { readonly line: number; readonly cells: number }[];
}

const COMMA = 44;
const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;

/**
 * Reads comma-separated text (RFC 4180: quotes around a cell, doubled within one) into columns.
 * Equal cells of a column share one string, so that a column of few values takes little memory.
 * Pure: runs in a browser too.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { csvColumns } from "./csv_columns.ts";
 *
 * const { names, columns } = csvColumns('unit,votes\n"Dane, Town",12\nWI,\n');
 * assertEquals(names, ["unit", "votes"]);
 * assertEquals(columns, [["Dane, Town", "WI"], ["12", null]]);
 * ```
 */
export function csvColumns(text: string): TextColumns {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const end = text.length;
  const cell = (): string => {
    if (text.charCodeAt(at) !== QUOTE) {
      const start = at;
      while (at < end) {
        const code = text.charCodeAt(at);
        if (code === COMMA || code === LINE_FEED || code === RETURN) break;
        at++;
      }
      return text.slice(start, at);
    }
    let value = "";
    at++;
    for (;;) {
      const close = text.indexOf('"', at);
      if (close < 0) {
        value += text.slice(at);
        at = end;
        return value;
      }
      value += text.slice(at, close);
      at = close + 1;
      if (text.charCodeAt(at) !== QUOTE) return value;
      value += '"';
      at++;
    }
  };
  const row = (): string[] => {
    const cells = [cell()];
    while (at < end && text.charCodeAt(at) === COMMA) {
      at++;
      cells.push(cell());
    }
    if (text.charCodeAt(at) === RETURN) at++;
    if (text.charCodeAt(at) === LINE_FEED) at++;
    return cells;
  };
  const names = row();
  const columns = names.map((): (string | null)[] => []);
  const known = names.map(() => new Map<string, string>());
  const ragged: { line: number; cells: number }[] = [];
  for (let line = 2; at < end; line++) {
    const before = at;
    const cells = row();
    if (at === before) {
      throw new RangeError(
        refusal({
          task: "read CSV",
          where: `line ${line}`,
          found: "text after a closing quote",
          expected: "a comma or the end of the line",
        }),
      );
    }
    if (cells.length !== names.length) {
      // A blank line holds nothing.
      if (cells.length > 1 || cells[0] !== "") ragged.push({ line, cells: cells.length });
      continue;
    }
    cells.forEach((value, i) => {
      if (value === "") return columns[i]!.push(null);
      const same = known[i]!.get(value);
      if (same === undefined) known[i]!.set(value, value);
      return columns[i]!.push(same ?? value);
    });
  }
  return { names, columns, ragged };
}
