import { basename, dirname, join, resolve } from "node:path";
import { refusal } from "../check/mod.ts";
import { isInside } from "./grants.ts";
import { NotebookFormatError, parseNotebook } from "./notebook_file.ts";
import { partialPath } from "./store_result.ts";

/** Thrown where a result cannot go; the message says where and why. */
export class NoResultPlace extends Error {
  override name = "NoResultPlace";
}

const TASK = "write the result";

function refuse(path: string, found: string, expected: string): never {
  throw new NoResultPlace(refusal({ task: TASK, where: path, found, expected }));
}

/** What a path names itself, links not followed; null for nothing. */
const look = (path: string) => Deno.lstat(path).catch(() => null);

/**
 * The place of `path` free of symbolic links, where it is a regular file or nothing yet. Throws a
 * `NoResultPlace` for a folder, a device, or a link that leads out of the folder that it lies in.
 */
async function placeOf(path: string): Promise<string> {
  const folder = await Deno.realPath(dirname(resolve(path))).catch(() => null);
  if (folder === null) refuse(path, "no folder of that name", "a folder that exists");
  const place = join(folder, basename(resolve(path)));
  const there = await look(place);
  if (there === null || there.isFile) return place;
  if (!there.isSymlink) {
    refuse(path, there.isDirectory ? "a folder" : "a device", "a file, or a name that is free");
  }
  const target = await Deno.realPath(place).catch(() => null);
  if (target === null || !isInside(target, folder)) {
    refuse(path, `a link to ${target ?? "nothing"}`, `a file in ${folder}`);
  }
  if (!(await Deno.stat(target)).isFile) refuse(path, "a link to no file", "a file");
  return target;
}

/** Insists, before anything runs, that a file can be made beside the place, as its writing will. */
async function requireWritable(path: string, place: string): Promise<void> {
  const name = `.${basename(partialPath(place))}.${crypto.randomUUID()}.tmp`;
  const trial = join(dirname(place), name);
  try {
    (await Deno.open(trial, { write: true, createNew: true })).close();
    await Deno.remove(trial);
  } catch (error) {
    const [why = ""] = (error as Error).message.split(": open '");
    refuse(path, `a place that takes no file (${why})`, "one that can be written");
  }
}

/**
 * Where the result of a run goes: the resolved path of `out`. Throws a `NoResultPlace` where a notebook
 * must not be written: onto a device, over a file that is none, through a link out of its folder,
 * where no file can be made, and the same for the file beside it that takes a partial result.
 */
export async function resultPlace(out: string): Promise<string> {
  const place = await placeOf(out);
  for (const path of [place, partialPath(place)]) {
    if (path !== place && await placeOf(path) !== path) {
      refuse(path, "a link", "a file, or a name that is free");
    }
    if (await look(path) === null) continue;
    try {
      parseNotebook(await Deno.readTextFile(path), basename(path));
    } catch (error) {
      if (!(error instanceof NotebookFormatError)) throw error;
      refuse(path, "a file that is no notebook", "a notebook, or a name that is free");
    }
  }
  await requireWritable(out, place);
  return place;
}
