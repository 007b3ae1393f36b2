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

/** A word longer than this may break after its hyphens, as the names of files do. */
const LONGEST_WHOLE = 14;

/** A number with its unit or interval stays whole up to this, where other columns have room left. */
const LONGEST_NUMBER = 24;

/** The share of a line that numbers kept whole may take with the other columns' longest words. */
const MOST_KEPT = 0.8;

/** Lines that the cells of a column may take on average before letters become small. */
const MOST_LINES = 4;

/** Widths of a table's columns, and whether its letters have to be small. */
export interface ColumnWidths {
  readonly widths: readonly number[];
  readonly small: boolean;
}

/** How many letters of usual width a text takes: a percent sign is the widest that ends numbers. */
const lengthOf = (text: string) => text.length + 0.7 * (text.match(/[%MW@]/g)?.length ?? 0);

const longest = (texts: readonly string[]) => Math.max(1, ...texts.map(lengthOf));

/** The parts of a text that are not to be broken. */
const unbroken = (text: string) =>
  text.split(/\s+/).flatMap((word) => word.length > LONGEST_WHOLE ? word.split(/(?<=-)/) : [word]);

/** The same where numbers with their units and intervals are whole: "−11.87 to −3.68". */
const withWholeNumbers = (text: string) =>
  /\d/.test(text) && text.length <= LONGEST_NUMBER ? [text] : unbroken(text);

/**
 * Gives letters of room, one after the other, to the column whose text takes the
 * most lines, until each takes one or there is no room left.
 */
function widen(widths: readonly number[], needs: readonly number[], room: number): number[] {
  const wider = [...widths];
  let left = room;
  while (left > 0) {
    const lines = needs.map((need, i) => need / wider[i]!);
    const most = Math.max(...lines);
    if (most <= 1) break;
    const column = lines.indexOf(most);
    const step = Math.min(1, left, needs[column]! - wider[column]!);
    wider[column]! += step;
    left -= step;
  }
  return wider;
}

/**
 * Gives each column of a table the width that its words and numbers need, so
 * that none is broken, and the rest of the page to columns with longer text.
 */
export function columnWidths(
  { head, rows }: Pick<Extract<Block, { kind: "table" }>, "head" | "rows">,
): ColumnWidths {
  const columns = head.map((cell, i) => ({
    heading: cell.text,
    cells: rows.map((row) => row[i]?.text ?? ""),
  }));
  const leastBy = (parts: typeof unbroken) =>
    columns.map(({ heading, cells }) =>
      Math.max(BOLD * longest(unbroken(heading)), longest(cells.flatMap(parts)))
    );
  // First the usual text of a column in few lines and its heading in two, then its longest text.
  const usual = columns.map(({ heading, cells }) =>
    Math.max(
      BOLD * lengthOf(heading) / 2,
      cells.reduce((sum, text) => sum + lengthOf(text), 0) / Math.max(1, cells.length),
    )
  );
  const most = columns.map(({ cells }) => longest(cells));
  const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);
  const fill = (letter: number) => {
    const letters = (ROOM - CELL_GAP * columns.length) / letter;
    const whole = leastBy(withWholeNumbers);
    const least = sum(whole) <= MOST_KEPT * letters ? whole : leastBy(unbroken);
    const few = widen(least, usual, letters - sum(least));
    return widen(few, most, letters - sum(few));
  };
  const large = fill(LETTER);
  const small = sum(large) * LETTER + CELL_GAP * columns.length > ROOM + 1 ||
    usual.some((need, i) => need / large[i]! > MOST_LINES);
  const widths = small
    ? fill(SMALL_LETTER).map((width) => width * SMALL_LETTER + CELL_GAP)
    : large.map((width) => width * LETTER + CELL_GAP);
  const squeeze = Math.min(1, ROOM / sum(widths));
  return { widths: widths.map((width) => Math.floor(width * squeeze)), small };
}
