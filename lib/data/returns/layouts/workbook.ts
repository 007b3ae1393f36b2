import * as xlsx from "@e965/xlsx";

/** A sheet as rows of text cells. */
export interface WorkbookSheet {
  readonly name: string;
  readonly grid: string[][];
}

/** Whether bytes in a zip are a workbook's, by the names of its members near the beginning or end. */
export function isWorkbook(bytes: Uint8Array): boolean {
  const old = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (old) return true;
  const text = new TextDecoder("latin1");
  const names = text.decode(bytes.subarray(0, 4096)) + text.decode(bytes.subarray(-8192));
  return /xl\/|\[Content_Types\]\.xml|mimetypeapplication\/vnd\.oasis/.test(names);
}

/**
 * Reads a workbook's sheets. Counts are text as they stand in the cells, without formats; text of
 * merged cells stands in each of them. Undefined where it cannot be opened, or is a web page without a
 * table.
 */
export function sheetsOf(bytes: Uint8Array): WorkbookSheet[] | undefined {
  let book: xlsx.WorkBook;
  try {
    // Tables of web pages stay as they are written: "1,055" is no 1055 yet.
    book = xlsx.read(bytes, { type: "array", dense: true, raw: true });
  } catch {
    return undefined;
  }
  return book.SheetNames.map((name) => {
    const sheet = book.Sheets[name]!;
    const grid = xlsx.utils.sheet_to_json<unknown[]>(sheet, {
      header: 1,
      raw: true,
      defval: "",
      blankrows: true,
    }).map((row) =>
      row.map((cell) => cell === null || cell === undefined ? "" : String(cell).trim())
    );
    spread(grid, sheet["!merges"] ?? [], xlsx.utils.decode_range(sheet["!ref"] ?? "A1").s);
    return { name, grid };
  });
}

/** Puts a merged cell's text into each of its cells; a count stays one. */
function spread(
  grid: string[][],
  merges: readonly xlsx.Range[],
  { r: top, c: left }: xlsx.CellAddress,
): void {
  for (const { s: start, e: end } of merges) {
    const text = grid[start.r - top]?.[start.c - left] ?? "";
    if (!/[a-z]/i.test(text)) continue;
    for (const row of grid.slice(start.r - top, end.r - top + 1)) {
      for (let column = start.c - left; column <= end.c - left; column++) row[column] = text;
    }
  }
}
