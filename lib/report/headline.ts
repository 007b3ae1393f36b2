import { type AnswerMark, splitMark } from "./answer_mark.ts";
import { markdownText } from "./markdown.ts";
import type { NotebookDocument, PageCell } from "./notebook_document.ts";

/** What a notebook says first: its question and the answer to it. */
export interface Headline {
  /** The notebook's title, usually a question. */
  readonly title: string;
  /** The paragraphs under the title, as Markdown; "" when there are none. */
  readonly lead: string;
  /** The word in bold that opens the answer; null where none does. */
  readonly mark: AnswerMark | null;
  /**
   * The answer in plain text, without its mark: the first paragraph. Without a
   * mark, the lead's first two sentences.
   */
  readonly answer: string;
  /** What carries the answer, in plain text: the paragraph after a marked answer; else "". */
  readonly ground: string;
}

/** A notebook split into its headline and the prose that is left of the block that carried it. */
export interface HeadlineSplit {
  readonly headline: Headline;
  /** The notebook's prose without what went into the headline. */
  readonly rest: NotebookDocument;
}

const TITLE = /^# +(.+?) *#*$/m;

/** A title's block, cut at the title and at the first heading after the lead. */
function cut(source: string): { title: string; lead: string; rest: string } | null {
  const match = TITLE.exec(source);
  // A title stands at the top of its block: a later "# " is a comment in a code fence.
  if (match === null || source.slice(0, match.index).trim() !== "") return null;
  const after = source.slice(match.index + match[0].length);
  const next = after.search(/^#{1,6} /m);
  const lead = (next < 0 ? after : after.slice(0, next)).trim();
  return { title: match[1]!, lead, rest: next < 0 ? "" : after.slice(next) };
}

/** A block that carries no title gives the lead where it opens with prose. */
function opening(source: string): { lead: string; rest: string } | null {
  const next = source.search(/^#{1,6} /m);
  const lead = (next < 0 ? source : source.slice(0, next)).trim();
  return lead === "" ? null : { lead, rest: next < 0 ? "" : source.slice(next) };
}

type Block = { cell: number; output: number | null; source: string };

function* proseBlocks(cells: readonly PageCell[]): Generator<Block> {
  for (const [cell, { kind, source, outputs }] of cells.entries()) {
    if (kind === "markdown") yield { cell, output: null, source };
    for (const [output, value] of outputs.entries()) {
      if (value.kind !== "data" || value.data["text/html"] !== undefined) continue;
      const prose = value.data["text/markdown"];
      if (typeof prose === "string") yield { cell, output, source: prose };
    }
  }
}

function replaceBlock(cells: PageCell[], block: Block, source: string): void {
  const cell = cells[block.cell]!;
  cells[block.cell] = block.output === null ? { ...cell, source } : {
    ...cell,
    outputs: cell.outputs.map((output, i) =>
      i === block.output && output.kind === "data"
        ? { ...output, data: { ...output.data, "text/markdown": source } }
        : output
    ),
  };
}

/** The first two sentences. An abbreviation's period is followed by a lower-case letter or a digit. */
export function firstSentences(text: string, most = 2): string {
  const ends = [
    ...text.matchAll(/(?<!\b(?:[A-Z]|vs?|No|St|Mr|Ms|Dr|U\.S))[.?!]["”’)]?(?=\s+["“(]?[A-Z\d])/g),
  ];
  const last = ends[most - 1];
  return last === undefined ? text : text.slice(0, last.index + last[0].length);
}

/**
 * Finds the headline: the first "# " heading of a Markdown cell or of prose that
 * a cell computed, and the paragraphs under it. When nothing stands under the
 * title, the next block of prose gives the lead: a title may be typed while its
 * answer is computed.
 *
 * @param name The title when the notebook has none.
 */
export function splitHeadline(notebook: NotebookDocument, name: string): HeadlineSplit {
  const cells = [...notebook.cells];
  let title: string | null = null;
  let lead = "";
  for (const block of proseBlocks(notebook.cells)) {
    if (title === null) {
      const found = cut(block.source);
      if (found === null) continue;
      ({ title, lead } = found);
      replaceBlock(cells, block, found.rest);
      if (lead !== "" || found.rest !== "") break;
    } else {
      const found = opening(block.source);
      if (found !== null) {
        lead = found.lead;
        replaceBlock(cells, block, found.rest);
      }
      break;
    }
  }
  return {
    headline: { title: title ?? name.replaceAll("_", " "), lead, ...answerOf(lead) },
    rest: { ...notebook, cells },
  };
}

function answerOf(lead: string): Pick<Headline, "mark" | "answer" | "ground"> {
  const [first = "", second = ""] = lead.split(/\n[ \t]*\n/);
  const { mark, text } = splitMark(first);
  if (mark !== null) {
    return { mark, answer: markdownText(text), ground: markdownText(second) };
  }
  const words = markdownText(lead).replace(/^(?:short )?answer[.:]\s*/i, "");
  return { mark, answer: firstSentences(words), ground: "" };
}
