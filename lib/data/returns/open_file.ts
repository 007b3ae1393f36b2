import { DataError } from "../data_error.ts";

/** So much of a file is read before it is decided what it is. */
export const HEAD_BYTES = 1 << 18;
const CHUNK_BYTES = 1 << 22;

/** A file's first bytes, its size, and the bytes in chunks. */
export interface OpenFile {
  readonly head: Uint8Array<ArrayBuffer>;
  readonly size: number;
  /** All bytes from a position on, in chunks. */
  chunks(from: number): Generator<Uint8Array<ArrayBuffer>>;
  close(): void;
}

/** Opens a file, or says that there is none. */
export function openFile(path: string, task: string): OpenFile {
  let file: Deno.FsFile;
  try {
    file = Deno.openSync(path);
  } catch (cause) {
    if (!(cause instanceof Deno.errors.NotFound)) throw cause;
    throw new DataError(task, [{ file: path, expected: "a file", found: "none" }]);
  }
  const { size, isDirectory } = file.statSync();
  if (isDirectory) {
    file.close();
    throw new DataError(task, [{ file: path, expected: "a file", found: "a folder" }]);
  }
  const head = new Uint8Array(Math.min(HEAD_BYTES, size));
  fill(file, head);
  return {
    head,
    size,
    *chunks(from) {
      yield head.subarray(from);
      // A file may be read twice: as a whole, to see whether it is a layout of its own, and in rows.
      file.seekSync(head.length, Deno.SeekMode.Start);
      for (;;) {
        const chunk = new Uint8Array(CHUNK_BYTES);
        const read = fill(file, chunk);
        if (read === 0) return;
        yield chunk.subarray(0, read);
      }
    },
    close: () => file.close(),
  };
}

/** Opens bytes as a file is opened: a member of an archive, a sheet of a workbook. */
export function openBytes(bytes: Uint8Array<ArrayBuffer>): OpenFile {
  return {
    head: bytes.subarray(0, HEAD_BYTES),
    size: bytes.length,
    *chunks(from) {
      for (let at = from; at < bytes.length; at += CHUNK_BYTES) {
        yield bytes.subarray(at, at + CHUNK_BYTES);
      }
    },
    close: () => {},
  };
}

function fill(file: Deno.FsFile, into: Uint8Array): number {
  let filled = 0;
  while (filled < into.length) {
    const read = file.readSync(into.subarray(filled));
    if (read === null) break;
    filled += read;
  }
  return filled;
}
