import { Buffer } from "node:buffer";
import { citationOf } from "./citation.ts";
import { hashOf } from "./file_hash.ts";
import type { RenderedNotebook } from "./notebook_page.ts";
import type { ReportFile, Versions } from "./report_context.ts";

/** The name of a report's description, as RO-Crate fixes it. */
export const CRATE_FILE = "ro-crate-metadata.json";

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html",
  svg: "image/svg+xml",
  png: "image/png",
  pdf: "application/pdf",
  csv: "text/csv",
  json: "application/json",
  ipynb: "application/x-ipynb+json",
  woff2: "font/woff2",
};

/** What of a page the description says. */
export type CratePage = Pick<RenderedNotebook, "name" | "title" | "answer">;

/** A table of the project that a page read; it is not in the report's folder. */
export interface CrateTable {
  readonly path: string;
  readonly title: string;
  readonly license?: string | undefined;
}

/** What a report's description is made from. */
export interface CrateParts {
  readonly files: readonly ReportFile[];
  readonly pages: readonly CratePage[];
  readonly tables: readonly CrateTable[];
  readonly versions: Versions;
  readonly address?: string | undefined;
}

const MIT = "https://spdx.org/licenses/MIT";

function fileEntity(file: ReportFile, pages: ReadonlyMap<string, CratePage>) {
  const { path, content } = file;
  const page = pages.get(path);
  const type = TYPES[path.split(".").at(-1) ?? ""];
  return {
    "@id": path,
    "@type": path.endsWith(".ipynb") ? ["File", "SoftwareSourceCode"] : "File",
    name: page?.title ?? path,
    ...(page?.answer ? { description: page.answer } : {}),
    ...(type ? { encodingFormat: type } : {}),
    contentSize: String(Buffer.byteLength(content)),
    sha256: hashOf(file),
  };
}

/**
 * A report's description as RO-Crate 1.1: what it is, by whom, under which license and in which
 * version, each of its files with size and SHA-256, and the tables that it rests on.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { roCrate } from "./ro_crate.ts";
 *
 * const crate = JSON.parse(roCrate({
 *   files: [{ path: "index.html", content: "<!doctype html>" }],
 *   pages: [],
 *   tables: [],
 *   versions: { deno: "2.9.6", library: "0.1.0", lock: "", released: "2026-11-21" },
 * }));
 * assertEquals(crate["@graph"][0].about, { "@id": "./" });
 * assertEquals(crate["@graph"][1].hasPart, [{ "@id": "index.html" }]);
 * ```
 */
export function roCrate(parts: CrateParts): string {
  const { files, pages, tables, versions, address } = parts;
  const { authors = [], released } = versions;
  const byPath = new Map(pages.map((page) => [`${page.name}.html`, page]));
  const sorted = files.toSorted((a, b) => a.path < b.path ? -1 : 1);
  const people = authors.map((name, i) => ({ "@id": `#author-${i + 1}`, "@type": "Person", name }));
  const reference = ({ "@id": id }: { readonly "@id": string }) => ({ "@id": id });
  const citation = citationOf({
    kind: "page",
    page: "index",
    pageTitle: "Presidential vote counts: what the numbers say",
    versions,
    data: null,
    ...(address === undefined ? {} : { address }),
  });
  const graph = [
    {
      "@id": CRATE_FILE,
      "@type": "CreativeWork",
      conformsTo: { "@id": "https://w3id.org/ro/crate/1.1" },
      about: { "@id": "./" },
    },
    {
      "@id": "./",
      "@type": "Dataset",
      name: "Tallybook: presidential vote counts, checked",
      description:
        "A report of executed notebooks about vote counts for president of the United States: pages, figures with their data, tables, and the notebooks.",
      ...(released ? { datePublished: released } : {}),
      version: versions.library,
      license: { "@id": MIT },
      ...(address === undefined ? {} : { url: address }),
      author: people.map(reference),
      creditText: citation.plain,
      hasPart: sorted.map(({ path }) => ({ "@id": path })),
      mentions: tables.map(({ path }) => ({ "@id": `#${path}` })),
      mainEntity: { "@id": "index.html" },
    },
    { "@id": MIT, "@type": "CreativeWork", name: "MIT License", identifier: "MIT" },
    ...people,
    {
      "@id": "#deno",
      "@type": "SoftwareApplication",
      name: "Deno",
      version: versions.deno,
      description: `Dependencies pinned by deno.lock, SHA-256 ${versions.lock}`,
    },
    ...sorted.map((file) => fileEntity(file, byPath)),
    ...tables.map(({ path, title, license }) => ({
      "@id": `#${path}`,
      "@type": "Dataset",
      name: title,
      identifier: path,
      ...(license ? { license } : {}),
    })),
  ];
  return JSON.stringify(
    { "@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph },
    null,
    1,
  ) +
    "\n";
}
