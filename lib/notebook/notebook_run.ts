import type { Execution } from "./execute.ts";
import { largeOutputs } from "./large_outputs.ts";
import type { Literal } from "./literal.ts";
import type { Notebook } from "./notebook_file.ts";
import type { Failure } from "./run_cells.ts";
import type { RunRecord } from "./run_record.ts";
import type { Unlisted } from "./session.ts";

/** What came of one notebook when several were run. */
export interface NotebookRun {
  /** Its path, as it was given. */
  readonly path: string;
  /** Its path from the project's root. */
  readonly name: string;
  /** "unchanged" was not run: its outputs are those of its last run. */
  readonly status: "ok" | "unchanged" | "failed";
  /** Why it was run; "unchanged" when it was not. */
  readonly reason: string;
  /** What went wrong, in one line that names notebook, cell and line; null when nothing did. */
  readonly failure: string | null;
  /** What is not wrong but should be mended, each in one line with its cell. */
  readonly warnings: readonly string[];
  /** The notebook with its outputs, partial after a failure; null when the file is no notebook. */
  readonly notebook: Notebook | null;
  /** The same as the text of a file. */
  readonly text: string;
  /** The project's files that it read: path from the root, SHA-256 in hex. */
  readonly reads: Readonly<Record<string, string>>;
  /** The files elsewhere on this machine that it read: absolute path, SHA-256 in hex. */
  readonly outside: Readonly<Record<string, string>>;
  /** The files that it asked for and was refused. */
  readonly refused: readonly string[];
  /** What else it asked for and was refused, each in words: `net access to "host:port"`. */
  readonly denied: readonly string[];
  /** What ran that may have read files which are not listed. */
  readonly unlisted: readonly Unlisted[];
  /** What was missing of the wall around it; null when nothing was. */
  readonly missingWall: string | null;
  /** Where the partial result of a failed run lies; null when there is none. */
  readonly partial: string | null;
  /** The values of its parameters, given or default. */
  readonly parameters: Readonly<Record<string, Literal>>;
  /** What it was allowed beyond reading its project. */
  readonly allowed: readonly string[];
  /** The programs that ran it. */
  readonly versions: Readonly<Record<"deno" | "typescript" | "v8", string>>;
}

/** A failure as one line for a reader: notebook, cell, line, message. */
export function describeFailure(name: string, { cell, line, message }: Failure): string {
  const place = line === null ? `cell [${cell}]` : `cell [${cell}], line ${line}`;
  return `${name}: ${place}: ${message.split("\n")[0]}`;
}

const versions = () => ({ ...Deno.version });

/** The result for a notebook that could not start. */
export function notStarted(
  path: string,
  name: string,
  reason: string,
  failure: string,
  seen: { notebook: Notebook | null; text: string },
): NotebookRun {
  return {
    path,
    name,
    status: "failed",
    reason,
    failure,
    warnings: [],
    notebook: seen.notebook,
    text: seen.text,
    reads: {},
    outside: {},
    refused: [],
    denied: [],
    unlisted: [],
    missingWall: null,
    partial: null,
    parameters: {},
    allowed: [],
    versions: versions(),
  };
}

/** The result for a notebook that was run. */
export function executed(
  name: string,
  reason: string,
  execution: Execution,
  notes: readonly string[] = [],
): NotebookRun {
  return {
    path: execution.path,
    name,
    status: execution.status,
    reason,
    failure: execution.failure && describeFailure(name, execution.failure),
    warnings: [...notes, ...largeOutputs(execution.notebook)],
    notebook: execution.notebook,
    text: execution.text,
    reads: execution.reads.project,
    outside: execution.reads.outside,
    refused: execution.reads.refused,
    denied: execution.reads.denied,
    unlisted: execution.reads.unlisted,
    missingWall: execution.missingWall,
    partial: execution.partial,
    parameters: execution.parameters,
    allowed: execution.allowed,
    versions: versions(),
  };
}

/** The result for a notebook that had no need to run. */
export function unchanged(
  path: string,
  name: string,
  record: RunRecord,
  seen: { notebook: Notebook; text: string },
): NotebookRun {
  return {
    path,
    name,
    status: "unchanged",
    reason: "unchanged",
    failure: null,
    warnings: largeOutputs(seen.notebook),
    notebook: seen.notebook,
    text: seen.text,
    reads: record.reads,
    outside: record.outside,
    refused: record.refused,
    denied: record.denied,
    unlisted: record.unlisted,
    missingWall: record.missingWall,
    partial: null,
    parameters: record.parameters,
    allowed: record.allowed,
    versions: versions(),
  };
}
