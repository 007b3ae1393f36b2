import type { AnswerNote } from "../origins/answer_notes.ts";
import type { Block } from "./block.ts";

/** Where the answer's numbers come from, as a list at a document's end; nothing where nothing is known. */
export function noteBlocks(notes: readonly AnswerNote[]): Block[] {
  if (notes.length === 0) return [];
  return [
    { kind: "heading", level: 2, runs: [{ text: "Where the answer\u2019s numbers come from" }] },
    ...notes.map(({ text, expression, place, rounding, tables }, i): Block => ({
      kind: "item",
      ordered: true,
      depth: 0,
      number: i + 1,
      runs: [
        { text, bold: true },
        { text: ": " },
        { text: expression, code: true },
        {
          text: `, ${place}; ${rounding}${tables.length > 0 ? `; from ${tables.join(", ")}` : ""}`,
        },
      ],
    })),
  ];
}
