import { refusal } from "../check/mod.ts";

/** One output of a code cell, its MIME bundle's texts joined. */
export type Output =
  | { readonly kind: "stream"; readonly stream: "stdout" | "stderr"; readonly text: string }
  | { readonly kind: "data"; readonly data: Readonly<Record<string, unknown>> }
  | {
    readonly kind: "error";
    readonly name: string;
    readonly message: string;
    readonly trace: string;
  };

/** One cell of a notebook. */
export interface Cell {
  readonly kind: "markdown" | "code" | "raw";
  readonly source: string;
  readonly tags: readonly string[];
  /** The kernel's number of the execution, null when the cell was not run. */
  readonly executionCount: number | null;
  readonly outputs: readonly Output[];
  /** Images pasted into a Markdown cell: name to MIME bundle. */
  readonly attachments: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A notebook as the report reads it. */
export interface NotebookDocument {
  readonly cells: readonly Cell[];
  readonly metadata: Readonly<Record<string, unknown>>;
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The notebook format stores long texts as lists of lines. */
const joined = (value: unknown): string =>
  Array.isArray(value) ? value.join("") : typeof value === "string" ? value : "";

function parseData(bundle: unknown): Record<string, unknown> {
  if (!isObject(bundle)) return {};
  return Object.fromEntries(
    Object.entries(bundle).map(([type, value]) => [
      type,
      Array.isArray(value) && value.every((line) => typeof line === "string")
        ? value.join("")
        : value,
    ]),
  );
}

function parseOutput(output: unknown): Output | null {
  if (!isObject(output)) return null;
  switch (output.output_type) {
    case "stream":
      return {
        kind: "stream",
        stream: output.name === "stderr" ? "stderr" : "stdout",
        text: joined(output.text),
      };
    case "display_data":
    case "execute_result":
      return { kind: "data", data: parseData(output.data) };
    case "error":
      return {
        kind: "error",
        name: joined(output.ename),
        message: joined(output.evalue),
        trace: Array.isArray(output.traceback) ? output.traceback.join("\n") : "",
      };
    default:
      return null;
  }
}

function parseCell(cell: unknown, name: string, index: number): Cell {
  if (!isObject(cell)) {
    throw new TypeError(
      refusal({
        task: `read ${name}`,
        where: `cell ${index + 1}`,
        found: cell,
        expected: "an object",
      }),
    );
  }
  const kind = cell.cell_type;
  if (kind !== "markdown" && kind !== "code" && kind !== "raw") {
    throw new TypeError(
      refusal({
        task: `read ${name}`,
        where: `type of cell ${index + 1}`,
        found: kind,
        expected: "markdown, code or raw",
      }),
    );
  }
  const metadata = isObject(cell.metadata) ? cell.metadata : {};
  const outputs = Array.isArray(cell.outputs) ? cell.outputs.map(parseOutput) : [];
  const attachments = isObject(cell.attachments) ? cell.attachments : {};
  return {
    kind,
    source: joined(cell.source),
    tags: Array.isArray(metadata.tags) ? metadata.tags.map(String) : [],
    executionCount: typeof cell.execution_count === "number" ? cell.execution_count : null,
    outputs: outputs.filter((output) => output !== null),
    attachments: Object.fromEntries(
      Object.entries(attachments).map(([file, bundle]) => [
        file,
        Object.fromEntries(
          Object.entries(isObject(bundle) ? bundle : {}).map((
            [type, data],
          ) => [type, joined(data)]),
        ),
      ]),
    ),
  };
}

/**
 * Reads a notebook of format 4 from its JSON value. Unknown output types are
 * skipped; everything that the pages use is checked.
 *
 * @param name The notebook's name, for messages.
 * @throws {TypeError} when the value is not a notebook of format 4.
 */
export function parseNotebook(json: unknown, name: string): NotebookDocument {
  if (!isObject(json) || !Array.isArray(json.cells)) {
    throw new TypeError(
      refusal({
        task: `read ${name}`,
        where: "cells",
        found: isObject(json) ? json.cells : json,
        expected: "a notebook with a list of cells",
      }),
    );
  }
  if (json.nbformat !== 4) {
    throw new TypeError(
      refusal({ task: `read ${name}`, where: "nbformat", found: json.nbformat, expected: "4" }),
    );
  }
  return {
    cells: json.cells.map((cell, i) => parseCell(cell, name, i)),
    metadata: isObject(json.metadata) ? json.metadata : {},
  };
}
