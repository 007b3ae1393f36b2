import { DataError } from "../data_error.ts";
import { textTable } from "./delimited_file.ts";
import { gridTable } from "./layouts/grid_rows.ts";
import type { WorkbookSheet } from "./layouts/workbook.ts";
import type { ReadTableOptions } from "./read_table.ts";
import type { ReturnsTable } from "./returns_table.ts";

/** What is said of a workbook in which no sheet is known as returns: expected, and found. */
export function withoutTable(
  sheets: readonly WorkbookSheet[],
  { year }: ReadTableOptions,
): [expected: string, found: string] {
  const names = sheets.map(({ name }) => `"${name}"`);
  const shown = names.slice(0, 5).join(", ") + (names.length > 5 ? " and others" : "");
  return [
    "a sheet with a row a candidate (columns candidate and votes), or with candidates' names above " +
    `their columns${year === undefined ? ", whose year the file's name or the option says" : ""}`,
    `a workbook with the ${
      names.length === 1 ? "sheet" : "sheets"
    } ${shown}, none with a table of returns`,
  ];
}

/** The first sheet, or the sheet that is asked for, that holds returns. */
export function workbookTable(
  sheets: readonly WorkbookSheet[],
  path: string,
  options: ReadTableOptions,
): ReturnsTable | undefined {
  const wanted = options.sheet === undefined
    ? sheets
    : sheets.filter(({ name }) => name === options.sheet);
  if (wanted.length === 0 && options.sheet !== undefined) {
    throw new DataError(options.task, [{
      file: path,
      expected: `one of the sheets ${sheets.map(({ name }) => `"${name}"`).join(", ")}`,
      found: `"${options.sheet}"`,
    }]);
  }
  const tablesOf = (some: readonly WorkbookSheet[]) =>
    some.flatMap(({ name, grid }) => {
      const table = gridTable(path, grid, {
        nominees: options.nominees,
        year: options.year,
        candidates: options.candidates,
      });
      return table === undefined ? [] : [{ name, table }];
    });
  // What nobody sees is read where nothing else is there, or where it is asked for.
  const seen = tablesOf(wanted.filter(({ hidden }) => hidden !== true));
  const tables = seen.length > 0 ? seen : tablesOf(wanted);
  const [first, ...others] = tables;
  if (first === undefined) return undefined;
  // Parts of one table, or two versions of it: only the reader of the workbook can say.
  const alike = others.filter(({ table }) => layoutOf(table) === layoutOf(first.table));
  if (alike.length > 0) {
    const names = [first, ...alike].map(({ name }) => `"${name}"`);
    throw new DataError(options.task, [{
      file: path,
      expected: 'one sheet of returns, or the option sheet, such as sheet: "' + first.name + '"',
      found: `${names.length} sheets with the same columns: ${names.slice(0, 5).join(", ")}` +
        (names.length > 5 ? " and others" : ""),
    }]);
  }
  const rest = others.map(({ name }) => `"${name}"`).join(", ");
  const note = {
    file: path,
    expected: "one table",
    found: `a workbook of ${sheets.length} sheets: "${first.name}" is read` +
      (rest === "" ? "" : `, and not ${rest}, which could be read with the option sheet`),
  };
  const table = "rows" in first.table ? first.table : textTable(first.table, path, options);
  return { ...table, notes: [...table.notes, ...(sheets.length > 1 ? [note] : [])] };
}

/** What two sheets of one layout have alike: their columns. */
function layoutOf(table: ReturnsTable | { readonly text: string }): string {
  return "rows" in table
    ? JSON.stringify([table.names, table.unread, table.text.candidate?.values])
    : table.text.slice(0, table.text.indexOf("\n"));
}
