import { parseHTML } from "linkedom";
import { readFigureWords } from "../figure_record.ts";
import type { NotebookDocument, PageOutput } from "../notebook_document.ts";

const single = (text: string) => text.replaceAll(/\s+/gu, " ").trim();

/** The rows of tables and the other blocks of an output's HTML, a line each. */
function htmlLines(html: string): string[] {
  const { document } = parseHTML(`<html><body>${html}</body></html>`) as unknown as {
    document: {
      querySelectorAll(selector: string): Iterable<
        {
          readonly textContent: string;
          readonly children: Iterable<{ readonly textContent: string }>;
        }
      >;
    };
  };
  return [...document.querySelectorAll("caption, tr, p, li")].map((element) => {
    const cells = [...element.children].map((cell) => single(cell.textContent));
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
  const text = typeof prose === "string" ? prose : typeof plain === "string" ? plain : "";
  return text.split("\n").map(single);
}

/**
 * What a reader sees of a notebook's outputs, a line each: prose, rows of tables, sentences of
 * figures.
 */
export function shownLines(notebook: NotebookDocument): string[] {
  return notebook.cells.flatMap(({ outputs }) => outputs.flatMap(outputLines))
    .filter((line) => line !== "");
}
