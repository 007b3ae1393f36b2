import { DelimitedScanner } from "./delimited_scanner.ts";
import { filled, isShare, joinNames, sumOfModes } from "./derived_columns.ts";
import type { ReturnsField, ReturnsFormat } from "./fields.ts";
import { FILLED, filledDown } from "./fill_down.ts";
import { findColumns, type FoundColumns } from "./find_columns.ts";
import { type Header, readHeader } from "./header.ts";
import { blankOffices, otherHeader } from "./header_faults.ts";
import { isTurnoutOffice } from "./name_kinds.ts";
import { isPresident } from "./president.ts";
import { isComparedContest } from "./statewide_contest.ts";
import type { ReturnsProblem } from "./problem.ts";
import type { ReturnsTable, TextField } from "./returns_table.ts";
import type { ColumnUse } from "./scan_plan.ts";
import { floridaHeader, stateOfHeader } from "./layouts/state_exports.ts";
import { type TextColumn, textColumnOf } from "./text_column.ts";

/** How a delimited file is to be read. */
export interface DelimitedOptions {
  readonly file: string;
  readonly format: ReturnsFormat;
  readonly columns?: Readonly<Partial<Record<ReturnsField, string>>>;
  /** Whether year and state are known without a column. */
  readonly state?: boolean;
  /** The file's size in bytes, for an estimate of its rows. */
  readonly size: number;
  readonly delimiter?: string;
  /** Whether the file's name says that its rows are counties'. */
  readonly counties?: boolean;
}

/** Reads delimited text, chunk by chunk, into a {@linkcode ReturnsTable}. */
export class DelimitedReader {
  readonly header: Header;
  readonly found: FoundColumns;
  readonly #options: DelimitedOptions;
  readonly #scanner: DelimitedScanner | undefined;

