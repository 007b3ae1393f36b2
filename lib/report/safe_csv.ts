const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * CSV in which no cell is a formula to a spreadsheet: a cell that begins with =, +, -, @, a tab or
 * a carriage return, and is no number, gets an apostrophe in front. Linear in the text, which need
 * not be well formed.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { safeCsv } from "./safe_csv.ts";
 *
 * assertEquals(safeCsv('a,b\n-1.5,"=2+3"\n@x,c\n'), 'a,b\n-1.5,"\'=2+3"\n\'@x,c\n');
 * ```
 */
export function safeCsv(csv: string): string {
  return csv.replace(
    /(^|[,;\n\r])([ ]*"?[ ]*)([=+\-@\t\r][^,;"\n\r]*)/g,
    (whole, before: string, quote: string, cell: string) =>
      NUMBER.test(cell.trim()) ? whole : `${before}${quote}'${cell}`,
  );
}
