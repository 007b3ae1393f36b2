import { splitHeadline } from "../headline.ts";
import { type Markup, markup } from "../markup.ts";
import type { NotebookDocument } from "../notebook_document.ts";
import type { RenderContext } from "../report_context.ts";
import { markedNumbers } from "./mark_numbers.ts";
import { markProse, PageNumbers } from "./page_numbers.ts";

/** A note on a number: what it is, and where it comes from. */
export interface AnswerNote {
  readonly text: string;
  readonly expression: string;
  readonly place: string;
  readonly rounding: string;
  readonly tables: readonly string[];
}

/** Notes on the numbers of an answer's block of HTML, in which they are marked, each number once. */
export function notesOn(numbers: PageNumbers, lead: string): AnswerNote[] {
  const notes = markedNumbers(lead).flatMap((element) => {
    const found = numbers.entry(element);
    // A year that no format printed is a name.
    if (found === null || found.number.rounding === undefined) return [];
    const { number, origin } = found;
    return [{
      text: number.text,
      expression: origin.expression,
      place: `cell ${origin.cell}, line ${origin.line}`,
      rounding: number.rounding!,
      tables: numbers.tablesOf(origin).map(({ path }) => path),
    }];
  });
  return [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()];
}

/** The notes on the numbers of a notebook's answer; none where no origins are known. */
export function answerNotesOf(
  notebook: NotebookDocument,
  { name, numbers: index }: RenderContext,
): AnswerNote[] {
  if (index === undefined) return [];
  const numbers = new PageNumbers(index);
  return notesOn(numbers, splitHeadline(markProse(notebook, numbers), name).headline.lead);
}

/** Where the answer's numbers come from, for print: on a screen each number says it itself. */
export function answerNotes(numbers: PageNumbers, lead: string): Markup | null {
  const notes = notesOn(numbers, lead);
  if (notes.length === 0) return null;
  return markup`
    <section class="answer-notes">
      <h2>Where the answer’s numbers come from</h2>
      <ol>${
    notes.map(({ text, expression, place, rounding, tables }) =>
      markup`<li>${text}: <code>${expression}</code>, ${place}; ${rounding}${
        tables.length > 0 && `; from ${tables.join(", ")}`
      }</li>`
    )
  }</ol>
    </section>
  `;
}
