import { sha256 } from "../files/hash.ts";
import type { TableRead, Versions } from "./report_context.ts";

/** What is cited: the report's page, or a figure or table on it. */
export interface ReportWork {
  readonly kind: "page" | "figure" | "table";
  /** The page's name: "01_popular_vote". */
  readonly page: string;
  /** The page's question. */
  readonly pageTitle: string;
  /** The element's id on its page, its number and title; for a page none. */
  readonly part?: { readonly id: string; readonly number: number; readonly title: string };
  readonly versions: Versions;
  /** The data's hash, as {@linkcode dataHash} gives it; null where the files read are not known. */
  readonly data: string | null;
  /** Where the report stands on the web, ending with a slash; absent where that is not known. */
  readonly address?: string;
}

/** A citation in three forms. */
export interface Citation {
  /** The stable name: page, and id of figure or table on it. */
  readonly id: string;
  readonly plain: string;
  readonly bibtex: string;
  /** CSL-JSON, as reference managers read it. */
  readonly csl: string;
}

const SERIES = "Tallybook: presidential vote counts, checked";

/**
 * One hash for all files that a page read: that of a list of their hashes and paths, a line each, as
 * `sha256sum` prints them, in the order of the paths. Whoever has the files finds it with
 * `sha256sum FILE ... | sha256sum`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { dataHash } from "./citation.ts";
 *
 * assertEquals(dataHash([]), null);
 * assertEquals(dataHash([{ path: "data/a.csv", sha256: "0" }])?.length, 64);
 * ```
 */
export function dataHash(reads: readonly TableRead[] | undefined): string | null {
  if (!reads || reads.length === 0) return null;
  const sorted = reads.toSorted((a, b) => a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
  return sha256(sorted.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(""));
}

const ended = (text: string) => /[.?!]$/u.test(text) ? text : `${text}.`;

const SPECIAL: ReadonlyMap<string, string> = new Map([
  ["\\", "\\textbackslash{}"],
  ["~", "\\textasciitilde{}"],
  ["^", "\\textasciicircum{}"],
]);

/** A text as BibTeX takes it: characters with a meaning of their own are escaped. */
const bibtexText = (text: string) =>
  text.replace(/[\\~^]/gu, (character) => SPECIAL.get(character)!).replace(/[&%$#_]/gu, "\\$&");

const KINDS = { page: "webpage", figure: "figure", table: "dataset" } as const;

/**
 * How to cite a page, figure or table: plain, as BibTeX and as CSL-JSON. It names version and data, so
 * that a later change of either is another work.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { citationOf } from "./citation.ts";
 *
 * const { plain } = citationOf({
 *   kind: "page",
 *   page: "01_popular_vote",
 *   pageTitle: "By how much did Clinton lead?",
 *   versions: { deno: "2.9.6", library: "0.1.0", lock: "", released: "2026-11-21" },
 *   data: null,
 * });
 * assertEquals(
 *   plain,
 *   "The Tallybook authors (2026). By how much did Clinton lead? " +
 *     "In Tallybook: presidential vote counts, checked, version 0.1.0, page 01_popular_vote.",
 * );
 * ```
 */
export function citationOf(work: ReportWork): Citation {
  const { kind, page, part, versions, data, address } = work;
  const { authors = ["The Tallybook authors"], released } = versions;
  const id = part ? `${page}#${part.id}` : page;
  const year = released?.slice(0, 4) ?? null;
  const title = part?.title ?? work.pageTitle;
  const url = address === undefined ? null : `${address}${page}.html${part ? `#${part.id}` : ""}`;
  const place = part ? `${kind} ${part.number} (${part.id}) of page ${page}` : `page ${page}`;
  const hash = data === null ? null : `data SHA-256 ${data.slice(0, 16)}`;
  const plain = [
    `${authors.join(", ")} (${year ?? "no date"}).`,
    ended(title),
    `In ${[`${SERIES}, version ${versions.library}`, place, hash].filter(Boolean).join(", ")}.`,
    url,
  ].filter(Boolean).join(" ");
  const fields: readonly (readonly [string, string | null])[] = [
    ["author", `{${authors.map(bibtexText).join("} and {")}}`],
    ["title", `{${bibtexText(title)}}`],
    ["howpublished", bibtexText(`${SERIES}, version ${versions.library}`)],
    ["year", year],
    ["note", bibtexText([place, hash].filter(Boolean).join(", "))],
    ["url", url],
  ];
  const key = ["tallybook", page, part?.id].filter(Boolean).join("-").replaceAll(/[^\w-]/gu, "-");
  const bibtex = `@misc{${key},\n${
    fields.flatMap(([name, value]) => value === null ? [] : [`  ${name} = {${value}},\n`]).join("")
  }}`;
  const csl = JSON.stringify(
    [{
      id: key,
      type: KINDS[kind],
      title,
      author: authors.map((literal) => ({ literal })),
      "container-title": SERIES,
      version: versions.library,
      ...(released ? { issued: { "date-parts": [released.split("-").map(Number)] } } : {}),
      ...(url ? { URL: url } : {}),
      note: [place, hash].filter(Boolean).join(", "),
    }],
    null,
    1,
  );
  return { id, plain, bibtex, csl };
}
