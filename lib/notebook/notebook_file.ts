/**
 * The notebook file format (https://nbformat.readthedocs.io): only what a
 * runner touches is named; everything else travels through untouched.
 */

/** One output of a code cell, as the file stores it. */
export type Output = Record<string, unknown> & { output_type: string };

/** One cell. */
export interface Cell {
  /** Whatever else the file holds. */
  [key: string]: unknown;
  /** "code", "markdown" or "raw". */
  cell_type: string;
  /** Its name in the file, from format 4.5 on. */
  id?: string;
  /** Tags and what editors keep. */
  metadata: Record<string, unknown>;
  /** Its text, or the lines of it. */
  source: string | string[];
  /** What a code cell put out. */
  outputs?: Output[];
  /** The number that Jupyter shows in brackets; null for a code cell that was not run. */
  execution_count?: number | null;
}

/** A notebook, with the layout of the text it was read from. */
export interface Notebook {
  /** Whatever else the file holds. */
  [key: string]: unknown;
  /** In order. */
  cells: Cell[];
  /** The kernel, the language and what editors keep. */
  metadata: Record<string, unknown>;
  /** The format's version: 4. */
  nbformat: number;
  /** The format's revision. */
  nbformat_minor: number;
}

/** How the text of a file was laid out: kept, so that an unchanged notebook keeps its bytes. */
export interface Layout {
  /** What each level is indented by; "" for a text of one line. */
  readonly indent: string;
  /** Whether the last line is ended. */
  readonly finalNewline: boolean;
}

/** Thrown when a file is not a notebook that can be run; the message names file and fault. */
export class NotebookFormatError extends Error {
  /** "NotebookFormatError". */
  override name = "NotebookFormatError";
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isText = (value: unknown): boolean =>
  typeof value === "string" || Array.isArray(value) && value.every((x) => typeof x === "string");

/** The first fault of a value as a notebook, or null. */
function fault(value: unknown): string | null {
  if (!isObject(value)) return "it is not a JSON object";
  if (!("nbformat" in value)) return 'it has no "nbformat"';
  const { nbformat, nbformat_minor, cells, metadata } = value;
  if (nbformat !== 4) return `its nbformat is ${JSON.stringify(nbformat)}, expected 4`;
  if (!Number.isInteger(nbformat_minor)) return 'its "nbformat_minor" is not an integer';
  if (!isObject(metadata)) return 'its "metadata" is not an object';
  if (!Array.isArray(cells)) return 'its "cells" is not a list';
  for (const [i, cell] of cells.entries()) {
    const where = `cell ${i + 1}`;
    if (!isObject(cell)) return `${where} is not an object`;
    if (typeof cell["cell_type"] !== "string") return `${where} has no "cell_type"`;
    if (!isText(cell["source"])) return `${where} has no "source" of text`;
    if (!isObject(cell["metadata"])) return `${where} has no "metadata" object`;
    if (cell["cell_type"] === "code" && !Array.isArray(cell["outputs"])) {
      return `${where} is a code cell without a list of "outputs"`;
    }
  }
  const member = (key: string, name: string) => {
    const value = metadata[key];
    return isObject(value) ? value[name] : undefined;
  };
  const language = member("kernelspec", "language") ?? member("language_info", "name");
  if (typeof language === "string" && !/^(typescript|javascript)$/i.test(language)) {
    return `its kernel's language is ${JSON.stringify(language)}, expected "typescript"`;
  }
  return null;
}

/** `JSON.parse` that keeps a number's spelling where JavaScript would write it otherwise (1.0, 2⁶⁰). */
function parseKeepingNumbers(text: string): unknown {
  const raw = (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON;
  const keep = (_key: string, value: unknown, context?: { source?: string }) =>
    typeof value === "number" && context?.source !== undefined && String(value) !== context.source
      ? raw(context.source)
      : value;
  return JSON.parse(text, keep);
}

/**
 * Reads the text of a notebook. Throws a `NotebookFormatError` of one line that
 * names `name` and the fault when it is not one.
 *
 * @example
 * ```ts
 * import { assertEquals, assertThrows } from "@std/assert";
 * import { NotebookFormatError, parseNotebook } from "./mod.ts";
 *
 * const text = '{ "cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5 }';
 * assertEquals(parseNotebook(text, "a.ipynb").notebook.nbformat_minor, 5);
 * assertThrows(() => parseNotebook("", "a.ipynb"), NotebookFormatError, "a.ipynb is not a notebook: it is empty");
 * ```
 */
export function parseNotebook(
  text: string,
  name: string,
): { notebook: Notebook; layout: Layout } {
  let value: unknown;
  try {
    value = parseKeepingNumbers(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const what = text.trim() === "" ? "it is empty" : `it is not JSON: ${(error as Error).message}`;
    throw new NotebookFormatError(`${name} is not a notebook: ${what}`);
  }
  const found = fault(value);
  if (found) throw new NotebookFormatError(`${name} is not a notebook that can be run: ${found}`);
  const indent = /^\s*\{\r?\n([ \t]+)"/.exec(text)?.[1] ?? (text.includes("\n") ? " " : "");
  return {
    notebook: value as Notebook,
    layout: { indent, finalNewline: text.endsWith("\n") },
  };
}

/** The text of a notebook: keys in the order in which they were read. */
export function formatNotebook(notebook: Notebook, layout: Layout): string {
  return JSON.stringify(notebook, null, layout.indent) + (layout.finalNewline ? "\n" : "");
}

/**
 * A cell's source as one text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { sourceOf } from "./mod.ts";
 *
 * assertEquals(sourceOf({ cell_type: "code", metadata: {}, source: ["a;\n", "b;"] }), "a;\nb;");
 * ```
 */
export function sourceOf(cell: Cell): string {
  return typeof cell.source === "string" ? cell.source : cell.source.join("");
}

/** A text as the list of lines, each with its line end, in which notebooks store it. */
export function lines(text: string): string[] {
  return text.split(/(?<=\n)/).filter((line) => line !== "");
}

/**
 * The cell's tags, such as `parameters`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { tagsOf } from "./mod.ts";
 *
 * const metadata = { tags: ["parameters"] };
 * assertEquals(tagsOf({ cell_type: "code", metadata, source: "let year = 2016;" }), ["parameters"]);
 * ```
 */
export function tagsOf(cell: Cell): readonly string[] {
  const tags = cell.metadata["tags"];
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === "string") : [];
}
