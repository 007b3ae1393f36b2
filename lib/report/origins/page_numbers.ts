import { numberTokens } from "../../display/number_tokens.ts";
import type { Markup } from "../markup.ts";
import type { NotebookDocument, PageOutput } from "../notebook_document.ts";
import { renderOutput } from "../output_markup.ts";
import type { PageState } from "../page_state.ts";
import { markNumbers } from "./mark_numbers.ts";
import type { IndexedNumber, NumberIndex, Origin, OutputNumbers } from "./number_index.ts";
import { type AskedNumber, numberRows, type PageRows, rowOf } from "./number_rows.ts";
import { indexFile, type ListedNumber, type NumberWithRows, pageData } from "./numbers_json.ts";
import { numberRowsInWords, setInWords } from "./rows_in_words.ts";
import { roundingWords } from "./rounding_words.ts";
import { type TableCell, tableCells } from "./table_cells.ts";

/** The numbers of a page, gathered from top to bottom while it is rendered. */
export class PageNumbers {
  readonly #index: NumberIndex;
  readonly listed: ListedNumber[] = [];
  readonly #elements: Record<number, number> = {};
  readonly #tables: Record<string, Record<string, number[]>> = {};
  readonly #figures: Record<string, { data: number; drawing: Record<string, number[]> }> = {};
  /** What stands beside a number in its table's row, for those that were listed. */
  readonly #beside = new Map<number, readonly string[]>();
  #rows: { readonly upTo: number; readonly rows: PageRows } | null = null;
  #next = 0;

  constructor(index: NumberIndex) {
    this.#index = index;
  }

  /** The numbers of an output; undefined where none are known. */
  of(cell: number, output: number): OutputNumbers | undefined {
    return this.#index.outputs[`${cell}:${output}`];
  }

