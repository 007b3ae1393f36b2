import { embedPage } from "./embed_page.ts";
import type { FigureFile } from "./figure_files.ts";
import type { FigureRecord } from "./figure_record.ts";
import { type Markup, markup, trusted } from "./markup.ts";
import { withoutMarks } from "./origins/mark_numbers.ts";
import type { PageTable } from "./page_state.ts";
import type { RenderContext, ReportFile } from "./report_context.ts";
import { pageWork, type Shared, shareMarkup } from "./share.ts";
import { svgMarkup } from "./svg_markup.ts";
import { tableCsv } from "./table_file.ts";

/** Width of a frame, and what it needs below its figure. */
const FRAME = 720;
const CREDIT_HEIGHT = 60;

/**
 * What a page offers for other people's pages: of each figure and table how to cite it and how to show
 * it, a static page with it alone, and of each table a CSV file.
 */
export class SharedParts {
  /** The files, paths relative to the report's folder. */
  readonly files: ReportFile[] = [];
  readonly #context: RenderContext;
  readonly #title: string;

  /** `title` is the page's question. */
  constructor(context: RenderContext, title: string) {
    this.#context = context;
    this.#title = title;
  }

  #embed(shared: Shared, body: Markup, card?: { readonly path: string; readonly alt: string }) {
    const { name, versions, address } = this.#context;
    this.files.push({
      path: shared.embed,
      content: embedPage({
        title: shared.title,
        body,
        credit: `Tallybook ${versions.library}: ${this.#title}`,
        href: `${name}.html#${shared.id}`,
        preview: {
          title: shared.title,
          description: card?.alt ?? this.#title,
          path: shared.embed,
          card,
          address,
          depth: 2,
        },
      }),
    });
  }

  /** Below a figure: cite, embed. */
  figure(figure: FigureRecord, files: readonly FigureFile[], id: string, number: number): Markup {
    const { name } = this.#context;
    const svg = files.find(({ kind }) => kind === "SVG");
    const image = svg ?? files.find(({ kind }) => kind === "PNG");
    const shared: Shared = {
      ...{ kind: "figure", id, number, title: figure.title, embed: `embed/${name}/${id}.html` },
      height: Math.min(FRAME, figure.width) / figure.width * figure.height + CREDIT_HEIGHT,
      ...(image ? { image: { path: image.path, alt: figure.alt } } : {}),
    };
    const drawing = typeof svg?.content === "string"
      ? svg.content
      : new TextDecoder().decode(svg?.content);
    const card = files.find(({ kind }) => kind === "Card");
    this.#embed(
      shared,
      svg
        // Made of the figure's record, which is clean.
        ? svgMarkup(trusted(drawing), "", `${figure.title}. ${figure.alt}`)
        : image
        ? markup`<img src="../../${image.path}" alt="${figure.alt}">`
        : markup`<p>${figure.alt}</p>`,
      card && { path: card.path, alt: figure.alt },
    );
    return shareMarkup(shared, pageWork(this.#context, this.#title));
  }

  /** Below a table: its file, cite, embed. */
  table({ id, number, ...table }: PageTable): Markup {
    // Numbers are told apart on the page alone.
    const [caption, html] = [withoutMarks(table.caption), withoutMarks(table.html)];
    const { name } = this.#context;
    const path = `tables/${name}/${id.replace(/^table-/u, "")}.csv`;
    this.files.push({ path, content: tableCsv(html) });
    const rows = html.match(/<tr/gu)?.length ?? 1;
    const shared: Shared = {
      ...{ kind: "table", id, number, title: caption, embed: `embed/${name}/${id}.html` },
      height: Math.min(900, 60 + 27 * rows) + CREDIT_HEIGHT,
    };
    this.#embed(shared, markup`<div class="box">${trusted(html)}</div>`);
    return markup`<div class="table-share"><ul class="downloads" aria-label="Files of table ${number}"><li><a href="${path}" download aria-label="CSV of table ${number}">CSV</a></li></ul>${
      shareMarkup(shared, pageWork(this.#context, this.#title))
    }</div>`;
  }
}
