import type { Mend } from "./problem.ts";

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
 */
export function countCell(cell: string): CountCell {
  if (BLANK.test(cell)) {
    const found = cell === "" ? "a blank cell" : `"${cell}"`;
    return { count: undefined, found, option: "blanks" };
  }
  if (SUPPRESSED.test(cell)) {
    return { count: undefined, found: `"${cell}", a suppressed count`, option: "suppressed" };
  }
  // "12,00" as other countries write it, and a table program's mark of text.
  if (/^['’]?\+?\d{1,15}(\.0*|,0{1,2})?$/.test(cell)) {
    const count = Number(cell.replace(/^['’]/, "").replace(/,.*$/, ""));
    return { count, found: `"${cell}"`, option: "none needed" };
  }
  if (/^-0+(\.0+)?$/.test(cell)) return { count: 0, found: `"${cell}"`, option: "none needed" };
  // "1 100.00" is rather a count and its percent.
  if (/^\d{1,3}(([,.'’]\d{3})+(\.0+)?|(\.\d{3})+,0{1,2}|([ \u00a0\u202f]\d{3})+)$/.test(cell)) {
    const digits = cell.replace(/[.,]0{1,2}$/, "").replace(/\D/g, "");
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
