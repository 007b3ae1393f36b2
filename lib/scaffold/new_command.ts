import { dirname, join } from "node:path";
import { refusal, requireOneOf } from "../check/mod.ts";
import { writeAtomically } from "../files/atomic_write.ts";
import { command, parseCommand, print, printError, UsageError } from "../files/command_line.ts";
import { projectRoot } from "../notebook/project.ts";
import { newChart } from "./new_chart.ts";
import { newClaim } from "./new_claim.ts";
import { newNotebook } from "./new_notebook.ts";
import { newTable } from "./new_table.ts";
import type { Skeleton } from "./skeleton.ts";

const USAGE = `Make a skeleton with the structure of this house; each gap of it is marked, and the
tests fail until the last one is filled.

Usage: deno task new notebook NAME   a page and its test: turnout_gap
       deno task new claim ID        a row of data/claims.csv and its function: P16
       deno task new table NAME      a schema, a loader, a step, a test: county_turnout
       deno task new chart NAME      a chart function and its snapshot test: ridge_lines`;

const KINDS = ["notebook", "claim", "table", "chart"] as const;

const firstLine = (path: string) => Deno.readTextFileSync(path).split("\n", 1)[0]!.trim();

/** The skeleton that was asked for. */
function skeleton(root: string, kind: typeof KINDS[number], name: string): Skeleton {
  const pattern = kind === "claim" ? /^[A-Z]\d+$/ : /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;
  if (!pattern.test(name)) {
    const expected = kind === "claim"
      ? "a capital letter and a number, such as P16"
      : "small letters, digits and underscores, such as two_words";
    throw new UsageError(refusal({ task: `make a ${kind}`, where: "NAME", found: name, expected }));
  }
  if (kind === "table") return newTable(name);
  if (kind === "chart") return newChart(name);
  if (kind === "notebook") {
    const taken = [...Deno.readDirSync(join(root, "notebooks"))]
      .flatMap((entry) => /^(\d\d)_.*\.ipynb$/.exec(entry.name)?.[1] ?? []);
    return newNotebook(name, taken.map(Number));
  }
  const path = join(root, "data/claims.csv");
  if (Deno.readTextFileSync(path).split("\n").some((line) => line.startsWith(`${name},`))) {
    const expected = "an id that data/claims.csv does not have";
    throw new UsageError(refusal({ task: "make a claim", where: "ID", found: name, expected }));
  }
  return newClaim(name, firstLine(path).split(","));
}

const isThere = (path: string) => Deno.stat(path).then(() => true, () => false);

/** Writes a skeleton; nothing when one of its files is there already. */
async function write(root: string, { files, appended = {} }: Skeleton): Promise<void> {
  for (const path of Object.keys(files)) {
    if (await isThere(join(root, path))) {
      throw new UsageError(`Cannot make ${path}: the place: found a file, expected none`);
    }
  }
  for (const [path, text] of Object.entries(files)) {
    await Deno.mkdir(dirname(join(root, path)), { recursive: true });
    await writeAtomically(join(root, path), text);
  }
  for (const [path, lines] of Object.entries(appended)) {
    const before = await Deno.readTextFile(join(root, path));
    await writeAtomically(join(root, path), before.replace(/\n?$/, "\n") + lines);
  }
}

/**
 * `deno task new notebook|claim|table|chart NAME`: resolves to 0, or 2 for a wrong command line.
 *
 * @param args The kind and the name.
 * @param root The project; the one of the working folder when left out.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { newCommand } from "./new_command.ts";
 *
 * assertEquals(await newCommand(["--help"]), 0);
 * ```
 */
export function newCommand(
  args: string[],
  root: string = projectRoot(join(Deno.cwd(), "deno.json")),
): Promise<number> {
  return command(args, USAGE, async () => {
    const { positionals } = parseCommand(args, {});
    const [kind = "", name = ""] = positionals;
    let known: typeof KINDS[number];
    try {
      known = requireOneOf("make a skeleton", "kind", kind, KINDS);
    } catch (error) {
      throw new UsageError((error as Error).message);
    }
    const made = skeleton(root, known, name);
    await write(root, made);
    for (const path of Object.keys(made.files)) print(`made ${path}`);
    for (const path of Object.keys(made.appended ?? {})) print(`added a row to ${path}`);
    printError("\nNext:");
    made.next.forEach((step, i) => printError(`${i + 1}. ${step}`));
    return 0;
  });
}
