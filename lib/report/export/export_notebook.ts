import { figureFile } from "../../chart/figure_file.ts";
import { citationOf } from "../citation.ts";
import { pageWork } from "../share.ts";
import { figureFiles, isDrawable } from "../figure_files.ts";
import { splitHeadline } from "../headline.ts";
import { markdownText } from "../markdown.ts";
import type { NotebookDocument } from "../notebook_document.ts";
import { renderNotebook } from "../notebook_page.ts";
import { parametersOf } from "../parameters.ts";
import { answerNotesOf } from "../origins/answer_notes.ts";
import type { RenderContext, ReportFile } from "../report_context.ts";
import { aboutBlocks } from "./about_blocks.ts";
import type { Block } from "./block.ts";
import { figureBundle } from "./figure_bundle.ts";
import { withoutLinksBeside } from "./links_beside.ts";
import { type ExportOptions, notebookBlocks } from "./notebook_blocks.ts";
import { noteBlocks } from "./note_blocks.ts";
import { printToPdf } from "./print_to_pdf.ts";
import { toDocx } from "./to_docx.ts";
import { toMarkdown } from "./to_markdown.ts";

/** What {@linkcode exportNotebook} can make. */
export const EXPORT_FORMATS = ["html", "pdf", "md", "docx", "figures"] as const;

/** One of these formats. */
export type ExportFormat = typeof EXPORT_FORMATS[number];

/** Figures of one name get names of their own, in the order in which they come. */
function withUniqueIds(blocks: readonly Block[]): Block[] {
  const seen = new Map<string, number>();
  return blocks.map((block) => {
    if (block.kind !== "figure") return block;
    const { id } = block.figure;
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return times === 1 ? block : { ...block, figure: { ...block.figure, id: `${id}_${times}` } };
  });
}

function markdownFiles(blocks: readonly Block[], name: string): ReportFile[] {
  const pictures: ReportFile[] = [];
  let bitmaps = 0;
  const text = toMarkdown(blocks, (block) => {
    const png = block.kind === "figure" ? block.figure.png : block.png;
    const id = block.kind === "figure" ? block.figure.id : `picture_${++bitmaps}`;
    const path = `figures/${id}.png`;
    if (png) pictures.push({ path, content: png });
    return path;
  });
  return [{ path: `${name}.md`, content: text }, ...pictures];
}

/** Figures as pictures without words where they can be taken apart: a document sets its words as text. */
function withBarePictures(
  blocks: readonly Block[],
  convert: NonNullable<RenderContext["convert"]>,
): Promise<Block[]> {
  return Promise.all(blocks.map(async (block) => {
    if (block.kind !== "figure") return block;
    const { figure } = block;
    const png = isDrawable(figure.svg) ? await convert(figure, "bare", "png") : null;
    return png === null
      ? { ...block, wordsInside: figure.svg !== "" }
      : { ...block, figure: { ...figure, png } };
  }));
}

/**
 * An executed notebook in a format for somebody's own report: one file, or for
 * "md" and "figures" a folder's files. Figures and tables are numbered, and keep
 * captions and sources; each document ends with its version, data, license and citation. Nothing is
 * executed.
 *
 * @param notebook As `documentOf()` gives it.
 * @throws {Error} for "pdf" where there is no Chromium.
 *
 * @example Markdown
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { documentOf } from "../notebook_document.ts";
 * import { exportNotebook } from "./export_notebook.ts";
 *
 * const cell = { cell_type: "markdown" as const, metadata: {}, source: "# Who won?" };
 * const [file] = await exportNotebook(documentOf({ cells: [cell] }), "md", {
 *   name: "01_votes",
 *   versions: { deno: "2.9.6", library: "0.1.0", lock: "" },
 * });
 * assertEquals(file?.path, "01_votes.md");
 * assertEquals(String(file?.content).split("\n")[0], "# Who won?");
 * ```
 */
export async function exportNotebook(
  notebook: NotebookDocument,
  format: ExportFormat,
  context: RenderContext,
  options: ExportOptions = {},
): Promise<ReportFile[]> {
  const { name } = context;
  if (format === "html" || format === "pdf") {
    const page = await renderNotebook(notebook, { ...context, standalone: true });
    return format === "html"
      ? [{ path: `${name}.html`, content: withoutLinksBeside(page.html) }]
      : [{ path: `${name}.pdf`, content: await printToPdf(page.html) }];
  }
  const blocks = withUniqueIds(notebookBlocks(notebook, options));
  if (format === "md" || format === "docx") {
    const title = markdownText(splitHeadline(notebook, name).headline.title);
    const bare = await withBarePictures(blocks, context.convert ?? figureFile);
    const about = aboutBlocks(context, title);
    if (format === "md") return markdownFiles([...bare, ...about], name);
    const notes = noteBlocks(answerNotesOf(notebook, context));
    const citation = citationOf(pageWork(context, title)).plain;
    const whole = [...bare, ...notes, ...about];
    return [{ path: `${name}.docx`, content: await toDocx(whole, title, citation) }];
  }
  const files: ReportFile[] = [];
  for (const block of blocks) {
    if (block.kind !== "figure") continue;
    const own = await figureFiles(
      block.figure,
      block.figure.id,
      context,
      parametersOf(notebook),
      true,
    );
    files.push(...own, figureBundle(block.figure, own, context));
  }
  return files;
}
