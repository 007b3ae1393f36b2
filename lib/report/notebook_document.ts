import { type Notebook, type Output, sourceOf, tagsOf } from "../notebook/notebook_file.ts";

/** One output of a code cell, its MIME bundle's texts joined. */
export type PageOutput =
  | { readonly kind: "stream"; readonly stream: "stdout" | "stderr"; readonly text: string }
  | { readonly kind: "data"; readonly data: Readonly<Record<string, unknown>> }
  | {
    readonly kind: "error";
    readonly name: string;
    readonly message: string;
    readonly trace: string;
  };

/** One cell of a notebook. */
export interface PageCell {
  readonly kind: "markdown" | "code" | "raw";
  readonly source: string;
  readonly tags: readonly string[];
  /** The kernel's number of the execution, null when the cell was not run. */
  readonly executionCount: number | null;
  readonly outputs: readonly PageOutput[];
  /** Images pasted into a Markdown cell: name to MIME bundle. */
  readonly attachments: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A notebook as its page shows it: made once from the notebook that the runner gives, for all of the report. */
export interface NotebookDocument {
  readonly cells: readonly PageCell[];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The notebook format stores long texts as lists of lines. */
const joined = (value: unknown): string =>
  Array.isArray(value) ? value.join("") : typeof value === "string" ? value : "";

/** The notebook's reader keeps how a number was spelled; a page needs the number. */
const { isRawJSON } = JSON as unknown as { isRawJSON(value: unknown): boolean };

function plain(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (isRawJSON(value)) return Number((value as { readonly rawJSON: string }).rawJSON);
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
}

function dataOf(bundle: unknown): Record<string, unknown> {
  if (!isObject(bundle)) return {};
  return Object.fromEntries(
    Object.entries(bundle).map(([type, value]) => [
      type,
      Array.isArray(value) && value.every((line) => typeof line === "string")
        ? value.join("")
        : plain(value),
    ]),
  );
}

function outputOf(output: Output): PageOutput | null {
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
      return { kind: "data", data: dataOf(output.data) };
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

function attachmentsOf(attachments: unknown): PageCell["attachments"] {
  const texts = (bundle: unknown) =>
    Object.entries(isObject(bundle) ? bundle : {}).map(([type, data]) => [type, joined(data)]);
  return Object.fromEntries(
    Object.entries(isObject(attachments) ? attachments : {})
      .map(([file, bundle]) => [file, Object.fromEntries(texts(bundle))]),
  );
}

/**
 * What a page shows of a notebook. Outputs of unknown types are left out.
 *
 * @param notebook As `parseNotebook()` of the runner gives it, which has checked its format.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { parseNotebook } from "../notebook/mod.ts";
 * import { documentOf } from "./notebook_document.ts";
 *
 * const cell = { cell_type: "markdown", metadata: {}, source: ["# Who\n", "won?"] };
 * const text = JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 });
 * const { notebook } = parseNotebook(text, "a.ipynb");
 * assertEquals(documentOf(notebook).cells[0]?.source, "# Who\nwon?");
 * ```
 */
export function documentOf(notebook: Pick<Notebook, "cells">): NotebookDocument {
  const cells = notebook.cells.map((cell): PageCell => ({
    kind: cell.cell_type,
    source: sourceOf(cell),
    tags: tagsOf(cell),
    executionCount: typeof cell.execution_count === "number" ? cell.execution_count : null,
    outputs: (cell.outputs ?? []).map(outputOf).filter((output) => output !== null),
    attachments: attachmentsOf(cell["attachments"]),
  }));
  return { cells };
}
