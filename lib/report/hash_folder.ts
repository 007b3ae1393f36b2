import { join } from "node:path";
import { type Hashes, sha256 } from "../files/hash.ts";

async function* filesUnder(folder: string, prefix: string): AsyncGenerator<string> {
  for await (const entry of Deno.readDir(folder)) {
    const path = prefix + entry.name;
    if (entry.isDirectory) yield* filesUnder(join(folder, entry.name), `${path}/`);
    else yield path;
  }
}

/**
 * The SHA-256 of every file under a folder, by its path from there, in the order
 * of the paths; none where there is no such folder.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { hashFolder } from "./hash_folder.ts";
 *
 * const folder = await Deno.makeTempDir();
 * await Deno.mkdir(`${folder}/figures`);
 * await Deno.writeTextFile(`${folder}/figures/a.csv`, "");
 * assertEquals(await hashFolder(folder), {
 *   "figures/a.csv": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
 * });
 * await Deno.remove(folder, { recursive: true });
 * ```
 */
export async function hashFolder(folder: string): Promise<Hashes> {
  let paths: string[];
  try {
    paths = await Array.fromAsync(filesUnder(folder, ""));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return {};
    throw error;
  }
  const hashes = paths.sort().map(async (path) => {
    return [path, sha256(await Deno.readFile(join(folder, path)))] as const;
  });
  return Object.fromEntries(await Promise.all(hashes));
}
