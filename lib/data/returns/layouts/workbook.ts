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

/** Reads a workbook's sheets. Counts are text as they stand in the cells, without formats. */
export function sheetsOf(bytes: Uint8Array): WorkbookSheet[] {
  const book = xlsx.read(bytes, { type: "array", dense: true });
  return book.SheetNames.map((name) => ({
    name,
    grid: xlsx.utils.sheet_to_json<unknown[]>(book.Sheets[name]!, {
      header: 1,
      raw: true,
      defval: "",
      blankrows: true,
    }).map((row) =>
      row.map((cell) => cell === null || cell === undefined ? "" : String(cell).trim())
    ),
  }));
}
