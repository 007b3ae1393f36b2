import { decodePng, readFigure } from "../figure_record.ts";
import { renderMarkdownPlain } from "../markdown.ts";
import { FormulaSources } from "../math.ts";
import type { NotebookDocument, PageCell, PageOutput } from "../notebook_document.ts";
import { PageState } from "../page_state.ts";
import { sanitizeHtml } from "../sanitize_html.ts";
import type { Block } from "./block.ts";
import { htmlBlocks } from "./html_blocks.ts";

/** What of a notebook goes into an export. */
export interface ExportOptions {
  /** Include the code; left out unless told, as reports quote results. */
  readonly code?: boolean;
}

const HIDDEN = ["remove-cell", "remove_cell", "hidden"];

/**
 * A notebook as blocks, figures and tables numbered in order: what documents of
 * other formats are written from.
 */
export function notebookBlocks(notebook: NotebookDocument, options: ExportOptions = {}): Block[] {
  const page = new PageState(new FormulaSources());
  const nextTable = () => page.nextTable();
  const fromMarkdown = (source: string, attachments?: PageCell["attachments"]) =>
    htmlBlocks(renderMarkdownPlain(source, page, attachments).toString(), nextTable);
  const fromOutput = (output: PageOutput): Block[] => {
    if (output.kind === "stream") return [{ kind: "code", text: output.text.trimEnd() }];
    if (output.kind === "error") {
      return [{ kind: "code", text: `${output.name}: ${output.message}` }];
    }
    const figure = readFigure(output);
    if (figure !== null) return [{ kind: "figure", figure, number: page.nextFigure() }];
    const text = (type: string) =>
      typeof output.data[type] === "string" ? output.data[type] as string : null;
    const html = text("text/html");
    if (html !== null) return htmlBlocks(sanitizeHtml(html).toString(), nextTable);
    const prose = text("text/markdown");
    if (prose !== null) return fromMarkdown(prose);
    const png = decodePng(output.data["image/png"]);
    const plain = text("text/plain");
    if (png !== null) return [{ kind: "bitmap", png, alt: plain ?? "Picture" }];
    return plain === null ? [] : [{ kind: "code", text: plain.trimEnd() }];
  };
  return notebook.cells.flatMap((cell): Block[] => {
    if (cell.tags.some((tag) => HIDDEN.includes(tag))) return [];
    if (cell.kind === "markdown") return fromMarkdown(cell.source, cell.attachments);
    if (cell.kind !== "code") return [];
    const code: Block[] = options.code && cell.source.trim() !== ""
      ? [{ kind: "code", text: cell.source.trimEnd() }]
      : [];
    return [...code, ...cell.outputs.flatMap(fromOutput)];
  });
}
