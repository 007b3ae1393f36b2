import { refusal } from "../check/mod.ts";

/** Pages that a report makes beside those of the notebooks, by their names without extension. */
const OWN = ["index", "search", "errata", "changes", "own_returns"];
/** How the names of live panels and of the library's pages begin. */
const OWN_KINDS = /^(?:live|api)_/;

/** A name as a file system knows it that takes letters of either case, composed or not, for one. */
const known = (name: string) => name.normalize("NFC").toLowerCase();

/**
 * Notebooks whose pages could not stand beside the report's own pages, or beside each other's: one
 * sentence each, that names both. Some file systems know no case, so names that differ by it alone
 * are the same here.
 *
 * @param names The notebooks' names without extension.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { pageCollisions } from "./page_names.ts";
 *
 * assertEquals(pageCollisions(["00_votes", "Index"]), [
 *   'Cannot make the report: notebooks/Index.ipynb: found "Index", expected another name than that of the report\'s own page index.html',
 * ]);
 * ```
 */
export function pageCollisions(names: readonly string[]): string[] {
  const first = new Map<string, string>();
  return names.flatMap((name) => {
    const key = known(name);
    const other = first.get(key);
    first.set(key, other ?? name);
    const expected = OWN.includes(key) || OWN_KINDS.test(key)
      ? `another name than that of the report's own page ${key}.html`
      : other !== undefined
      ? `another name than that of notebooks/${other}.ipynb, also where case makes no difference`
      : null;
    if (expected === null) return [];
    const where = `notebooks/${name}.ipynb`;
    return [refusal({ task: "make the report", where, found: name, expected })];
  });
}
