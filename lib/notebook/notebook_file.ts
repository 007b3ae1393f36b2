/**
 * The notebook file format (https://nbformat.readthedocs.io): only what a
 * runner touches is named; everything else travels through untouched. Runner, report and export
 * all read notebooks here: what passes is a notebook to every one of them.
 *
 * @module
 */
import { refusal, type Refused } from "../check/mod.ts";

/** One output of a code cell, as the file stores it. */
export type Output = Record<string, unknown> & { output_type: string };

/** One cell. */
export interface Cell {
  /** Whatever else the file holds. */
  [key: string]: unknown;
  /** What it is. */
  cell_type: "code" | "markdown" | "raw";
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
export interface FileLayout {
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

const CELL_TYPES: readonly unknown[] = ["code", "markdown", "raw"];

/** The first line of a cell that is a magic or a shell escape, as other kernels know them. */
const OTHER_KERNELS =
  /^\s*(%%?[a-z]\w*[^\n]*|![a-z][\w.-]*[^\S\n]+(?!(?:in|instanceof|as|satisfies)\b)[-\w./~"'$][^\n]*)/i;

/** What a notebook holds that it should not: where, what, and what should stand there. */
type Fault = Pick<Refused, "where" | "found" | "expected">;

/** The first fault of a value as a notebook, or null. */
function fault(value: unknown): Fault | null {
  if (!isObject(value)) return { where: "the file", found: value, expected: "a JSON object" };
  const { nbformat, nbformat_minor, cells, metadata } = value;
  if (nbformat !== 4) return { where: "nbformat", found: nbformat, expected: "4" };
  if (!Number.isInteger(nbformat_minor) || Number(nbformat_minor) < 0) {
    return { where: "nbformat_minor", found: nbformat_minor, expected: "a whole number" };
  }
  if (!isObject(metadata)) return { where: "metadata", found: metadata, expected: "an object" };
  if (!Array.isArray(cells)) return { where: "cells", found: cells, expected: "a list" };
  for (const [i, cell] of cells.entries()) {
    const where = (key: string) => `cell ${i + 1}, ${key}`;
    if (!isObject(cell)) return { where: `cell ${i + 1}`, found: cell, expected: "an object" };
    const { cell_type, source, metadata, outputs } = cell;
    if (!CELL_TYPES.includes(cell_type)) {
      const expected = '"code", "markdown" or "raw"';
      return { where: where("cell_type"), found: cell_type, expected };
    }
    if (!isText(source)) return { where: where("source"), found: source, expected: "text" };
    if (!isObject(metadata)) {
      return { where: where("metadata"), found: metadata, expected: "an object" };
    }
    const escape = cell_type === "code" ? OTHER_KERNELS.exec([source].flat().join(""))?.[1] : null;
    if (escape) {
      const expected = "TypeScript: a line that begins so is a command of another kernel's";
      return { where: `cell ${i + 1}`, found: escape, expected };
    }
    if (cell_type === "code" && !Array.isArray(outputs)) {
      return { where: where("outputs"), found: outputs, expected: "a list" };
    }
  }
  const member = (key: string, name: string) => {
    const value = metadata[key];
    return isObject(value) ? value[name] : undefined;
  };
  const language = member("kernelspec", "language") ?? member("language_info", "name");
  if (typeof language === "string" && !/^(typescript|javascript)$/i.test(language)) {
    return { where: "its kernel's language", found: language, expected: '"typescript"' };
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
  const value: unknown = JSON.parse(text, keep);
  // The version is compared: 4.0 is 4.
  for (const key of ["nbformat", "nbformat_minor"]) {
    if (!isObject(value) || typeof value[key] !== "object") continue;
    value[key] = JSON.parse(JSON.stringify(value[key]));
  }
  return value;
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
 * assertThrows(() => parseNotebook("", "a.ipynb"), NotebookFormatError, "Cannot read a.ipynb: the file: found nothing");
 * ```
 */
export function parseNotebook(
  text: string,
  name: string,
): { notebook: Notebook; layout: FileLayout } {
  let value: unknown;
  try {
    value = parseKeepingNumbers(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : "lists in lists beyond all use";
    const found = text.trim() === "" ? "nothing" : `no JSON (${why})`;
    throw new NotebookFormatError(
      `Cannot read ${name}: the file: found ${found}, expected a notebook`,
    );
  }
  const wrong = fault(value);
  if (wrong) throw new NotebookFormatError(refusal({ task: `read ${name}`, ...wrong }));
  const indent = /^\s*\{\r?\n([ \t]+)"/.exec(text)?.[1] ?? (text.includes("\n") ? " " : "");
  return {
    notebook: value as Notebook,
    layout: { indent, finalNewline: text.endsWith("\n") },
  };
}

/** The text of a notebook: keys in the order in which they were read. */
export function formatNotebook(notebook: Notebook, layout: FileLayout): string {
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
