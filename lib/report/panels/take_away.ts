/**
 * What a reader takes away from a panel: its address, its table as a file, and words to cite it by.
 *
 * @module
 */
import { toCsv } from "../../chart/csv.ts";
import type { OutcomeTable, PanelState } from "./panel.ts";

/** The address of a scenario: the page's own, with all that is set, whatever it was opened with. */
export function scenarioAddress(page: string, state: PanelState): string {
  return `${page.split(/[?#]/)[0]}#${new URLSearchParams(state)}`;
}

/** A number as programs read it; what is no number stays, and what there is not is empty. */
function plainCell(cell: string): string {
  if (cell === "–") return "";
  return /^[+\u2212-]?[\d,]+(\.\d+)?%?$/.test(cell)
    ? cell.replaceAll(",", "").replace("\u2212", "-").replace("+", "")
    : cell;
}

/** An outcome's table as CSV, with its numbers as programs read them. */
export function outcomeCsv({ columns, rows }: OutcomeTable): string {
  return toCsv(
    rows.map((row) =>
      Object.fromEntries(
        columns.map(({ label, numeric }, i) => [label, numeric ? plainCell(row[i]!) : row[i]!]),
      )
    ),
  );
}

/** What a citation names. */
export interface Cited {
  /** The panel's title. */
  readonly title: string;
  /** The library's version. */
  readonly version: string;
  readonly address: string;
  /** The day on which the reader looked, like 2026-11-27. */
  readonly day: string;
}

/** A citation of a scenario. */
export function citation({ title, version, address, day }: Cited): string {
  const ended = /[.?!]$/.test(title) ? title : `${title}.`;
  return `The Tallybook authors. “${ended}” Live panel, Tallybook ${version}. ${address} (seen ${day}).`;
}
