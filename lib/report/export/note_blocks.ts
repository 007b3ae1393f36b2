import { type AnswerNotes, noteInWords } from "../origins/answer_notes.ts";
import type { Block } from "./block.ts";

const item = (number: number, runs: Extract<Block, { kind: "item" }>["runs"]): Block => ({
  kind: "item",
  ordered: true,
  depth: 0,
  number,
  runs,
});

/** Where the answer's numbers come from, as lists at a document's end; nothing where nothing is known. */
export function noteBlocks({ notes, reads }: AnswerNotes): Block[] {
  if (notes.length === 0) return [];
  const heading = (level: 2 | 3, text: string): Block => ({
    kind: "heading",
    level,
    runs: [{ text }],
  });
  return [
    heading(2, "Where the answer\u2019s numbers come from"),
    ...notes.map((note, i) =>
      item(i + 1, [
        { text: note.text, bold: true },
        { text: ": " },
        { text: note.expression, code: true },
        { text: noteInWords(note) },
      ])
    ),
    ...(reads.length === 0 ? [] : [
      heading(3, "Rows that their code read"),
      ...reads.map((text, i) => item(i + 1, [{ text }])),
    ]),
  ];
}
