import { findState } from "../states.ts";
import type { TextColumn } from "./text_column.ts";
import { Kind } from "./kinds.ts";
import type { Work } from "./work.ts";

/** What is known of the country's counties. */
export interface KnownCounties {
  /** Whether a code is that of a county, a borough, or a district that stands for one. */
  has(code: string): boolean;
}

/** Year, state and code of each row, checked once for each distinct cell. */
export interface CheckedPlaces {
  /** By code of the column of years; null where a row has none. */
  readonly years: readonly (number | null)[];
  /** Postal codes by code of the column of states. */
  readonly states: readonly (string | null)[];
  /** FIPS codes by code of the column of counties' codes. */
  readonly fips: readonly (string | null)[];
}

/** A year, or a date such as 2016-11-08 or 11/8/2016. */
const YEAR = /^((?:1[789]|20)\d\d)(?:\.0|-\d\d-\d\d\b.*)?$|^\d{1,2}\/\d{1,2}\/((?:1[789]|20)\d\d)$/;

/** Whether a cell of codes says that there is none. */
function isNone(cell: string): boolean {
  return /^(|na|n\/a|nan|null|none|0|0\.0)$/i.test(cell);
}

/** Checks years, states and counties' codes, and mends codes that a table program has changed. */
export function checkPlaces(work: Work, known: KnownCounties): CheckedPlaces {
  const { text } = work.table;
  const years = yearsOf(work, text.year);
  const states = statesOf(work, text.state);
  return { years, states, fips: codesOf(work, text.fips, text.state, states, known) };
}

/** The rows of votes that hold one of some values of a column. */
function rowsWith(work: Work, column: TextColumn, wrong: ReadonlySet<number>): number[] {
  const rows: number[] = [];
  if (wrong.size === 0) return rows;
  for (let row = 0; row < work.table.rows; row++) {
    if (work.kinds[row]! <= Kind.writeIn && wrong.has(column.codes[row]!)) rows.push(row);
  }
  return rows;
}

function yearsOf(work: Work, column: TextColumn | undefined): (number | null)[] {
  if (column === undefined) return [];
  const wrong = new Set<number>();
  const years = column.values.map((value, code) => {
    const year = YEAR.exec(value);
    if (year !== null) return Number(year[1] ?? year[2]);
    wrong.add(code);
    return null;
  });
  for (const row of rowsWith(work, column, wrong)) {
    const cell = column.values[column.codes[row]!]!;
    work.problems.add({
      ...work.at(row, "year"),
      expected: "a year such as 2016",
      found: cell === "" ? "a blank cell" : `"${cell}"`,
    });
  }
  return years;
}

function statesOf(work: Work, column: TextColumn | undefined): (string | null)[] {
  if (column === undefined) return [];
  const wrong = new Set<number>();
  const states = column.values.map((value, code) => {
    const state = findState(value) ?? findState(value.toUpperCase());
    if (state === undefined) wrong.add(code);
    return state?.po ?? null;
  });
  for (const row of rowsWith(work, column, wrong)) {
    work.problems.add({
      ...work.at(row, "state"),
      expected: "a state's name or postal code",
      found: `"${column.values[column.codes[row]!]}"`,
    });
  }
  return states;
}

function codesOf(
  work: Work,
  column: TextColumn | undefined,
  stateColumn: TextColumn | undefined,
  states: readonly (string | null)[],
  known: KnownCounties,
): (string | null)[] {
  if (column === undefined) return [];
  const changed = new Map<number, string>();
  const unknown = new Set<number>();
  const codes = column.values.map((cell, code): string | null => {
    if (isNone(cell)) return null;
    let value = cell;
    // The Census Bureau's long form, a table program's mark of text, and a hyphen after the state.
    value = value.replace(/^0500000US|^05000US|^['’]/i, "").replace(/^(\d\d)-(\d{3})$/, "$1$2");
    if (/^\d{1,5}\.0+$/.test(value)) value = value.replace(/\.0+$/, "");
    if (/^\d{4}$/.test(value)) value = `0${value}`;
    // A county's code with a place's behind it: 4400109280.
    if (/^\d{10}$/.test(value)) value = value.slice(0, 5);
    if (value !== cell) changed.set(code, value);
    const good = /^\d{5}$/.test(value) && (known.has(value) || value.endsWith("000"));
    if (!good) unknown.add(code);
    return good ? value : null;
  });
  for (const row of rowsWith(work, column, new Set(changed.keys()))) {
    const code = column.codes[row]!;
    if (unknown.has(code)) continue;
    work.mended.add({
      ...work.at(row, "fips"),
      expected: `"${changed.get(code)}"`,
      found: `"${column.values[code]}"`,
    });
  }
  for (const row of rowsWith(work, column, unknown)) {
    work.refuse({
      ...work.at(row, "fips"),
      expected: "the FIPS code of a county, five digits",
      found: `"${column.values[column.codes[row]!]}"`,
      option: "codes",
    });
  }
  if (stateColumn !== undefined) otherStates(work, column, codes, stateColumn, states);
  return codes;
}

/** Names rows whose county's code is of another state than the row. */
function otherStates(
  work: Work,
  column: TextColumn,
  codes: readonly (string | null)[],
  stateColumn: TextColumn,
  states: readonly (string | null)[],
): void {
  const prefixes = states.map((po) => po === null ? undefined : findState(po)!.fips);
  const starts = codes.map((code) => code === null ? undefined : code.slice(0, 2));
  for (let row = 0; row < work.table.rows; row++) {
    const start = starts[column.codes[row]!];
    const prefix = prefixes[stateColumn.codes[row]!];
    if (start === undefined || prefix === undefined || start === prefix) continue;
    // Kansas City, Missouri, votes apart from its counties, under a code of its own.
    if (codes[column.codes[row]!] === "36000") continue;
    if (work.kinds[row]! > Kind.writeIn) continue;
    const state = findState(prefix)!;
    work.problems.add({
      ...work.at(row, "fips"),
      expected: `a code of ${state.name}, which starts with ${state.fips}`,
      found: `"${column.values[column.codes[row]!]}"`,
    });
  }
}
