import { refusal } from "../check/mod.ts";
import { dirname, join } from "node:path";
import { onInterrupt } from "../files/interrupt.ts";
import type { ReportFile } from "./report_context.ts";

/** A path of a report stays inside its folder, whatever a notebook or figure is called. */
function requireInside(path: string): void {
  if (!/^[\w.-]+(\/[\w.-]+)*$/.test(path) || path.split("/").some((part) => /^\.+$/.test(part))) {
    throw new RangeError(refusal({
      task: "write a report",
      where: "a file's path",
      found: path,
      expected: "a relative path of letters, digits, dots, hyphens and underscores",
    }));
  }
}

async function remove(path: string): Promise<void> {
  try {
    await Deno.remove(path, { recursive: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

/** Puts `fresh` in the place of `folder`. Synchronously, so that no interruption comes in between. */
function swap(folder: string, fresh: string, old: string): void {
  let replaced = true;
  try {
    Deno.renameSync(folder, old);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    replaced = false;
  }
  try {
    Deno.renameSync(fresh, folder);
  } catch (error) {
    if (replaced) Deno.renameSync(old, folder);
    throw error;
  }
}

/**
 * Writes a whole report in one step: into a new folder beside the old one, which
 * then takes its place. Whoever reads meanwhile sees the old report or the new
 * one, never a mixture; an interrupted run leaves the old one.
 *
 * @throws {RangeError} when two files have the same path or a path leaves the folder.
 *
 * @example A report of one file
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { writeReport } from "./write_report.ts";
 *
 * const folder = `${await Deno.makeTempDir()}/report`;
 * await writeReport(folder, [{ path: "index.html", content: "<!doctype html>" }]);
 * assertEquals(await Deno.readTextFile(`${folder}/index.html`), "<!doctype html>");
 * ```
 */
export async function writeReport(folder: string, files: readonly ReportFile[]): Promise<void> {
  const seen = new Set<string>();
  for (const { path } of files) {
    requireInside(path);
    if (seen.has(path)) {
      throw new RangeError(
        refusal({
          task: "write a report",
          where: "a file's path",
          found: path,
          expected: "each once",
        }),
      );
    }
    seen.add(path);
  }
  const fresh = `${folder}.new-${Deno.pid}`;
  const old = `${folder}.old-${Deno.pid}`;
  // An interruption ends the process without coming back here.
  const forget = onInterrupt(() => {
    for (const half of [fresh, old]) {
      try {
        Deno.removeSync(half, { recursive: true });
      } catch {
        // It was not there yet, or no longer.
      }
    }
  });
  await remove(fresh);
  await Deno.mkdir(fresh, { recursive: true });
  try {
    for (const folder of new Set(files.map(({ path }) => dirname(path)))) {
      Deno.mkdirSync(join(fresh, folder), { recursive: true });
    }
    // Of a thousand small files most of the time would go into waiting for one after another.
    for (const { path, content } of files) {
      const target = join(fresh, path);
      if (typeof content === "string") Deno.writeTextFileSync(target, content);
      else Deno.writeFileSync(target, content);
    }
    swap(folder, fresh, old);
  } finally {
    forget();
    await remove(fresh);
    await remove(old);
  }
}
