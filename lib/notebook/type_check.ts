import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { runDenoTool } from "./deno_tool.ts";
import type { NotebookCopies } from "./notebook_copies.ts";

/** One fault that the type check found in a notebook's cell. */
export interface CellFault {
  /** The notebook's path from the project's root. */
  readonly notebook: string;
  /** The cell's number as Jupyter shows it, in brackets. */
  readonly cell: number;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A fault as one line for a reader: notebook, cell, line, column, message. */
export function describeFault(fault: CellFault): string {
  const place = `cell [${fault.cell}], line ${fault.line}, column ${fault.column}`;
  return `${fault.notebook}: ${place}: ${fault.message}`;
}

/** What the checker says of a file, with its line and column. */
export interface RawFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** Whether the file could not even be read: the checker says nothing of the others then. */
  readonly fatal: boolean;
}

const PLACE = /^\s*at (file:\/\/\S+):(\d+):(\d+)$/;

/** Reads the checker's report: blocks of a message, an excerpt and a place. */
export function parseCheckReport(report: string): RawFault[] {
  const faults: RawFault[] = [];
  let message: string | undefined;
  let fatal = false;
  for (const line of report.split("\n")) {
    const typed = /^(TS\d+) \[ERROR\]: (.*)$/.exec(line);
    const failed = /^error: (.*)$/.exec(line);
    if (typed) [message, fatal] = [`${typed[2]} (${typed[1]})`, false];
    else if (failed) [message, fatal] = [failed[1], true];
    const place = PLACE.exec(line);
    if (!place || message === undefined) continue;
    faults.push({
      file: fileURLToPath(place[1] ?? ""),
      line: Number(place[2]),
      column: Number(place[3]),
      message,
      fatal,
    });
    message = undefined;
  }
  return faults;
}

/** Runs `deno check`; resolves to its report, or null when it found nothing. */
async function report(folder: string, entry: string): Promise<string | null> {
  const config = join(folder, "deno.json");
  const { success, stderr } = await runDenoTool(
    ["check", "--quiet", "--config", config, entry],
    folder,
  );
  return success ? null : stderr;
}

/**
 * Checks the types of the cells of several notebooks in one call of `deno
 * check`. Faults in the library are `deno check lib`'s business and not
 * reported. A syntax error, which keeps the checker from the others, is
 * reported and the others are checked again without that notebook.
 *
 * Rejects, naming the place, when a module of the library can't even be read, and
 * with the checker's own words when it could not check at all.
 */
export async function checkCopies(copies: NotebookCopies): Promise<CellFault[]> {
  const found: CellFault[] = [];
  const left = new Set(copies.files.keys());
  const rootUrl = pathToFileURL(copies.root).href + "/";
  while (left.size > 0) {
    const text = await report(copies.folder, await copies.entry("check.ts", left));
    if (text === null) return found;
    const faults = parseCheckReport(text);
    if (faults.length === 0) throw new Error(`Cannot check types: ${text.trim()}`);
    for (const { file, line, column, message } of faults) {
      const copy = copies.files.get(file);
      const place = copy?.module.place(line);
      if (!copy || !place) continue;
      found.push({
        notebook: copy.name,
        ...place,
        column,
        message: message.replaceAll(rootUrl, ""),
      });
    }
    const fatal = faults.filter((fault) => fault.fatal);
    if (fatal.length === 0) return found;
    if (!fatal.some((fault) => left.delete(fault.file))) {
      const places = fatal.map(({ file, line, column, message }) =>
        `${relative(copies.root, file)}:${line}:${column}: ${message.replaceAll(rootUrl, "")}`
      );
      throw new Error(`Cannot check types: ${places.join("; ")}`);
    }
  }
  return found;
}
