import { dirname, join } from "node:path";
import { writeAtomically } from "../files/atomic_write.ts";
import type { Literal } from "./literal.ts";
import type { Hashes } from "../files/hash.ts";
import { stateFolder } from "./project.ts";
import type { Unlisted } from "./session.ts";

/** What a notebook's last successful run here rested on, and what came of it. */
export interface RunRecord {
  /** The runner's own code, as {@linkcode runnerHash} sums it up. */
  readonly runner: string;
  readonly deno: string;
  /** The notebook's file after the run. */
  readonly notebook: string;
  /** The sources of its code cells that run. */
  readonly cells: readonly string[];
  /** Their code without comments and layout. */
  readonly code: readonly string[];
  /** What the run gave: outputs and metadata, without the texts of cells. */
  readonly given: string;
  /** Seconds that the run took. */
  readonly seconds: number;
  /** What it was allowed. */
  readonly allowed: readonly string[];
  readonly parameters: Readonly<Record<string, Literal>>;
  /** deno.json and deno.lock. */
  readonly config: Hashes;
  /** The modules whose code it rests on, by path from the root: the hash of what is emitted. */
  readonly modules: Hashes;
  /** The files that it read, by path from the root. */
  readonly reads: Hashes;
  /** The files that it read outside of the project, by absolute path. */
  readonly outside: Hashes;
  /** The files that it was refused. */
  readonly refused: readonly string[];
  /** What else it was refused. */
  readonly denied: readonly string[];
  /** What ran that may have read files which are not listed. */
  readonly unlisted: readonly Unlisted[];
  /** What was missing of the wall around it; null when nothing was. */
  readonly missingWall: string | null;
}

function recordPath(root: string, notebook: string): string {
  return join(stateFolder(root), "runs", `${notebook}.json`);
}

/** The record of the last run of `notebook`, a path from the root; null when there is none. */
export async function readRecord(root: string, notebook: string): Promise<RunRecord | null> {
  try {
    return JSON.parse(await Deno.readTextFile(recordPath(root, notebook)));
  } catch {
    return null;
  }
}

/** Keeps a record; null removes it. */
export async function writeRecord(
  root: string,
  notebook: string,
  record: RunRecord | null,
): Promise<void> {
  const path = recordPath(root, notebook);
  if (record === null) return await Deno.remove(path).catch(() => {});
  await Deno.mkdir(dirname(path), { recursive: true });
  await writeAtomically(path, JSON.stringify(record, null, 1) + "\n");
}
