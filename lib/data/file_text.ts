import type { DataProblem } from "./data_error.ts";

/** The first bytes of kinds of files that get mistaken for text. */
const SIGNATURES: readonly (readonly [kind: string, start: string])[] = [
  ["a workbook or another zip file", "PK\x03\x04"],
  ["an old Excel workbook", "\xd0\xcf\x11\xe0"],
  ["a gzip file", "\x1f\x8b"],
  ["a Parquet file", "PAR1"],
  ["a PDF file", "%PDF"],
  ["a pointer to a file in Git LFS", "version https://git-lfs"],
  ["UTF-16 text", "\xff\xfe"],
  ["UTF-16 text", "\xfe\xff"],
];

const TEXT_SIGNATURES: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ["a web page", /^\s*<(!doctype|html|\?xml)/i],
  ["JSON", /^\s*[[{]\s*["{[]/],
];

function startsWith(bytes: Uint8Array, start: string): boolean {
  return [...start].every((letter, at) => bytes[at] === letter.charCodeAt(0));
}

/** The line, from 1, of the first byte that is not UTF-8; undefined when all are. */
function firstInvalidLine(bytes: Uint8Array): { line: number; byte: number } | undefined {
  const strict = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  let start = 0;
  for (let at = 0; at <= bytes.length; at++) {
    if (at < bytes.length && bytes[at] !== 0x0a) continue;
    const part = bytes.subarray(start, at);
    try {
      strict.decode(part);
    } catch {
      const byte = part.findIndex((value) => value >= 0x80);
      return { line, byte: part[byte]! };
    }
    line++;
    start = at + 1;
  }
  return undefined;
}

/**
 * Turns a delimited file's bytes into text, or says why they are none: empty, another kind of file
 * than its name says, not UTF-8, or lines that end with a carriage return alone.
 */
export function textOf(
  bytes: Uint8Array,
  file: string,
): { text: string; problems: DataProblem[] } {
  const fail = (expected: string, found: string, row?: number) => ({
    text: "",
    problems: [{ file, ...(row === undefined ? {} : { row }), expected, found }],
  });
  if (bytes.length === 0) return fail("a header line and rows", "an empty file");
  for (const [kind, start] of SIGNATURES) {
    if (startsWith(bytes, start)) return fail("delimited text in UTF-8", kind);
  }
  const invalid = firstInvalidLine(bytes);
  if (invalid !== undefined) {
    return fail(
      "text in UTF-8",
      `the byte 0x${invalid.byte.toString(16).toUpperCase()}, as in Windows-1252 or Latin-1: ` +
        "save the file as UTF-8",
      invalid.line,
    );
  }
  const text = new TextDecoder().decode(bytes);
  for (const [kind, pattern] of TEXT_SIGNATURES) {
    if (pattern.test(text.slice(0, 200))) return fail("delimited text", kind);
  }
  if (text.trim() === "") return fail("a header line and rows", "only blanks");
  if (text.includes("\r") && !text.includes("\n")) {
    return fail(
      "lines that end with LF or CR LF",
      "lines that end with CR alone, as old spreadsheet programs write them",
    );
  }
  return { text, problems: [] };
}
