/**
 * The name among those there are that somebody most likely meant, or undefined where none is near:
 * one that is equal but for capitals and accents, else one that contains it as a word, else the one
 * with the fewest changed letters (Damerau–Levenshtein distance), at most a third of them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { nearest } from "tallybook/check";
 *
 * assertEquals(nearest("Hilary Clinton", ["Donald Trump", "Hillary Clinton"]), "Hillary Clinton");
 * assertEquals(nearest("hc3", ["HC0", "HC3"]), "HC3");
 * assertEquals(nearest("Perot", ["Donald Trump", "Hillary Clinton"]), undefined);
 * ```
 */
export function nearest(name: string, among: readonly string[]): string | undefined {
  const wanted = folded(name);
  if (wanted === "") return undefined;
  const equal = among.find((candidate) => folded(candidate) === wanted);
  if (equal !== undefined) return equal;
  const containing = among.filter((candidate) => folded(candidate).split(/\W+/).includes(wanted));
  if (containing.length === 1) return containing[0];
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of among) {
    const changes = distance(wanted, folded(candidate));
    if (changes < fewest) [best, fewest] = [candidate, changes];
  }
  return best;
}

/** A longer name is not compared beyond this: the time grows with the square of the length. */
const COMPARED = 100;

function folded(name: string): string {
  return name.slice(0, COMPARED).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

/** Letters inserted, deleted, replaced or swapped with their neighbor to make one word the other. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, before[j - 2]! + 1);
      }
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
