/** A number as pages write it: with thousands apart, a minus of its own, a percent sign. */
const NUMBER = /(?<![\w.,])[−-]?\d[\d,]*(?:\.\d+)?%?/gu;

/** Numbers of one line that are others than before. */
export interface MovedLine {
  /** The line as it is now. */
  readonly line: string;
  /** The numbers that moved, each as it was and as it is. */
  readonly moved: readonly { readonly before: string; readonly after: string }[];
}

/** What differs between two versions of a page. */
export interface PageChanges {
  readonly moved: readonly MovedLine[];
  /** Lines that no line of before has the words of, and the other way round. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

const wordsOf = (line: string) => line.replaceAll(NUMBER, "#");
const numbersOf = (line: string) => line.match(NUMBER) ?? [];

function byWords(lines: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const line of lines) {
    const words = wordsOf(line);
    const group = groups.get(words);
    if (group === undefined) groups.set(words, [line]);
    else group.push(line);
  }
  return groups;
}

/**
 * Compares what two versions of a page show, line by line. Lines of the same words are the same line,
 * in their order; where their numbers differ, these moved.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { changesBetween } from "./moved_numbers.ts";
 *
 * const { moved, added } = changesBetween(["Clinton led by 2,864,974 votes."], [
 *   "Clinton led by 2,868,686 votes.",
 *   "Turnout was 60.1%.",
 * ]);
 * assertEquals(moved[0]?.moved, [{ before: "2,864,974", after: "2,868,686" }]);
 * assertEquals(added, ["Turnout was 60.1%."]);
 * ```
 */
export function changesBetween(before: readonly string[], after: readonly string[]): PageChanges {
  // Lines that stand in both as they are are no change, wherever they stand.
  const left = [...before];
  const counts = new Map<string, number>();
  for (const line of after) counts.set(line, (counts.get(line) ?? 0) + 1);
  const old = left.filter((line) => {
    const count = counts.get(line) ?? 0;
    if (count > 0) counts.set(line, count - 1);
    return count === 0;
  });
  const fresh = after.toReversed().filter((line) => {
    const count = counts.get(line) ?? 0;
    if (count > 0) counts.set(line, count - 1);
    return count > 0;
  }).toReversed();
  const groups = byWords(old);
  const moved: MovedLine[] = [];
  const added: string[] = [];
  for (const line of fresh) {
    const was = groups.get(wordsOf(line))?.shift();
    if (was === undefined) {
      added.push(line);
      continue;
    }
    const now = numbersOf(line);
    const pairs = numbersOf(was).flatMap((number, i) =>
      number === now[i] ? [] : [{ before: number, after: now[i] ?? "" }]
    );
    moved.push({ line, moved: pairs });
  }
  return { moved, added, removed: [...groups.values()].flat() };
}
