import { dirname } from "node:path";
import { writeAtomically } from "../files/atomic_write.ts";

/** Puts bytes into JSON, for `JSON.stringify`. */
export function bytesToJson(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? { base64: value.toBase64() } : value;
}

/** Takes bytes out of JSON again, for `JSON.parse`. */
export function bytesFromJson(_key: string, value: unknown): unknown {
  const { base64 } = (value ?? {}) as { base64?: unknown };
  return typeof base64 === "string" ? Uint8Array.fromBase64(base64) : value;
}

async function read(path: string): Promise<{ key?: unknown; value?: unknown } | null> {
  try {
    return JSON.parse(await Deno.readTextFile(path), bytesFromJson);
  } catch {
    // None, or one that cannot be read: it is made again.
    return null;
  }
}

/** How a file of what was made from the things of this hash begins. */
const beginOf = (key: string) => new TextEncoder().encode(`{"key":${JSON.stringify(key)},`);

/**
 * Whether what was made from the things of this hash is kept in a file, by its first bytes alone: those that
 * hold pages are megabytes.
 */
export async function isKept(path: string, key: string): Promise<boolean> {
  const begin = beginOf(key);
  const found = new Uint8Array(begin.length);
  try {
    using file = await Deno.open(path);
    for (let read = 0; read < found.length;) {
      const more = await file.read(found.subarray(read));
      if (more === null) return false;
      read += more;
    }
  } catch {
    return false;
  }
  return found.every((byte, i) => byte === begin[i]);
}

/**
 * What was made before from the same things, or made now and kept. The file may be removed at any time.
 *
 * @param path The file in which it is kept: the last that was made, whatever its key.
 * @param key A hash of all that it is made from.
 * @param worth Whether what was made is kept; all of it unless given.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { kept } from "./kept.ts";
 *
 * const path = `${await Deno.makeTempDir()}/sum.json`;
 * assertEquals(await kept(path, "1+1", () => Promise.resolve(2)), 2);
 * assertEquals(await kept(path, "1+1", () => Promise.resolve(3)), 2);
 * assertEquals(await kept(path, "1+2", () => Promise.resolve(3)), 3);
 * ```
 */
export async function kept<T>(
  path: string,
  key: string,
  make: () => Promise<T>,
  worth: (value: T) => boolean = () => true,
): Promise<T> {
  const before = await isKept(path, key) ? await read(path) : null;
  if (before?.key === key) return before.value as T;
  const value = await make();
  if (worth(value)) {
    await Deno.mkdir(dirname(path), { recursive: true });
    await writeAtomically(path, JSON.stringify({ key, value }, bytesToJson));
  }
  return value;
}
