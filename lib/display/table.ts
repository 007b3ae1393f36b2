import { refusal, requireList, requireNumber, unknownName } from "../check/mod.ts";
import { escaped } from "./entities.ts";
import { isRecording, printsUpTo } from "./origin_ledger.ts";
import { originsPart } from "./origins.ts";
import { tableOrigins } from "./table_origins.ts";

/** The column of one property of a row. */
export interface ColumnOf<Row, Key extends keyof Row & string> {
  /** The property of a row that the column shows. */
  key: Key;
  /** The heading, with the unit; the key unless told. */
  label?: string;
  /** The cell's text; text as it is and whole numbers with thousands separated, unless told. */
  format?: (value: NonNullable<Row[Key]>, row: Row) => string;
  /** Numbers stand right and text left, unless told. */
  align?: "left" | "right";
}

/** One column of a table: its format takes the values of its own key. */
export type TableColumn<Row> = {
  [Key in keyof Row & string]: ColumnOf<Row, Key>;
}[keyof Row & string];

/** What {@linkcode table} needs beside the rows. */
export interface TableOptions<Row> {
  /** What the table shows: stands above it. */
  caption: string;
  /** Where the figures come from: stands below it. */
  source: string;
  /** The columns in order; a key alone is a column with that heading. */
  columns: readonly ((keyof Row & string) | TableColumn<Row>)[];
}

/** A table that the kernel shows as HTML, with a twin in plain text. */
export interface Table {
  /** The HTML, without styles or scripts. */
  readonly html: string;
  /** The plain-text twin. */
  readonly text: string;
  /** The MIME bundle that Deno's Jupyter kernel asks for. */
  readonly [display: symbol]: () => Record<string, unknown>;
}

const NONE = "–";

/**
 * A table for readers: caption, headings, cells, source; numbers right-aligned
 * and carrying their raw value (`data-value`) so that a page can sort them.
 * Absent values (null, undefined) print as a dash.
 *
 * @throws {TypeError} when caption or source are empty.
 * @throws {RangeError} when there are no rows, a column names a property that no
 * row has, or a number is NaN or infinite.
 *
 * @example Two states
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { table } from "tallybook/display";
 *
 * const shown = table([{ state: "MI", margin: 10704 }, { state: "WI", margin: 22748 }], {
 *   caption: "Trump's margin",
 *   source: "FEC, Federal Elections 2016",
 *   columns: [{ key: "state", label: "State" }, { key: "margin", label: "Votes" }],
 * });
 * assertEquals(
 *   shown.text,
 *   "Trump's margin\n\nState   Votes\n-----  ------\nMI     10,704\nWI     22,748\n\n" +
 *     "Source: FEC, Federal Elections 2016",
 * );
 * ```
 */
export function table<Row extends object>(
  rows: readonly Row[],
  options: TableOptions<Row>,
): Table {
  const { caption, source } = options;
  for (const [name, value] of [["caption", caption], ["source", source]] as const) {
    if (value) continue;
    throw new TypeError(
      refusal({ task: "show a table", where: name, found: value, expected: "a text" }),
    );
  }
  requireList(`show the table "${caption}"`, "rows", rows, { least: 1 });
  const columns = options.columns.map((column) => resolve(column, rows, caption));
  const cells = rows.map((row, i) => columns.map((column) => cell(row, column, caption, i)));
  const html = renderHtml(columns, cells, caption, source);
  const text = renderText(columns, cells, caption, source);
  const origins = isRecording() ? tableOrigins(columns, cells, { caption, source }) : null;
  return {
    html,
    text,
    [Symbol.for("Jupyter.display")]: () => ({
      "text/html": html,
      "text/plain": text,
      ...(origins === null ? {} : originsPart(origins)),
    }),
  };
}

interface ResolvedColumn<Row> {
  key: keyof Row & string;
  label: string;
  align: "left" | "right";
  format: (value: NonNullable<Row[keyof Row & string]>, row: Row) => string;
  /** Whether the column has a format of its own. */
  formats: boolean;
}

interface Cell {
  text: string;
  value?: number;
  /** What had been printed before the cell was. */
  since: number;
}

function resolve<Row extends object>(
  column: (keyof Row & string) | TableColumn<Row>,
  rows: readonly Row[],
  caption: string,
): ResolvedColumn<Row> {
  const given = (typeof column === "string" ? { key: column } : column) as ColumnOf<
    Row,
    keyof Row & string
  >;
  if (!rows.some((row) => given.key in row)) {
    const known = Object.keys(rows[0]!);
    throw new RangeError(unknownName(`show the table "${caption}"`, "column", given.key, known));
  }
  const numeric = rows.some((row) => typeof row[given.key] === "number");
  return {
    key: given.key,
    label: given.label ?? given.key,
    align: given.align ?? (numeric ? "right" : "left"),
    format: given.format ?? plainText,
    formats: given.format !== undefined,
  };
}

function plainText(value: unknown): string {
  return Number.isInteger(value)
    ? (value as number).toLocaleString("en-US").replace("-", "\u2212")
    : String(value);
}

function cell<Row>(row: Row, column: ResolvedColumn<Row>, caption: string, index: number): Cell {
  const value = row[column.key];
  const since = printsUpTo().now;
  if (value === null || value === undefined) return { text: NONE, since };
  if (typeof value === "number") {
    requireNumber(`show the table "${caption}"`, `row ${index + 1}, column "${column.key}"`, value);
  }
  const text = column.format(value as NonNullable<Row[keyof Row & string]>, row);
  return typeof value === "number" ? { text, value, since } : { text, since };
}

/** `align`, not a style: GitHub's renderer and a strict content policy both drop styles. */
const alignment = (column: { align: string }) => column.align === "right" ? ' align="right"' : "";

function renderHtml<Row>(
  columns: ResolvedColumn<Row>[],
  cells: Cell[][],
  caption: string,
  source: string,
): string {
  const head = columns.map((c) => `<th scope="col"${alignment(c)}>${escaped(c.label)}</th>`)
    .join("");
  const body = cells.map((row) => {
    const tds = row.map(({ text, value }, i) => {
      const data = value === undefined ? "" : ` data-value="${value}"`;
      return `<td${alignment(columns[i]!)}${data}>${escaped(text)}</td>`;
    });
    return `<tr>${tds.join("")}</tr>`;
  }).join("\n");
  return `<table>\n<caption>${escaped(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n` +
    `<tbody>\n${body}\n</tbody>\n` +
    `<tfoot><tr><td colspan="${columns.length}">Source: ${
      escaped(source)
    }</td></tr></tfoot>\n</table>`;
}

function renderText<Row>(
  columns: ResolvedColumn<Row>[],
  cells: Cell[][],
  caption: string,
  source: string,
): string {
  const width = columns.map((c, i) =>
    Math.max(c.label.length, ...cells.map((row) => row[i]!.text.length))
  );
  const line = (texts: string[]) =>
    texts.map((text, i) =>
      columns[i]!.align === "right" ? text.padStart(width[i]!) : text.padEnd(width[i]!)
    ).join("  ").trimEnd();
  return [
    caption,
    "",
    line(columns.map((c) => c.label)),
    line(width.map((w) => "-".repeat(w))),
    ...cells.map((row) => line(row.map((c) => c.text))),
    "",
    `Source: ${source}`,
  ].join("\n");
}