  /** @param head The file's first bytes, with the whole header among them; pushed again later. */
  constructor(head: Uint8Array, options: DelimitedOptions) {
    this.#options = options;
    const header = this.header = floridaHeader(head) ?? readHeader(head, options.delimiter);
    const found = this.found = findColumns(header.names, {
      file: options.file,
      format: options.format,
      line: header.line,
      ...(options.columns === undefined ? {} : { columns: options.columns }),
      ...(options.state === undefined ? {} : { state: options.state }),
    });
    const named = found.fields.has("candidate") || found.fields.has("lastname");
    if (!named || !found.fields.has("votes") && found.modes.length === 0) return;
    const uses: ColumnUse[] = header.names.map(() => "skip");
    for (const [field, column] of found.fields) {
      uses[column] = field === "votes" || field === "total" ? "count" : "text";
    }
    for (const column of found.modes) uses[column] = "count";
    const office = found.fields.get("office");
    this.#scanner = new DelimitedScanner({
      file: options.file,
      delimiter: header.delimiter,
      carriageReturns: header.carriageReturns,
      uses,
      names: header.names,
      headerLine: header.line,
      rows: estimateRows(head, header.end, options.size),
      ...(office === undefined ? {} : {
        filter: {
          column: office,
          keep: (name) => isPresident(name) || isTurnoutOffice(name) || isComparedContest(name),
        },
      }),
    });
  }

  /** Takes the bytes after the header. */
  push(chunk: Uint8Array<ArrayBuffer>): void {
    this.#scanner?.push(chunk);
  }

  /** The table, once all bytes are in; undefined where columns are missing. */
  end(): ReturnsTable | undefined {
    const scanner = this.#scanner;
    if (scanner === undefined) return undefined;
    const { file } = this.#options;
    const { header, found } = this;
    const scanned = scanner.end();
    const problems: ReturnsProblem[] = [
      ...found.problems,
      ...scanned.problems,
      ...otherHeader(file, header.names, found.fields.get("office"), scanned),
      ...blankOffices(file, header.names, found.fields.get("office"), scanned),
    ];
    const text: Partial<Record<TextField, TextColumn>> = {};
    const names: Partial<Record<ReturnsField, string>> = {};
    for (const [field, column] of found.fields) {
      names[field] = header.names[column]!;
      if (field !== "votes" && field !== "total") text[field] = scanned.texts.get(column)!;
    }
    if (text.state !== undefined && text.statename !== undefined) {
      text.state = filled(text.state, text.statename);
    }
    delete text.statename;
    joinNames(text);
    const { jurisdiction } = text;
    if (this.#options.counties && jurisdiction && !text.county && !text.precinct) {
      text.county = jurisdiction;
      names.county = names.jurisdiction!;
      delete text.jurisdiction;
      delete names.jurisdiction;
    }
    const notes = this.#notes(!found.fields.has("votes"));
    for (const field of FILLED) {
      const filled = text[field] && filledDown(text[field]);
      if (filled === undefined) continue;
      text[field] = filled;
      notes.push({
        file,
        row: header.line + 1,
        column: names[field]!,
        expected: `a ${field} in each row`,
        found: "names in the first rows of their groups, blanks below: filled down",
      });
    }
    const unread = [...found.unread];
    if (text.precinct !== undefined && isShare(text.precinct)) {
      unread.push(names.precinct!);
      delete text.precinct;
      delete names.precinct;
    }
    const state = header.state ?? stateOfHeader(header.names);
    if (text.state === undefined && state !== undefined) {
      text.state = textColumnOf(Array.from({ length: scanned.rows }, () => state));
    }
    const modes = found.modes.map((column) => ({
      name: header.names[column]!,
      column: scanned.counts.get(column)!,
    }));
    const votesColumn = found.fields.get("votes");
    const votes = votesColumn === undefined
      ? sumOfModes(modes.map(({ column }) => column), scanned.rows)
      : scanned.counts.get(votesColumn)!;
    const total = found.fields.get("total");
    return {
      file,
      rows: scanned.rows,
      text,
      votes,
      modes,
      ...(total === undefined ? {} : { total: scanned.counts.get(total)! }),
      names,
      lineOf: scanned.lineOf,
      leftOut: leftOutBy(scanned.leftOut, text.office),
      problems,
      notes,
      unread,
      lastCountOpen: scanned.open && votesColumn === header.names.length - 1,
      votesFromModes: votesColumn === undefined,
    };
  }

  #notes(summed: boolean): ReturnsProblem[] {
    const { file } = this.#options;
    const notes: ReturnsProblem[] = [];
    const { delimiter, carriageReturns, line } = this.header;
    if (carriageReturns) {
      notes.push({
        file,
        expected: "lines that end with LF or CR LF",
        found: "lines that end with CR alone, as old spreadsheet programs write them: read so",
      });
    }
    const signs: Record<number, string> = { 9: "tabs", 59: "semicolons", 124: "pipes" };
    const sign = signs[delimiter];
    const told = this.#options.delimiter?.charCodeAt(0) === delimiter;
    if (sign !== undefined && !told) {
      notes.push({
        file,
        row: line,
        expected: "cells separated by commas",
        found: `cells separated by ${sign}: read so`,
      });
    }
    if (summed) {
      notes.push({
        file,
        row: line,
        column: "votes",
        expected: "a column of votes",
        found: "columns of modes only: votes are their sums",
      });
    }
    return notes;
  }
}

/** About how many rows a file has, from the length of its first ones. */
function estimateRows(head: Uint8Array, from: number, size: number): number {
  let lines = 0;
  let last = from;
  for (let at = from; at < head.length; at++) {
    if (head[at] !== 0x0a) continue;
    lines++;
    last = at + 1;
  }
  if (lines === 0) return 16;
  const bytes = (last - from) / lines;
  return Math.ceil(size / bytes * 1.03) + 16;
}

/** Rows of other offices, with those that are kept to compare the president's with. */
function leftOutBy(
  dropped: ReadonlyMap<string, number>,
  office: TextColumn | undefined,
): ReadonlyMap<string, number> {
  if (office === undefined) return dropped;
  const counts = new Int32Array(office.values.length);
  for (const code of office.codes) counts[code]!++;
  const leftOut = new Map(dropped);
  office.values.forEach((name, code) => {
    if (counts[code] === 0 || isPresident(name) || isTurnoutOffice(name)) return;
    leftOut.set(name, (leftOut.get(name) ?? 0) + counts[code]!);
  });
  return leftOut;
}
