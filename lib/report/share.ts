import { citationOf, dataHash, type ReportWork } from "./citation.ts";
import { type Markup, markup } from "./markup.ts";
import type { RenderContext } from "./report_context.ts";

/** What a figure or table offers to who wants to cite it or show it elsewhere. */
export interface Shared {
  readonly kind: "figure" | "table";
  /** Its id on the page. */
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** The static page that shows it alone, from the report's folder. */
  readonly embed: string;
  /** Its height there in pixels, at a width of 720. */
  readonly height: number;
  /** Its picture, from the report's folder, where it has one. */
  readonly image?: { readonly path: string; readonly alt: string };
}

/** What all citations of a page share. */
export function pageWork(context: RenderContext, pageTitle: string): ReportWork {
  const { name, versions, run, address } = context;
  return {
    kind: "page",
    page: name,
    pageTitle,
    versions,
    data: dataHash(run?.reads),
    ...(address === undefined ? {} : { address }),
  };
}

const attribute = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

const snippet = (name: string, text: string): Markup =>
  markup`<dt>${name}</dt><dd><pre tabindex="0">${text}</pre></dd>`;

/** A citation in its three forms, as entries of a list. */
export function citationEntries(work: ReportWork): Markup {
  const { plain, bibtex, csl } = citationOf(work);
  return markup`${snippet("Plain", plain)}${snippet("BibTeX", bibtex)}${snippet("CSL-JSON", csl)}`;
}

/** Below a figure or table: how to cite it, and what to paste into another page to show it there. */
export function shareMarkup(shared: Shared, page: ReportWork): Markup {
  const { kind, id, number, title, embed, height, image } = shared;
  const address = page.address ?? "";
  const frame = `<iframe src="${address}${embed}" title="${attribute(title)}" width="720" height="${
    Math.ceil(height)
  }" loading="lazy" style="border:0;max-width:100%"></iframe>`;
  const picture = image &&
    `<img src="${address}${image.path}" alt="${attribute(image.alt)}">`;
  return markup`<details class="share"><summary>Cite or embed</summary><dl>
    <dt>Name</dt><dd><code>${`${page.page}#${id}`}</code></dd>
    ${citationEntries({ ...page, kind, part: { id, number, title } })}
    ${snippet("Embed", frame)}${picture && snippet("As a picture", picture)}
    </dl></details>`;
}
