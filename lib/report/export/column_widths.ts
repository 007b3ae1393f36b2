import type { Block } from "./block.ts";

/** Width between a page's margins, in twentieths of a point. */
const ROOM = 9_360;

/** Room beside a cell's text, in the same unit. */
export const CELL_GAP = 140;

/** A letter's width in tables, in the same unit: numbers and capitals are wide. */
const LETTER = 124;

/** The same where a table has little room and its letters are smaller. */
const SMALL_LETTER = 99;

/** How much wider a heading's bold letters are. */
const BOLD = 1.1;

/** Text longer than this may break into lines. */
const LONGEST_LINE = 26;

/** Widths of a table's columns, and whether its letters have to be small. */
export interface ColumnWidths {
  readonly widths: readonly number[];
  readonly small: boolean;
}

/**
 * Gives each column of a table the width that its words and numbers need, so
 * that none is broken, and the rest of the page to columns with longer text.
 */
export function columnWidths(
  { head, rows }: Pick<Extract<Block, { kind: "table" }>, "head" | "rows">,
): ColumnWidths {
  const texts = head.map((cell, i) => ({
    heading: cell.text,
    cells: rows.map((row) => row[i]?.text ?? ""),
  }));
  const longest = (words: readonly string[]) => Math.max(1, ...words.map((word) => word.length));
  const least = texts.map(({ heading, cells }) =>
    Math.max(
      BOLD * longest(heading.split(/\s+/)),
      longest(cells.flatMap((text) => text.split(/\s+/))),
    )
  );
  // A number with its unit stays on one line; a heading may take several.
  const wanted = texts.map(({ cells }, i) =>
    Math.max(least[i]!, Math.min(LONGEST_LINE, longest(cells)))
  );
  const sum = (lengths: readonly number[], letter: number) =>
    lengths.reduce((total, length) => total + length * letter + CELL_GAP, 0);
  const small = sum(least, LETTER) > ROOM;
  const letter = small ? SMALL_LETTER : LETTER;
  const [from, to] = [sum(least, letter), sum(wanted, letter)];
  // Between what the columns need and what they would like, as far as there is room.
  const share = to <= ROOM || to === from ? 1 : Math.max(0, (ROOM - from) / (to - from));
  const widths = least.map((length, i) =>
    (length + share * (wanted[i]! - length)) * letter + CELL_GAP
  );
  const total = widths.reduce((all, width) => all + width, 0);
  const squeeze = Math.min(1, ROOM / total);
  return { widths: widths.map((width) => Math.floor(width * squeeze)), small };
}
