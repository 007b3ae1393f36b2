import { basename, dirname, join } from "node:path";
import { onInterrupt } from "./interrupt.ts";

/**
 * Replaces the file at `path` in one step: a reader, or a crash at any moment,
 * finds the old content or the new, never a part. A symbolic link stays one,
 * and the file keeps its mode. Rejects, with the old file untouched, when the
 * new content can't be written; the message names the file and the cause.
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const target = await Deno.realPath(path).catch(() => path);
  const mode = await Deno.stat(target).then((info) => info.mode, () => null);
  const temporary = join(dirname(target), `.${basename(target)}.${crypto.randomUUID()}.tmp`);
  const discard = () => {
    try {
      Deno.removeSync(temporary);
    } catch {
      // Never written, or already in its place.
    }
  };
  const forget = onInterrupt(discard);
  try {
    using file = await Deno.open(temporary, {
      write: true,
      createNew: true,
      ...(mode === null ? {} : { mode: mode & 0o777 }),
    });
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    for (let written = 0; written < bytes.length;) {
      written += await file.write(bytes.subarray(written));
    }
    await file.sync();
    await Deno.rename(temporary, target);
  } catch (error) {
    discard();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Cannot write ${path}: ${reason}`, { cause: error });
  } finally {
    forget();
  }
}
