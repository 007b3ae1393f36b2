import * as own from "node:path";

/** The part of node:path that this needs: its own, or that of Windows. */
type PathFunctions = Pick<typeof own, "relative" | "sep">;

/**
 * The way from a folder to a file with slashes on every system, as records, hashes and import maps
 * name files: a record of one system is then the same on another.
 *
 * @param path node:path's functions; those of another system for a test.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { win32 } from "node:path";
 * import { relativePath } from "./relative_path.ts";
 *
 * assertEquals(relativePath("/project", "/project/data/a.csv"), "data/a.csv");
 * assertEquals(relativePath("C:\\work", "c:\\work\\data\\a.csv", win32), "data/a.csv");
 * ```
 */
export function relativePath(from: string, to: string, path: PathFunctions = own): string {
  return path.relative(from, to).replaceAll(path.sep, "/");
}
