import { refusal } from "../check/mod.ts";
import { numberTokens } from "./number_tokens.ts";
import { callPath, endOfShown, findPrints, isRecording } from "./origin_ledger.ts";
import { originsPart, type OriginsToStore } from "./origins.ts";

/** Text that the kernel shows as Markdown. */
export interface Markdown {
  /** The Markdown source. */
  readonly text: string;
  /** The MIME bundle that Deno's Jupyter kernel asks for. */
  readonly [display: symbol]: () => Record<string, unknown>;
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
  const spans: Span[] = [];
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
    spans.push({ start: text.length, end: text.length + value.length });
    text += value + parts[i + 1]!;
  }
  const origins = isRecording() ? originsOf(text, spans) : null;
  return {
    text,
    [Symbol.for("Jupyter.display")]: () => ({
      "text/markdown": text,
      "text/plain": text,
      ...(origins === null ? {} : originsPart(origins)),
    }),
  };
}

/** Where an interpolated value stands in the text. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** The numbers that came from values, each with the value's place and the print that made it. */
function originsOf(text: string, spans: readonly Span[]): OriginsToStore {
  const tokens = numberTokens(text);
  const spanAt = (start: number, end: number) =>
    spans.findIndex((span) => start < span.end && end > span.start);
  const numbers = findPrints([text])[0]!.flatMap((number) => {
    const { start } = tokens[number.place]!;
    const span = spanAt(start, start + number.text.length);
    return span < 0 ? [] : [{ in: "text", span, ...number }];
  });
  endOfShown();
  return { shown: "prose", path: callPath(), numbers };
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
