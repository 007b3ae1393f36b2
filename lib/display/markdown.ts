import { refusal } from "../check/mod.ts";

/** Text that the kernel shows as Markdown. */
export interface Markdown {
  /** The Markdown source. */
  readonly text: string;
  /** The MIME bundle that Deno's Jupyter kernel asks for. */
  readonly [display: symbol]: () => Record<string, string>;
}

/**
 * Prose with computed numbers in it: a template tag whose result, as the last
 * expression of a cell, shows as Markdown. Values must be text already, so that
 * each number has gone through a format that fits it (`count`, `percent`, …):
 * a bare 2016 may be a year or a count, and only the author knows which.
 *
 * Common indentation and the blank lines at both ends are dropped.
 *
 * @throws {TypeError} when a value is not a string.
 *
 * @example A sentence that cannot go stale
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { count, md } from "tallybook/display";
 *
 * const lead = 65853514 - 62984828;
 * assertEquals(md`Clinton led by **${count(lead)}** votes.`.text,
 *   "Clinton led by **2,868,686** votes.");
 * ```
 */
export function md(strings: TemplateStringsArray, ...values: string[]): Markdown {
  const parts = dedent(strings);
  let text = parts[0]!;
  for (const [i, value] of values.entries()) {
    if (typeof value !== "string") {
      throw new TypeError(
        refusal({
          task: "put a value into text",
          where: "md",
          found: value,
          expected: "a text: format it with count(), percent(), inPoints(), decimal() or String()",
        }),
      );
    }
    text += value + parts[i + 1]!;
  }
  return {
    text,
    [Symbol.for("Jupyter.display")]: () => ({ "text/markdown": text, "text/plain": text }),
  };
}

/** Indentation is measured on the literal parts alone: a value with line breaks must not change it. */
function dedent(strings: readonly string[]): string[] {
  const lines = strings.flatMap((part, i) => {
    const all = part.split("\n");
    return i === 0 ? all : all.slice(1);
  });
  // The first line follows the backtick; a line of white space alone has no indentation.
  const indents = lines.slice(1).filter((line) => line.trim() !== "").map((line) =>
    line.length - line.trimStart().length
  );
  const indent = indents.length === 0 ? 0 : Math.min(...indents);
  const parts = strings.map((part) =>
    part.replaceAll(new RegExp(`\n[ \\t]{0,${indent}}`, "g"), "\n")
  );
  parts[0] = parts[0]!.replace(/^\s+/, "");
  parts[parts.length - 1] = parts.at(-1)!.replace(/\s+$/, "");
  return parts;
}
