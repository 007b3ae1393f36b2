import { join, relative } from "node:path";
import { type FaultKind, kindOfFault, redeclares } from "./fault_kind.ts";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { CellLine } from "./cell_text.ts";
import type { NotebookCopies } from "./notebook_copies.ts";
import { runWalledTool } from "./walled_tool.ts";

/** One fault that the type check found in a notebook's cell. */
export interface CellFault {
  /** The notebook's path from the project's root. */
  readonly notebook: string;
  /** The cell's number as Jupyter shows it, in brackets. */
  readonly cell: number;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** What it means for a run. */
  readonly kind: FaultKind;
}

/** What a reader may do about a fault that stops a notebook. */
export const NO_CHECK_HINT = "to run it all the same: --no-check";

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
async function report(
  copies: NotebookCopies,
  entry: string,
  remote: boolean,
): Promise<string | null> {
  const config = join(copies.folder, "deno.json");
  const { success, stderr } = await runWalledTool(
    ["check", "--quiet", ...(remote ? [] : ["--no-remote"]), "--config", config, entry],
    copies,
    remote,
  );
  return success ? null : stderr;
}

/** Faults in cells, each with its place there. */
function places(copies: NotebookCopies, faults: readonly RawFault[]): Array<RawFault & CellLine> {
  return faults.flatMap((fault) => {
    const place = copies.files.get(fault.file)?.module.place(fault.line);
    return place ? [{ ...fault, ...place }] : [];
  });
}

/** By file, the cells that declare again what an earlier cell declared. */
function declaredAgain(
  copies: NotebookCopies,
  faults: readonly RawFault[],
): Map<string, Set<number>> {
  const result = new Map<string, Set<number>>();
  const first = new Map<string, number>();
  const found = places(copies, faults).filter(({ message }) => redeclares(message));
  for (const { file, message, cell } of found.toSorted((a, b) => a.cell - b.cell)) {
    const name = `${file}:${/'([^']+)'/.exec(message)?.[1] ?? message}`;
    const before = first.get(name) ?? cell;
    first.set(name, before);
    if (before !== cell) result.set(file, (result.get(file) ?? new Set()).add(cell));
  }
  return result;
}

/** What a module that could not be fetched needs. */
function withImportHint(message: string): string {
  const file = /^Import '(file:[^']+)' failed\.$/.exec(message)?.[1];
  if (file !== undefined) {
    const path = fileURLToPath(file);
    return `Cannot load ${path}: it is not there, or not the notebook's to read ` +
      `(--allow=read=${path} gives it)`;
  }
  const asked = /^Requires import access to "([^"]+)"/.exec(message)?.[1];
  const named = /^(?:Import '|A remote specifier was requested: ")(https?:[^'"]+)/.exec(message)
    ?.[1];
  if (asked === undefined && named === undefined) return message;
  const url = named ?? `https://${asked}/`;
  return `Cannot load ${
    asked === undefined ? url : "a module"
  }: run it with --allow=import to give the notebook import access to "${new URL(url).host}"`;
}

/**
 * Checks the types of the cells of several notebooks in one call of `deno
 * check`. Faults in the library are `deno check lib`'s business and not
 * reported. A syntax error, which keeps the checker from the others, is
 * reported and the others are checked again without that notebook.
 *
 * Modules from the network are fetched with `remote` only, which a grant for imports gives.
 *
 * Rejects, naming the place, when a module of the library can't even be read, and
 * with the checker's own words when it could not check at all.
 */
export async function checkCopies(
  copies: NotebookCopies,
  remote = false,
): Promise<CellFault[]> {
  const found: CellFault[] = [];
  const left = new Set(copies.files.keys());
  const rootUrl = pathToFileURL(copies.root).href + "/";
  let retried = false;
  while (left.size > 0) {
    const text = await report(copies, await copies.entry("check.ts", left), remote);
    if (text === null) return found;
    const faults = parseCheckReport(text);
    if (faults.length === 0) throw new Error(`Cannot check types: ${text.trim()}`);
    const again = retried ? new Map<string, Set<number>>() : declaredAgain(copies, faults);
    if (again.size > 0) {
      retried = true;
      for (const { file, cell, line, column, message } of places(copies, faults)) {
        if (!redeclares(message) || !again.get(file)?.has(cell)) continue;
        const notebook = copies.files.get(file)?.name ?? "";
        found.push({ notebook, cell, line, column, message, kind: "note" });
      }
      for (const [file, cells] of again) await copies.withScopes(file, cells);
      continue;
    }
    for (const { file, cell, line, column, message } of places(copies, faults)) {
      found.push({
        notebook: copies.files.get(file)?.name ?? "",
        cell,
        line,
        column,
        message: withImportHint(message.replaceAll(rootUrl, "")),
        kind: kindOfFault(message),
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
