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
  /** The rows that it is made of, in words; null where it rests on all that its code read. */
  readonly made: string | null;
  /** What its code read: places in the list of reads, from 1. */
  readonly reads: readonly number[];
}

/** Notes on the numbers of an answer, and the rows that their code read, each once. */
export interface AnswerNotes {
  readonly notes: readonly AnswerNote[];
  readonly reads: readonly string[];
}

/** Notes on the numbers of an answer's block of HTML, in which they are marked, each number once. */
export function notesOn(numbers: PageNumbers, lead: string): AnswerNotes {
  const reads: string[] = [];
  const placeOf = (read: string) => {
    const known = reads.indexOf(read);
    return known >= 0 ? known + 1 : reads.push(read);
  };
  const notes = markedNumbers(lead).flatMap((element) => {
    const found = numbers.entry(element);
    // A year that no format printed is a name.
    if (found === null || found.number.rounding === undefined) return [];
    const { number, origin } = found;
    const { made, read } = numbers.rowsInWords(element);
    return [{
      text: number.text,
      expression: origin.expression,
      place: `cell ${origin.cell}, line ${origin.line}`,
      rounding: number.rounding!,
      made,
      reads: [...new Set(read.map(placeOf))].sort((a, b) => a - b),
    }];
  });
  return { notes: [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()], reads };
}

/** What follows a note's expression. */
export function noteInWords({ place, rounding, made, reads }: AnswerNote): string {
  const rows = made === null ? "" : `; ${made}`;
  return `, ${place}; ${rounding}${rows}${reads.length > 0 ? `; rows ${inRanges(reads)}` : ""}`;
}

/** Numbers in ascending order as ranges: "1 to 4, 7". */
function inRanges(numbers: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < numbers.length;) {
    let j = i;
    while (numbers[j + 1] === numbers[j]! + 1) j++;
    parts.push(j > i + 1 ? `${numbers[i]} to ${numbers[j]}` : numbers.slice(i, j + 1).join(", "));
    i = j + 1;
  }
  return parts.join(", ");
}

/** The notes on the numbers of a notebook's answer; none where no origins are known. */
export function answerNotesOf(
  notebook: NotebookDocument,
  { name, numbers: index }: RenderContext,
): AnswerNotes {
  if (index === undefined) return { notes: [], reads: [] };
  const numbers = new PageNumbers(index);
  return notesOn(numbers, splitHeadline(markProse(notebook, numbers), name).headline.lead);
}

/** Where the answer's numbers come from, for print: on a screen each number says it itself. */
export function answerNotes(numbers: PageNumbers, lead: string): Markup | null {
  const { notes, reads } = notesOn(numbers, lead);
  if (notes.length === 0) return null;
  return markup`
    <section class="answer-notes">
      <h2>Where the answer’s numbers come from</h2>
      <ol>${
    notes.map((note) =>
      markup`<li>${note.text}: <code>${note.expression}</code>${noteInWords(note)}</li>`
    )
  }</ol>
      ${
    reads.length > 0 && markup`
      <h3>Rows that their code read</h3>
      <ol>${reads.map((read) => markup`<li>${read}</li>`)}</ol>
    `
  }
    </section>
  `;
}
