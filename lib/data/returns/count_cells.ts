import type { Mend } from "./problem.ts";
import type { CountColumn } from "./text_column.ts";

/** The largest count that a column of counts holds; the nation has fewer voters. */
export const LARGEST_COUNT = 2_147_483_647;

/** How a cell of a column of counts is to be read. */
export interface CountCell {
  /** The count, or undefined where there is none. */
  readonly count: number | undefined;
  /** What was found, in words; undefined where the cell is as it should be. */
  readonly found?: string;
  /** The option that goes on; "none needed" where it goes on anyway and is only listed. */
  readonly option?: Mend | "none needed";
}

const BLANK = /^(|-+|–|—|\.+|…|n\/?a|n\.\s?a\.?|nan|null|none|nil|#n\/a)$/i;
const SUPPRESSED =
  /^(\*+|([<≤]|<=|fewer than|less than)\s*\d+|x{1,3}|s\*?|d|suppressed|redacted|masked|withheld)$/i;

/** Thousands with one sign between them: "1,055.00", "1.055,00", "1'055", "1 055". */
const SEPARATED =
  /^\d{1,3}(?:([,'’])\d{3}(?:\1\d{3})*(?:\.0+)?|(?:\.\d{3})+(?:,0{1,2})?|([ \u00a0\u202f])\d{3}(?:\2\d{3})*)$/;
/** "12.000" is 12 where a program writes three decimals, and 12,000 where points separate thousands. */
const NOUGHTS = /^\d{1,3}(\.000)+$/;

/**
 * Whether points separate thousands in a column of counts: a cell has digits behind a point that
 * are no fraction, or counts without a point stand beside some with three noughts behind one.
 */
export function pointsOfThousands({ values, odd }: CountColumn): boolean {
  let noughts = false;
  for (const cell of odd.values()) {
    if (NOUGHTS.test(cell)) noughts = true;
    else if (/^\d{1,3}(\.\d{3})+$/.test(cell)) return true;
  }
  return noughts && values.some((value) => !Number.isNaN(value));
}

/**
 * Reads a cell that is not digits only. Nothing is guessed: a separator of thousands, a blank or a
 * suppressed cell has the option that accepts it, a fraction or text has none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { countCell } from "./count_cells.ts";
 *
 * assertEquals(countCell("1,055"), {
 *   count: 1055,
 *   found: '"1,055" with separators of thousands',
 *   option: "thousands",
 * });
 * assertEquals(countCell("3.5").count, undefined);
 * ```
 *
 * @param points Whether points separate thousands in the column, see {@linkcode pointsOfThousands}.
 */
export function countCell(cell: string, points = false): CountCell {
  if (BLANK.test(cell)) {
    const found = cell === "" ? "a blank cell" : `"${cell}"`;
    return { count: undefined, found, option: "blanks" };
  }
  if (SUPPRESSED.test(cell)) {
    return { count: undefined, found: `"${cell}", a suppressed count`, option: "suppressed" };
  }
  const separated = points && NOUGHTS.test(cell);
  // "12,00" as other countries write it, and a table program's mark of text.
  if (!separated && /^['’]?\+?\d{1,15}(\.0*|,0{1,2})?$/.test(cell)) {
    const count = Number(cell.replace(/^['’]/, "").replace(/,.*$/, ""));
    return { count, found: `"${cell}"`, option: "none needed" };
  }
  if (/^-0+(\.0+)?$/.test(cell)) return { count: 0, found: `"${cell}"`, option: "none needed" };
  // "1 100.00" is rather a count and its percent.
  if (SEPARATED.test(cell)) {
    const digits = cell.replace(/[.,]0{1,2}$/, "").replace(/,(\d{3})\.0+$/, "$1").replace(
      /\D/g,
      "",
    );
    const count = Number(digits);
    return { count, found: `"${cell}" with separators of thousands`, option: "thousands" };
  }
  if (/^-\d{1,15}(\.0+)?$/.test(cell) || /^\(\d{1,15}\)$/.test(cell)) {
    const count = -Number(cell.replace(/[-()]/g, ""));
    return { count, found: `${count}, which is negative`, option: "negatives" };
  }
  if (/^\d+$/.test(cell)) {
    return { count: undefined, found: `${cell}, which is beyond every exact count` };
  }
  if (/^\d*\.\d+$/.test(cell)) return { count: undefined, found: `${cell}, which is a fraction` };
  if (cell.includes("\0")) return { count: undefined, found: "a NUL byte" };
  return { count: undefined, found: `"${cell}"` };
}
