import { requireList } from "../check/mod.ts";

/** One work of {@linkcode literature}. */
export interface CitedWork {
  /** Author, title, place and year, as Markdown. */
  readonly work: string;
  /** Its address. */
  readonly page: string;
  /** What it found, as a sentence without its period. */
  readonly found: string;
  /** Whether the page's number agrees, as a sentence without its period; none: nothing here compares. */
  readonly here?: string | undefined;
}

/**
 * Works that answer a page's question, as a Markdown list to stand in `md`: each with its
 * address, what it found, and whether the page agrees.
 *
 * @throws {RangeError} when there are no works.
 * @throws {TypeError} when an address is not of the web.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { literature } from "tallybook/display";
 *
 * assertEquals(
 *   literature([{
 *     work: "Foley and Stewart, 2020",
 *     page: "https://doi.org/10.1561/113.00000010",
 *     found: "The shift began in 2004",
 *     here: "Agrees",
 *   }]),
 *   "- [Foley and Stewart, 2020](https://doi.org/10.1561/113.00000010). The shift began in 2004. *Here:* Agrees.",
 * );
 * ```
 */
export function literature(works: readonly CitedWork[]): string {
  if (works.length === 0) {
    requireList("list the literature", "works", works, { least: 1 });
  }
  return works.map(({ work, page, found, here }) => {
    if (!/^https?:\/\/\S+$/.test(page)) {
      throw new TypeError(
        `Cannot list the literature: ${work}: found the address ${
          JSON.stringify(page)
        }, expected one of the web`,
      );
    }
    // A parenthesis would end the link.
    const address = page.replaceAll("(", "%28").replaceAll(")", "%29");
    return `- [${work}](${address}). ${found}.${here ? ` *Here:* ${here}.` : ""}`;
  }).join("\n");
}
