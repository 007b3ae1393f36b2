import type { Notebook } from "./notebook_file.ts";

/** The key of a notebook's metadata that holds what a run left there. */
export const RUN_KEY = "tallybook";

/** What a notebook says of its run: what it read, was allowed, and was refused. */
export interface NotedRun {
  /** The files' SHA-256 by their paths from the root. */
  readonly reads: Readonly<Record<string, string>>;
  readonly allowed: readonly string[];
  /** Files that it asked for and was refused. */
  readonly refused?: readonly string[];
  /** What else it asked for and was refused, each in words. */
  readonly denied?: readonly string[];
  /** What ran that may have read files which are not listed. */
  readonly unlisted?: readonly string[];
}

const LISTS = ["refused", "denied", "unlisted"] as const;

/** All that is noted of a run. */
export const RUN_KEYS: readonly string[] = ["reads", "allowed", ...LISTS];

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === "string");

/** Whether what was refused is the same on every machine: a whole path is one machine's. */
const isPortable = (what: string) => !/(?:^|")(?:\/|[a-z]:[\\/])/i.test(what);

/** What is noted of a run in a notebook's metadata: lists only where there is something to say. */
export function noteOfRun(run: NotedRun): NotedRun {
  const reads = Object.entries(run.reads).sort(([a], [b]) => a < b ? -1 : 1);
  return {
    reads: Object.fromEntries(reads),
    allowed: [...run.allowed],
    ...Object.fromEntries(
      LISTS.flatMap((name) => run[name]?.length ? [[name, [...run[name]]]] : []),
    ),
  };
}

/** What a notebook says of its run; null where it says nothing, or something else. */
export function notedRun(notebook: Notebook): NotedRun | null {
  const run = (notebook.metadata[RUN_KEY] as { run?: NotedRun } | undefined)?.run;
  if (typeof run?.reads !== "object" || run.reads === null || Array.isArray(run.reads)) return null;
  const good = isTexts(Object.values(run.reads)) && isTexts(run.allowed) &&
    LISTS.every((name) => run[name] === undefined || isTexts(run[name]));
  return good ? run : null;
}

/** What a notebook says of its run that a new run does not bear out, or leaves out, each in words. */
export function wronglyNoted(notebook: Notebook, now: Omit<NotedRun, "allowed">): string[] {
  const noted = notedRun(notebook);
  if (noted === null) return [];
  const wrong = Object.entries(noted.reads).flatMap(([path, hash]) =>
    Object.hasOwn(now.reads, path) && now.reads[path] === hash ? [] : [
      `it says that it read ${path}, ${
        Object.hasOwn(now.reads, path)
          ? "which was another file then"
          : "which its run does not read"
      }`,
    ]
  );
  const silent = Object.keys(now.reads).filter((path) => !Object.hasOwn(noted.reads, path))
    .map((path) => `it does not say that it read ${path}, as its run does`);
  const words = {
    refused: (what: string) => `was refused ${what}`,
    denied: (what: string) => `was refused ${what}`,
    unlisted: (what: string) => `ran ${what} whose reads are not listed`,
  };
  const lists = LISTS.flatMap((name) => {
    const [said, is] = [noted[name] ?? [], now[name] ?? []].map((list) =>
      list.filter(isPortable)
    ) as [
      string[],
      string[],
    ];
    return [
      ...said.filter((what) => !is.includes(what))
        .map((what) => `it says that it ${words[name](what)}, and its run did not find it so`),
      ...is.filter((what) => !said.includes(what))
        .map((what) => `it does not say that it ${words[name](what)}, and its run found it so`),
    ];
  });
  return [...wrong, ...silent, ...lists];
}
