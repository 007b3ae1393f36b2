import { parseHTML } from "linkedom";
import MarkdownIt from "markdown-it";
import { readFigureWords } from "../figure_record.ts";
import type { NotebookDocument, PageOutput } from "../notebook_document.ts";

const single = (text: string) => text.replaceAll(/\s+/gu, " ").trim();

/** Prose is compared and listed as it is read, without the marks of Markdown. */
const parser = new MarkdownIt({ html: true });

/** The rows of tables and the other blocks of an output's HTML, a line each. */
function htmlLines(html: string): string[] {
  const { document } = parseHTML(`<html><body>${html}</body></html>`) as unknown as {
    document: {
      querySelectorAll(selector: string): Iterable<
        {
          readonly localName: string;
          readonly textContent: string;
          readonly children: Iterable<{ readonly textContent: string }>;
          querySelector(selector: string): unknown;
        }
      >;
    };
  };
  // What stands in a block of its own within an item is the line, and the item none besides.
  const blocks = [...document.querySelectorAll("caption, tr, p, li, h1, h2, h3, h4, h5, h6, pre")]
    .filter((element) => element.querySelector("p, li") === null);
  return blocks.map((element) => {
    const cells = element.localName === "tr"
      ? [...element.children].map((cell) => single(cell.textContent))
      : [];
    return cells.length > 1 ? cells.join(" | ") : single(element.textContent);
  });
}

function outputLines(output: PageOutput): string[] {
  if (output.kind === "stream") return output.text.split("\n").map(single);
  if (output.kind === "error") return [];
  const figure = readFigureWords(output);
  if (figure !== null) {
    const { title, subtitle, caption, alt } = figure;
    return [title, subtitle, caption, ...alt.split(/(?<=[.;])\s+/u)].map(single);
  }
  const { "text/html": html, "text/markdown": prose, "text/plain": plain } = output.data;
  if (typeof html === "string") return htmlLines(html);
  if (typeof prose === "string") return htmlLines(parser.render(prose));
  return typeof plain === "string" ? plain.split("\n").map(single) : [];
}

/**
 * What a reader sees of a notebook's outputs, a line each: prose, rows of tables, sentences of
 * figures.
 */
export function shownLines(notebook: NotebookDocument): string[] {
  return notebook.cells.flatMap(({ outputs }) => outputs.flatMap(outputLines))
    .filter((line) => line !== "");
}
