import * as xlsx from "@e965/xlsx";

/** A sheet as rows of text cells. */
export interface WorkbookSheet {
  readonly name: string;
  readonly grid: string[][];
  /** Whether whoever opens the workbook does not see it. */
  readonly hidden?: boolean;
}

/** Whether bytes in a zip are a workbook's, by the names of its members near the beginning or end. */
export function isWorkbook(bytes: Uint8Array): boolean {
  const old = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (old) return true;
  const text = new TextDecoder("latin1");
  const names = text.decode(bytes.subarray(0, 4096)) + text.decode(bytes.subarray(-8192));
  return /xl\/|\[Content_Types\]\.xml|mimetypeapplication\/vnd\.oasis/.test(names);
}

/** Tables of web pages whose cells span more than this are no returns, and fill the memory. */
const WIDE_SPAN = /\b(?:col|row)span\s*=\s*["']?\d{5,}/i;
/** Rows of a sheet beyond this are no returns: a sheet of Excel has fewer than twice as many. */
const MOST_ROWS = 1 << 21;

/**
 * Reads a workbook's sheets. Counts are text as they stand in the cells, without formats, but for
 * dates and percentages, which are no counts; text of merged cells stands in each of them. Undefined
 * where it cannot be opened, or is a web page without a table.
 */
export function sheetsOf(bytes: Uint8Array): WorkbookSheet[] | undefined {
  let book: xlsx.WorkBook;
  try {
    if (bytes[0] === 0x3c && WIDE_SPAN.test(new TextDecoder("latin1").decode(bytes))) {
      return undefined;
    }
    // Tables of web pages stay as they are written: "1,055" is no 1055 yet.
    book = xlsx.read(bytes, {
      type: "array",
      dense: true,
      raw: true,
      cellNF: true,
      cellText: false,
    });
  } catch {
    return undefined;
  }
  const hidden = book.Workbook?.Sheets?.map(({ Hidden }) => (Hidden ?? 0) > 0) ?? [];
  const textOf = cellText(book.Workbook?.WBProps?.date1904 === true);
  return book.SheetNames.map((name, at) => {
    const sheet = book.Sheets[name]!;
    const cells = (sheet["!data"] ?? []) as (xlsx.CellObject | undefined)[][];
    const { r: top, c: left } = xlsx.utils.decode_range(sheet["!ref"] ?? "A1").s;
    // Only as far as there are cells: a sheet may say that it reaches to its last possible one.
    let width = 0;
    for (const row of cells) if (row !== undefined) width = Math.max(width, row.length);
    const grid = Array.from({ length: Math.min(MOST_ROWS, cells.length) - top }, (_, line) => {
      const row = cells[line + top] ?? [];
      return Array.from(
        { length: row.length === 0 ? 0 : width - left },
        (_, column) => textOf(row[column + left]),
      );
    });
    spread(grid, sheet["!merges"] ?? [], { r: top, c: left }, width - left);
    return { name, grid, hidden: hidden[at] === true };
  });
}

/** What stands in a cell as text: a date as a date and a percentage as one, whatever numbers they are. */
function cellText(date1904: boolean): (cell: xlsx.CellObject | undefined) => string {
  const formats = new Map<string, "date" | "percent" | undefined>();
  const kindOf = (format: string) => {
    if (!formats.has(format)) {
      const kind = xlsx.SSF.is_date(format)
        ? "date"
        : /%/.test(format.replace(/"[^"]*"|\\./g, ""))
        ? "percent"
        : undefined;
      formats.set(format, kind);
    }
    return formats.get(format);
  };
  return (cell) => {
    if (cell === undefined || cell.v === undefined || cell.v === null || cell.t === "e") return "";
    if (cell.v instanceof Date) return cell.v.toISOString().slice(0, 10);
    const kind = cell.t === "n" && typeof cell.z === "string" ? kindOf(cell.z) : undefined;
    if (kind === "percent") return `${Number(cell.v) * 100}%`;
    if (kind === "date") {
      const date = xlsx.SSF.parse_date_code(Number(cell.v), { date1904 });
      if (date !== null && date !== undefined && date.y > 0) {
        const two = (part: number) => String(part).padStart(2, "0");
        return `${date.y}-${two(date.m)}-${two(date.d)}`;
      }
    }
    return String(cell.v).trim();
  };
}

/** Puts a merged cell's text into each of its cells; a count stays one. */
function spread(
  grid: string[][],
  merges: readonly xlsx.Range[],
  { r: top, c: left }: xlsx.CellAddress,
  width: number,
): void {
  for (const { s: start, e: end } of merges) {
    const text = grid[start.r - top]?.[start.c - left] ?? "";
    if (!/[a-z]/i.test(text)) continue;
    const last = Math.min(end.c - left, width - 1);
    for (const row of grid.slice(start.r - top, end.r - top + 1)) {
      for (let column = row.length; column < last; column++) row[column] = "";
      for (let column = start.c - left; column <= last; column++) row[column] = text;
    }
  }
}
