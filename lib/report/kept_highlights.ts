import { sha256 } from "../files/hash.ts";
import { type Highlights, highlightsOf } from "./highlight.ts";
import { kept } from "./kept.ts";

/**
 * Makes something knowing how its code was highlighted the last time, and keeps how it is now: of a page
 * with one new cell one cell is highlighted.
 *
 * @param path The file in which it is kept; it may be removed at any time.
 * @param lock The SHA-256 of deno.lock, which pins the highlighter.
 */
export async function withHighlights<T>(
  path: string,
  lock: string,
  make: () => Promise<T>,
): Promise<T> {
  const own = await Deno.readTextFile(new URL("./highlight.ts", import.meta.url));
  const ground = sha256(JSON.stringify([Deno.version.deno, lock, own]));
  const before = await kept<Highlights>(path, ground, () => Promise.resolve({}), () => false);
  const { made, highlights, more } = await highlightsOf(before, make);
  if (more) {
    // What no longer stands there goes.
    await Deno.remove(path).catch(() => {});
    await kept(path, ground, () => Promise.resolve(highlights));
  }
  return made;
}
