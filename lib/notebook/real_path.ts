import { basename, dirname, join } from "node:path";

/** An absolute path without symbolic links, of a file that need not exist. */
export function realPathOf(path: string): string {
  try {
    return Deno.realPathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPathOf(parent), basename(path));
  }
}
