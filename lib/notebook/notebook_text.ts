import { NotebookFormatError } from "./notebook_file.ts";

/** Bytes of the largest notebook: a text of more does not fit into one string. */
const LARGEST = 500_000_000;

function refuse(name: string, where: string, found: string, expected: string): never {
  throw new NotebookFormatError(
    `Cannot read ${name}: ${where}: found ${found}, expected ${expected}`,
  );
}

/** The number, from 1, of the first line that is no UTF-8. */
function brokenLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for (let start = 0, line = 1;; line++) {
    const end = bytes.indexOf(10, start);
    try {
      decoder.decode(bytes.subarray(start, end < 0 ? bytes.length : end));
    } catch {
      return line;
    }
    if (end < 0) return line;
    start = end + 1;
  }
}

/**
 * The text of the notebook at `path`. Throws a `NotebookFormatError` that names `name` for what is
 * no file (a pipe would be waited for without end), for bytes that are no text, which would be lost
 * when the notebook is written again, and for what is too large; Deno's own error where nothing is.
 */
export async function readNotebookText(path: string, name: string): Promise<string> {
  const { isFile, isDirectory, size } = await Deno.stat(path);
  if (!isFile) {
    refuse(name, "the file", isDirectory ? "a folder" : "a pipe or a device", "a notebook");
  }
  if (size > LARGEST) refuse(name, "the file", `${size} bytes`, `${LARGEST} at most`);
  const bytes = await Deno.readFile(path);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    refuse(name, `line ${brokenLine(bytes)}`, "bytes that are no UTF-8", "text");
  }
}
