import { join } from "node:path";
import { parseNotebook } from "../../notebook/mod.ts";
import { sha256 } from "../../files/hash.ts";
import { documentOf } from "../notebook_document.ts";
import type { ReportEntry } from "../render_report.ts";
import type { Versions } from "../report_context.ts";
import { changesBetween, type PageChanges } from "./moved_numbers.ts";
import { shownLines } from "./shown_lines.ts";

/** The name of a report's list of versions in its folder. */
export const VERSIONS_FILE = "versions.json";

/** One version of a report, with what changed since the one before. */
export interface ReportVersion {
  /** Counts from 1 in a folder. */
  readonly number: number;
  /** Eight digits of a hash over notebooks, tables and lock: the same id is the same content. */
  readonly id: string;
  readonly library: string;
  readonly lock: string;
  /** What changed, by page; pages without a change are left out. */
  readonly changes: Readonly<Record<string, PageChanges>>;
  /** Pages that came and went. */
  readonly newPages: readonly string[];
  readonly gonePages: readonly string[];
}

/** What a report stands for, in eight digits. */
export function versionId(entries: readonly ReportEntry[], versions: Versions): string {
  const pages = entries.map(({ context: { name, source = "", run } }) => [
    name,
    sha256(source),
    (run?.reads ?? []).map(({ path, sha256 }) => [path, sha256]),
  ]);
  return sha256(JSON.stringify([versions.library, versions.lock, pages])).slice(0, 8);
}

const isVersion = (value: unknown): value is ReportVersion => {
  const { number, id, changes } = (value ?? {}) as Partial<ReportVersion>;
  return Number.isInteger(number) && typeof id === "string" && typeof changes === "object";
};

/** The versions that a report in a folder lists; none where there is no report, or another list. */
async function listedVersions(folder: string): Promise<ReportVersion[]> {
  try {
    const listed: unknown = JSON.parse(await Deno.readTextFile(join(folder, VERSIONS_FILE)));
    return Array.isArray(listed) && listed.every(isVersion) ? listed : [];
  } catch {
    return [];
  }
}

/** The text of a page's notebook in the report that is in the folder; null where it had no such page. */
async function textThere(folder: string, name: string): Promise<string | null> {
  try {
    return await Deno.readTextFile(join(folder, "notebooks", `${name}.ipynb`));
  } catch {
    return null;
  }
}

/** What a page showed whose notebook had this text; null where that is no notebook. */
function linesOf(text: string, name: string): string[] | null {
  try {
    return shownLines(documentOf(parseNotebook(text, name).notebook));
  } catch {
    return null;
  }
}

/**
 * The versions of a report that is about to take the place of the one in `folder`, the newest last.
 * The same content is the same version; other content is the next one, with the numbers that moved.
 */
export async function reportVersions(
  folder: string,
  entries: readonly ReportEntry[],
  versions: Versions,
): Promise<readonly ReportVersion[]> {
  const listed = await listedVersions(folder);
  const id = versionId(entries, versions);
  const last = listed.at(-1);
  if (last?.id === id) return listed;
  const changes: Record<string, PageChanges> = {};
  const newPages: string[] = [];
  for (const { notebook, context: { name, source } } of last === undefined ? [] : entries) {
    const text = await textThere(folder, name);
    // The same text showed the same.
    if (text !== null && text === source) continue;
    const before = text === null ? null : linesOf(text, name);
    if (before === null) {
      newPages.push(name);
      continue;
    }
    const found = changesBetween(before, shownLines(notebook));
    if (found.moved.length + found.added.length + found.removed.length > 0) changes[name] = found;
  }
  const names = new Set(entries.map(({ context }) => context.name));
  const there = last === undefined
    ? []
    : await Array.fromAsync(Deno.readDir(join(folder, "notebooks"))).catch(() => []);
  const gonePages = there.map(({ name }) => name.replace(/\.ipynb$/u, ""))
    .filter((name) => !names.has(name)).sort();
  const { library, lock } = versions;
  const number = (last?.number ?? 0) + 1;
  return [...listed, { number, id, library, lock, changes, newPages, gonePages }];
}
