import { join } from "node:path";
import { sha256 } from "../files/hash.ts";
import { Gate } from "./gate.ts";
import { isKept, kept } from "./kept.ts";
import type { RenderedNotebook } from "./notebook_page.ts";
import { versionLink } from "./provenance.ts";
import type { Render, ReportEntry } from "./render_report.ts";

type Version = NonNullable<ReportEntry["context"]["report"]>;

interface KeptPage {
  /** The version of the report that its page names. */
  readonly report: Version | undefined;
  readonly page: RenderedNotebook;
}

/** How a page names the version in its link, and in the words by which it is searched. */
function namesOf(version: Version): readonly [link: string, words: string] {
  const link = String(versionLink(version));
  return [link, link.replace(/<[^>]*>/gu, "").trim()];
}

/** A value of JSON with `from` replaced by `to` in all its texts, and how often that was. */
function replaced<T>(value: T, from: string, to: string): { value: T; times: number } {
  let times = 0;
  const walk = (value: unknown): unknown => {
    if (typeof value === "string") {
      if (!value.includes(from)) return value;
      const parts = value.split(from);
      times += parts.length - 1;
      return parts.join(to);
    }
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, walk(own)]));
  };
  return { value: walk(value) as T, times };
}

/** The page as one of another version of the report; null where it names the version elsewhere too. */
function asOf(
  { page, report: before }: KeptPage,
  now: Version | undefined,
): RenderedNotebook | null {
  if (before?.id === now?.id && before?.number === now?.number) return page;
  if (before === undefined || now === undefined) return null;
  const [link, words] = namesOf(before);
  const [newLink, newWords] = namesOf(now);
  const { files, ...rest } = page;
  const linked = replaced(rest, link, newLink);
  if (linked.times !== 1) return null;
  const said = replaced(linked.value, words, newWords);
  return said.times > 1 ? null : { ...said.value, files };
}

/**
 * Renders only pages of which anything changed: a page is kept with a hash of its notebook, of what it
 * says besides, and of the ground. The report's version, which changes with any page, is put in its place.
 *
 * @param folder Where pages are kept, one a notebook.
 * @param ground A hash of all that every page rests on: the library, the tables, Deno and the lock.
 */
export function keptPages(folder: string, ground: string, render: Render): Render {
  // What has to be rendered goes to its process first: to read the other pages keeps this one busy for a while.
  const gate = new Gate();
  return async (entry) => {
    const { notebook, context: { report, ...context } } = entry;
    const key = sha256(JSON.stringify([ground, notebook, context]));
    const leave = gate.come();
    const make = async (): Promise<KeptPage> => {
      try {
        return { report, page: await render(entry, leave) };
      } finally {
        leave();
      }
    };
    const path = join(folder, `${context.name}.json`);
    if (await isKept(path, key)) {
      leave();
      await gate.opened;
    }
    const found = await kept(
      path,
      key,
      make,
      ({ page }) => page.failure === null,
    );
    return asOf(found, report) ?? (await make()).page;
  };
}
