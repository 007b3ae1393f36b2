import type { Cell, RawFolder } from "./raw_folder.ts";

/** One line of the FEC's state-by-state results: a candidate under one party label. */
export interface FecLine {
  readonly statePo: string;
  readonly state: string;
  /** The FEC's candidate number, or "n/a". */
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly label: string;
  readonly votes: number;
}

function tidy(value: Cell): string {
  return String(value ?? "").replaceAll(/\s+/g, " ").trim();
}

/**
 * Reads a sheet of presidential general-election results, a line for each candidate and party
 * label. A fusion candidate's "Combined Parties" line is left out: it repeats the lines below it.
 */
export function readFecLines(raw: RawFolder, file: string, sheet: string): FecLine[] {
  const [header = [], ...rows] = raw.sheet(file, sheet);
  const names = Array.from(header, tidy);
  const at = (row: Cell[], name: string) => row[names.indexOf(name)];
  const lines: FecLine[] = [];
  for (const row of rows) {
    const votes = at(row, "GENERAL RESULTS");
    const lastName = tidy(at(row, "LAST NAME"));
    const label = tidy(at(row, "PARTY"));
    if (typeof votes !== "number" || lastName === "" || label.startsWith("Combined")) continue;
    lines.push({
      statePo: tidy(at(row, "STATE ABBREVIATION")),
      state: tidy(at(row, "STATE")),
      id: tidy(at(row, "FEC ID")),
      firstName: tidy(at(row, "FIRST NAME")),
      lastName,
      label,
      votes,
    });
  }
  return lines;
}