  #list(number: Omit<IndexedNumber, "in" | "place">, where: string, anchor: string): number {
    const { text, origin, value, by, digits } = number;
    return this.listed.push({
      where,
      anchor,
      text,
      origin,
      ...(value === undefined ? {} : { value }),
      ...(by === undefined ? {} : { rounding: roundingWords(value!, by, digits ?? 0) }),
    }) - 1;
  }

  /** The rows of the numbers listed so far. */
  get rows(): PageRows {
    if (this.#rows?.upTo !== this.listed.length) {
      const asked = this.listed.map(({ origin, value = 0 }, n): AskedNumber => {
        const beside = this.#beside.get(n);
        return { origin, value, ...(beside === undefined ? {} : { beside }) };
      });
      this.#rows = { upTo: this.listed.length, rows: numberRows(this.#index, asked) };
    }
    return this.#rows!.rows;
  }

  /** The numbers listed so far, each with its rows. */
  #withRows(): NumberWithRows[] {
    const { sets, numbers } = this.rows;
    return this.listed.map((number, n): NumberWithRows => {
      const rows = numbers[n];
      if (rows === undefined) return number;
      const row = rowOf(rows, sets);
      return { ...number, rows, ...(row === undefined ? {} : { row }) };
    });
  }

  /** Marks the numbers of a text, each an element of the page. */
  mark(
    text: string,
    numbers: readonly IndexedNumber[],
    where: string,
    options: { markdown?: boolean } = {},
  ): string {
    const marks = new Map(numbers.map((number) => {
      const n = this.#next++;
      this.#elements[n] = this.#list(number, where, `number-${n}`);
      return [number.place, n];
    }));
    return markNumbers(text, marks, options);
  }

  /** A table's HTML with the numbers of its caption marked. */
  markCaption(html: string, { numbers }: OutputNumbers): string {
    const own = numbers.filter((number) => number.in === "caption");
    if (own.length === 0) return html;
    return html.replace(
      /<caption>([\s\S]*?)<\/caption>/,
      (_, caption: string) => `<caption>${this.mark(caption, own, "a table's caption")}</caption>`,
    );
  }

  /** Takes note of the numbers in a table's cells. */
  table(html: string, shown: OutputNumbers, anchor: string): void {
    const cells: Record<string, number[]> = {};
    const inRows = Map.groupBy(tableCells(html), ({ row }) => row);
    for (const cell of [...inRows.values()].flat()) {
      const found = this.#ofCell(cell, shown);
      if (found.length === 0) continue;
      const where = `row ${cell.row + 1} of the table, column "${
        shown.columns?.[cell.column]?.key ?? cell.column + 1
      }"`;
      const beside = inRows.get(cell.row)!.map(({ text }) => text.trim());
      cells[`${cell.row},${cell.column}`] = found.map((number) => {
        const listed = this.#list(number, where, anchor);
        this.#beside.set(listed, beside);
        return listed;
      });
    }
    this.#tables[anchor] = cells;
  }

  #ofCell(cell: TableCell, shown: OutputNumbers): Omit<IndexedNumber, "in" | "place">[] {
    const own = shown.numbers.filter((number) => number.in === `${cell.row},${cell.column}`);
    if (own.length > 0) return own;
    const column = shown.columns?.[cell.column];
    if (column === undefined || !/\d/.test(cell.text)) return [];
    const { origin, by, digits } = column;
    const { value, text } = cell;
    if (value === undefined) {
      return numberTokens(text).length === 0 ? [] : [{ text, origin }];
    }
    return [{ text, origin, value, ...(by === undefined ? {} : { by, digits: digits! }) }];
  }

  /** Takes note of a figure's data and of the numbers in its drawing, whose texts come in this order. */
  figure(texts: readonly string[], shown: OutputNumbers, anchor: string): void {
    const data = this.#list({ text: "data", origin: shown.whole }, "the figure's data", anchor);
    const drawing: Record<string, number[]> = {};
    const inDrawing = shown.numbers.filter((number) => number.in === "drawing");
    let place = 0;
    for (const [i, text] of texts.entries()) {
      const count = numberTokens(text).length;
      const found = inDrawing.filter((number) =>
        number.place >= place && number.place < place + count
      );
      if (found.length > 0) {
        drawing[i] = found.map((number) => this.#list(number, "the figure's drawing", anchor));
      }
      place += count;
    }
    this.#figures[anchor] = { data, drawing };
  }

  /** What the page carries for its script, as JSON; `file` is the index beside it. */
  pageData(file: string): string {
    const places = { numbers: this.#elements, tables: this.#tables, figures: this.#figures };
    return pageData(this.#index, this.rows, this.#withRows(), file, places);
  }

  /** The index of all numbers with their origins: the JSON file beside the page. */
  indexFile(page: string): string {
    return indexFile(this.#index, this.rows, this.#withRows(), page);
  }

  /** A number of the page with its origin, by the number of its element. */
  entry(element: number): { readonly number: ListedNumber; readonly origin: Origin } | null {
    const number = this.listed[this.#elements[element] ?? -1];
    return number === undefined ? null : { number, origin: this.#index.origins[number.origin]! };
  }

  /** Where a number of the page comes from, by the number of its element: rows in words. */
  rowsInWords(element: number): { readonly made: string | null; readonly read: string[] } {
    const listed = this.#elements[element]!;
    const { sets, reads, numbers } = this.rows;
    const { tables, origins } = this.#index;
    const rows = numbers[listed];
    return {
      made: rows === undefined ? null : numberRowsInWords(rows, sets, tables),
      read: origins[this.listed[listed]!.origin]!.reads.flatMap((at) => {
        const { set, table } = reads[at]!;
        return set !== undefined ? [setInWords(sets[set]!, tables)] : tables[table]?.path ?? [];
      }),
    };
  }
}

/** The notebook with the numbers of its prose marked. */
export function markProse(notebook: NotebookDocument, numbers: PageNumbers): NotebookDocument {
  const cells = notebook.cells.map((cell, c) => ({
    ...cell,
    outputs: cell.outputs.map((output, o): PageOutput => {
      const shown = numbers.of(c, o);
      const text = output.kind === "data" ? output.data["text/markdown"] : undefined;
      if (output.kind !== "data" || shown?.shown !== "prose" || typeof text !== "string") {
        return output;
      }
      const marked = numbers.mark(text, shown.numbers, "prose", { markdown: true });
      return { ...output, data: { ...output.data, "text/markdown": marked } };
    }),
  }));
  return { ...notebook, cells };
}

/** A table of a page whose numbers' origins are known. */
export function tableMarkup(
  output: PageOutput,
  shown: OutputNumbers,
  numbers: PageNumbers,
  page: PageState,
): Markup | null {
  const html = output.kind === "data" ? output.data["text/html"] : undefined;
  if (output.kind !== "data" || typeof html !== "string") return renderOutput(output, page);
  const data = { ...output.data, "text/html": numbers.markCaption(html, shown) };
  const rendered = renderOutput({ ...output, data }, page);
  const anchor = /<div class="table-box"[^>]* id="([^"]*)"/.exec(rendered?.toString() ?? "")?.[1];
  if (anchor !== undefined) numbers.table(html, shown, anchor);
  return rendered;
}
