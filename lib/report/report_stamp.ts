import { ATTESTATION_FILE } from "./attestation/check_report.ts";
import { dirname, join } from "node:path";
import { hashOf } from "./file_hash.ts";
import { hashFolder } from "./hash_folder.ts";
import type { ReportEntry } from "./render_report.ts";
import type { ReportFile, Versions } from "./report_context.ts";
import { type Hashes, sha256 } from "../files/hash.ts";
import { ModuleCode } from "../notebook/module_code.ts";

/** What a report was rendered from and what came of it, kept beside the project. */
interface ReportStamp {
  readonly folder: string;
  readonly inputs: Hashes;
  readonly files: Hashes;
}

const DENO = "Deno";

function stampPath(root: string, folder: string): string {
  return join(root, ".tallybook/reports", `${sha256(folder).slice(0, 16)}.json`);
}

async function readStamp(root: string, folder: string): Promise<ReportStamp | null> {
  try {
    const stamp: ReportStamp = JSON.parse(await Deno.readTextFile(stampPath(root, folder)));
    return stamp.folder === folder ? stamp : null;
  } catch {
    // None, or one of which only a part was written: the pages are rendered.
    return null;
  }
}

/**
 * What all pages rest on, each with a hash: every file of lib/ and data/, deno.json, and Deno. What is imported
 * from elsewhere is pinned by deno.lock.
 *
 * Hashed before any of it is loaded: what changes between the hash and its use is
 * then seen the next time, never missed.
 */
export async function groundInputs(root: string, versions: Versions): Promise<Hashes> {
  const folders = await Promise.all(["lib", "data"].map(async (name) => {
    const hashes = await hashFolder(join(root, name));
    return Object.entries(hashes).map(([path, hash]) => [`${name}/${path}`, hash]);
  }));
  return Object.fromEntries([
    [DENO, versions.deno],
    ["deno.json", sha256(await Deno.readFile(join(root, "deno.json")))],
    ["deno.lock", versions.lock],
    ...folders.flat(),
  ]);
}

/** All that the pages of a report rest on: the ground, and the notebooks with what was noted when they ran. */
export function reportInputs(ground: Hashes, entries: readonly ReportEntry[]): Hashes {
  const notebooks = entries.map(({ context: { name, source, run } }) => [
    `notebooks/${name}.ipynb`,
    sha256(JSON.stringify([source, run])),
  ]);
  return { ...Object.fromEntries(notebooks), ...ground };
}

/** What all pages rest on, each as one hash. */
export interface Ground {
  /** The library with all that it runs on, as it is written: its documentation is a part of the report. */
  readonly library: string;
  /** The same as it runs: neither a comment nor a type changes it. */
  readonly code: string;
  readonly tables: string;
}

/** What all pages rest on, of a report's inputs or of the ground's, as few hashes. */
export async function groundOf(root: string, inputs: Hashes): Promise<Ground> {
  const emitted = new ModuleCode();
  const hash = (entries: ReadonlyArray<readonly [string, string]>) =>
    sha256(JSON.stringify(entries));
  const all = Object.entries(inputs);
  const library = all.filter(([path]) =>
    path.startsWith("lib/") || [DENO, "deno.json", "deno.lock"].includes(path)
  );
  const code = await Promise.all(library.map(async ([path, written]) => {
    // A script that pages carry stands in them as it is written. Read again, after the hash: a change in between is seen the next time, by the other hash.
    const runs = path.endsWith(".ts") ? await emitted.hash(join(root, path)) : null;
    return [path, runs ?? written] as const;
  }));
  await emitted.keep();
  return {
    library: hash(library),
    code: hash(code),
    tables: hash(all.filter(([path]) => path.startsWith("data/"))),
  };
}

/** The first difference in words; null when there is none. */
function difference(before: Hashes, now: Hashes): string | null {
  for (const [path, hash] of Object.entries(before)) {
    if (now[path] === undefined) return `${path} is gone`;
    if (now[path] !== hash) return `${path} changed`;
  }
  const added = Object.keys(now).find((path) => before[path] === undefined);
  return added === undefined ? null : `${added} is new`;
}

/** A report's files; what was attested about it later is none of its own. */
async function reportFiles(folder: string): Promise<Hashes> {
  const { [ATTESTATION_FILE]: _attestation, ...files } = await hashFolder(folder);
  return files;
}

/**
 * Why the report in `folder` has to be rendered: the first difference from when it
 * was rendered last, in what it rests on or in its own files; null when there is none.
 */
export async function reasonToRender(
  root: string,
  folder: string,
  inputs: Hashes,
): Promise<string | null> {
  const stamp = await readStamp(root, folder);
  if (stamp === null) return "not rendered here before";
  return difference(stamp.inputs, inputs) ??
    difference(stamp.files, await reportFiles(folder));
}

/** Keeps what a report was rendered from and the files that came of it. */
export async function keepStamp(
  root: string,
  folder: string,
  inputs: Hashes,
  files: readonly ReportFile[],
): Promise<void> {
  const stamp: ReportStamp = {
    folder,
    inputs,
    files: Object.fromEntries(files.map((file) => [file.path, hashOf(file)])),
  };
  const path = stampPath(root, folder);
  await Deno.mkdir(dirname(path), { recursive: true });
  await Deno.writeTextFile(path, JSON.stringify(stamp, null, 1) + "\n");
}
