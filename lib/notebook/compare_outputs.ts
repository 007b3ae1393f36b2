import { runnableCells } from "./cell_text.ts";
import { canonical } from "./manifest.ts";
import type { Notebook, Output } from "./notebook_file.ts";

/** One place where a notebook's outputs differ from those of a new run. */
export interface Difference {
  /** The cell's number as Jupyter shows it, in brackets. */
  readonly cell: number;
  /** What differs, in words. */
  readonly what: string;
  /** Lines that were stored and lines that came now, where the output is text. */
  readonly stored: readonly string[];
  readonly now: readonly string[];
}

/** Types whose content is shown line by line; others are compared as a whole. */
const isReadable = (type: string) =>
  type.startsWith("text/") || type === "image/svg+xml" || type.endsWith("json");

/** A stored text, which may be a list of lines, as one. */
function joined(value: unknown): string {
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) {
    return value.join("");
  }
  return typeof value === "string" ? value : JSON.stringify(value, null, 1) ?? "";
}

/** The contents of an output by name: the text of a stream, each type of a bundle. */
function contents(output: Output): Map<string, string> {
  switch (output.output_type) {
    case "stream":
      return new Map([[String(output["name"]), joined(output["text"])]]);
    case "error":
      return new Map([["error", `${output["ename"]}: ${output["evalue"]}`]]);
    default:
      return new Map(
        Object.entries((output["data"] ?? {}) as Record<string, unknown>)
          .map(([type, value]) => [type, joined(value)]),
      );
  }
}

/** What an output holds beside its contents: metadata, and whatever else the file has. */
function rest(output: Output): string {
  const { data: _data, text: _text, evalue: _message, ename: _name, ...others } = output;
  return canonical(others);
}

const kind = (output: Output) =>
  output.output_type === "stream" ? `stream ${output["name"]}` : output.output_type;

/** A text's lines; the end of the last one begins no other. */
const textLines = (text: string) => text.replace(/\n$/, "").split("\n");

/** The lines of `a` and `b` without those that they share at both ends. */
function differingLines(a: string, b: string): [string[], string[]] {
  const left = textLines(a);
  const right = textLines(b);
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let end = 0;
  while (
    end < left.length - start && end < right.length - start &&
    left[left.length - 1 - end] === right[right.length - 1 - end]
  ) end++;
  return [left.slice(start, left.length - end), right.slice(start, right.length - end)];
}

function compareCell(
  cell: number,
  stored: readonly Output[],
  now: readonly Output[],
): Difference[] {
  const found: Difference[] = [];
  for (let i = 0; i < Math.max(stored.length, now.length); i++) {
    const before = stored[i];
    const after = now[i];
    const where = `output ${i + 1}`;
    if (!before || !after || kind(before) !== kind(after)) {
      const say = (output: Output | undefined) => output ? kind(output) : "nothing";
      found.push({
        cell,
        what: `${where} was ${say(before)}, is ${say(after)}`,
        stored: before ? [...contents(before).values()].flatMap(textLines) : [],
        now: after ? [...contents(after).values()].flatMap(textLines) : [],
      });
      continue;
    }
    if (rest(before) !== rest(after)) {
      const what = `${where}, its metadata`;
      found.push({ cell, what, stored: [rest(before)], now: [rest(after)] });
    }
    const left = contents(before);
    const right = contents(after);
    for (const type of new Set([...left.keys(), ...right.keys()])) {
      const a = left.get(type);
      const b = right.get(type);
      if (a === b) continue;
      if (
        a === undefined || b === undefined ||
        !isReadable(type) && before.output_type !== "stream" && type !== "error"
      ) {
        const size = (text: string | undefined) =>
          text === undefined ? "absent" : `${text.length} characters`;
        found.push({
          cell,
          what: `${where}, ${type}: was ${size(a)}, is ${size(b)}`,
          stored: [],
          now: [],
        });
        continue;
      }
      const [storedLines, nowLines] = differingLines(a, b);
      found.push({ cell, what: `${where}, ${type}`, stored: storedLines, now: nowLines });
    }
  }
  return found;
}

/**
 * Compares the outputs and execution counts of two notebooks with the same code.
 * Metadata of the file, such as the version of the language, is not compared.
 */
export function compareOutputs(stored: Notebook, now: Notebook): Difference[] {
  const before = runnableCells(stored);
  const after = runnableCells(now);
  if (before.length !== after.length) {
    return [{
      cell: Math.min(before.length, after.length) + 1,
      what: `was ${before.length} code cells, is ${after.length}`,
      stored: [],
      now: [],
    }];
  }
  return before.flatMap((cell, i) => {
    const count = (value: unknown) => value ?? "none";
    const again = after[i];
    const counts = cell.execution_count === again?.execution_count ? [] : [{
      cell: i + 1,
      what: `execution count was ${count(cell.execution_count)}, is ${
        count(again?.execution_count)
      }`,
      stored: [],
      now: [],
    }];
    return [...counts, ...compareCell(i + 1, cell.outputs ?? [], again?.outputs ?? [])];
  });
}

const SHOWN_LINES = 12;
const SHOWN_COLUMNS = 160;
const COLUMNS_BEFORE = 40;

/** The part of a long line around the first character in which it differs from its counterpart. */
function excerpt(line: string, other: string | undefined): string {
  if (line.length <= SHOWN_COLUMNS) return line;
  let at = 0;
  while (other !== undefined && at < line.length && line[at] === other[at]) at++;
  const start = Math.max(0, at - COLUMNS_BEFORE);
  const end = start + SHOWN_COLUMNS;
  return `${start > 0 ? "…" : ""}${line.slice(start, end)}${end < line.length ? "…" : ""}`;
}

/** Differences as text: a line with notebook and cell, then lines with "-" stored and "+" now. */
export function describeDifferences(name: string, differences: readonly Difference[]): string {
  const some = (mark: string, lines: readonly string[], others: readonly string[]) => [
    ...lines.slice(0, SHOWN_LINES).map((line, i) => `  ${mark} ${excerpt(line, others[i])}`),
    ...(lines.length > SHOWN_LINES ? [`  ${mark} … ${lines.length - SHOWN_LINES} more lines`] : []),
  ];
  return differences.flatMap(({ cell, what, stored, now }) => [
    `${name}: cell [${cell}], ${what}`,
    ...some("-", stored, now),
    ...some("+", now, stored),
  ]).join("\n");
}
