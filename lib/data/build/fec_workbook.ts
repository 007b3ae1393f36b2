import { isNone, isUnnamed, NONE_OF_THESE, OTHERS, usualName } from "./candidate_names.ts";
import type { RawFolder, WorkbookCell } from "./raw_folder.ts";

/** One of the FEC's workbooks of election results, and the sheets that are read from it. */
export interface FecWorkbook {
  readonly year: number;
  readonly file: string;
  readonly results: string;
  readonly national: string;
}

/** The workbooks at hand, by year. */
export const fecWorkbooks: readonly FecWorkbook[] = [
  {
    year: 2004,
    file: "fec/federalelections2004.election-vr.xlsx",
    results: "2004 PRES GENERAL RESULTS",
    national: "Table 1. Pres Popular Vote",
  },
  {
    year: 2008,
    file: "fec/federalelections2008.election-vr.xlsx",
    results: "2008 Pres General Results",
    national: "Table 1. 2008 Pres Popular Vote",
  },
  {
    year: 2012,
    file: "fec/federalelections2012.election-vr.xlsx",
    results: "2012 Pres General Results",
    national: "Table 1. 2012 Pres Popular Vote",
  },
  {
    year: 2016,
    file: "fec/federalelections2016.xlsx",
    results: "2016 Pres General Results",
    national: "Table 1. 2016 Pres Popular Vote",
  },
];

/** One line of the FEC's state-by-state results: a candidate under one party label. */
export interface FecLine {
  readonly statePo: string;
  readonly state: string;
  /** The candidate's usual name. */
  readonly name: string;
  /** The party label, as the FEC abbreviates it. */
  readonly label: string;
  readonly votes: number;
}

/** A candidate's national total in the FEC's first table, with the party label named first. */
export interface FecTotal {
  readonly name: string;
  readonly party: string | null;
  readonly votes: number;
}

function tidy(value: WorkbookCell): string {
  return String(value ?? "").replaceAll(/\s+/g, " ").trim();
}

/** A count, which stands in brackets where it is a part of a fusion candidate's votes. */
function countOf(cell: WorkbookCell): number | undefined {
  if (typeof cell === "number") return cell;
  const bracketed = /^\[([\d,]+)\]$/.exec(tidy(cell));
  return bracketed === null ? undefined : Number(bracketed[1]!.replaceAll(",", ""));
}

interface NamedLine extends Omit<FecLine, "name"> {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** Names with a number are the same person in all states; the most frequent spelling is used. */
function namesById(lines: readonly NamedLine[]): Map<string, string> {
  const spellings = new Map<string, Map<string, number>>();
  for (const { id, firstName, lastName } of lines) {
    if (!/^P\d+$/.test(id)) continue;
    const counts = spellings.get(id) ?? new Map<string, number>();
    const name = `${firstName} ${lastName}`;
    spellings.set(id, counts.set(name, (counts.get(name) ?? 0) + 1));
  }
  const best = ([a, first]: [string, number], [b, second]: [string, number]) =>
    second - first || a.length - b.length || (a < b ? -1 : 1);
  return new Map(
    [...spellings].map(([id, counts]) => [id, usualName([...counts].sort(best)[0]![0])]),
  );
}

/**
 * Reads a workbook's presidential general-election results, a line for each candidate and party
 * label. A fusion candidate's line of "Combined Parties" is left out: it repeats those below it.
 *
 * The FEC's candidate number, not the last name, says who is who: a write-in for another Johnson
 * is not Gary Johnson's.
 */
export function readFecLines(raw: RawFolder, { file, results }: FecWorkbook): FecLine[] {
  const [header = [], ...rows] = raw.sheet(file, results);
  const names = Array.from(header, tidy);
  const at = (row: WorkbookCell[], name: string) => row[names.indexOf(name)];
  const lines: NamedLine[] = [];
  for (const row of rows) {
    const votes = countOf(at(row, "GENERAL RESULTS"));
    const lastName = tidy(at(row, "LAST NAME"));
    const label = tidy(at(row, "PARTY"));
    const combined = `${label}${tidy(at(row, "TOTAL VOTES"))}`.includes("Combined");
    if (votes === undefined || lastName === "" || combined) continue;
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
  const byId = namesById(lines);
  return lines.map(({ id, firstName, lastName, ...line }) => {
    let name = byId.get(id) ?? usualName(`${firstName} ${lastName}`.trim());
    if (isUnnamed(firstName, lastName)) name = OTHERS;
    if (isNone(lastName)) name = NONE_OF_THESE;
    return { ...line, name };
  });
}

/** Reads the national totals of a workbook: of candidates on a ballot, then "Total:". */
export function readFecTotals(raw: RawFolder, { file, national }: FecWorkbook): FecTotal[] {
  const totals: FecTotal[] = [];
  for (const row of raw.sheet(file, national)) {
    const label = tidy(row[0]);
    const votes = row.slice(1).find((cell) => typeof cell === "number" && cell > 1);
    if (label === "" || typeof votes !== "number" || label.includes("Voting Age")) continue;
    const [, name = label, parties] = /^(.*?) \(([^)]*)\)\s*$/.exec(label) ?? [];
    const party = parties ?? (typeof row[1] === "string" ? row[1] : undefined);
    totals.push({
      name: usualName(name.trim()),
      party: party?.split(/[,/]/)[0]?.trim().replace(/\((.*)\)/, "$1") || null,
      votes,
    });
    if (label.startsWith("Total")) break;
  }
  return totals;
}
