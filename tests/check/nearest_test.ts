/** The nearest name and how a value is shown, against their definitions. */
import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { nearest, shown } from "tallybook/check";

/** The fewest steps from one word to another: a search through all words, letter by letter. */
function steps(from: string, to: string): number {
  // Optimal string alignment by its recursion, without a table: a swapped pair is not changed again.
  const rest = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const changed = from[i - 1] === to[j - 1] ? 0 : 1;
    const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
    return Math.min(
      rest(i - 1, j) + 1,
      rest(i, j - 1) + 1,
      rest(i - 1, j - 1) + changed,
      swapped ? rest(i - 2, j - 2) + 1 : Infinity,
    );
  };
  return rest(from.length, to.length);
}

Deno.test("nearest() is the first name of the fewest changes, at most a third of the letters and one at least", () => {
  const word = fc.stringMatching(/^[abc]{1,6}$/);
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 4 }), (name, among) => {
      const most = Math.max(1, Math.floor(name.length / 3));
      const changes = among.map((other) => steps(name, other));
      const fewest = Math.min(...changes);
      const expected = fewest <= most ? among[changes.indexOf(fewest)] : undefined;
      assertEquals(nearest(name, among), expected);
    }),
    { numRuns: 2_000, seed: 8 },
  );
});

Deno.test("nearest() counts a swap of two neighbors as one change, at the front and at the end", () => {
  for (
    const [name, other] of [["ba", "ab"], ["xab", "xba"], ["abx", "bax"], [
      "abcdef",
      "badcef",
    ]] as const
  ) {
    assertEquals(nearest(name, [other]), other);
  }
  // Three letters allow one change, six two, nine three.
  assertEquals([nearest("abc", ["xbc"]), nearest("abc", ["xyc"])], ["xbc", undefined]);
  assertEquals(nearest("abcde", ["xycde"]), undefined);
  assertEquals(nearest("abcdef", ["xycdef"]), "xycdef");
  assertEquals(nearest("abcdef", ["xyzdef"]), undefined);
  assertEquals(nearest("abcdefghi", ["xyzdefghi"]), "xyzdefghi");
  assertEquals(nearest("abcdefghi", ["wxyzefghi"]), undefined);
  assertEquals(nearest("", ["a"]), undefined);
});

Deno.test("shown() names each kind of value", () => {
  const kinds: readonly (readonly [unknown, string])[] = [
    ...[[undefined, "nothing"], [null, "null"], [true, "true"], [-0, "-0"], [0, "0"]] as const,
    ...[[NaN, "NaN"], [1e21, "1e+21"], [7n, "7n"], ["a\n", '"a\\n"']] as const,
    ...[[() => 1, "a function"], [Symbol("x"), "a symbol"], [
      {},
      "an object with nothing in it",
    ]] as const,
    ...[[{ a: 1, b: 2 }, "an object with a, b"], [
      [1, [2], "x"],
      'a list [1, a list, "x"]',
    ]] as const,
    [[], "a list []"],
  ];
  for (const [value, text] of kinds) assertEquals(shown(value), text);
  const many = Array.from({ length: 12 }, (_, i) => i);
  assertEquals(shown(many), "a list [0, 1, 2, 3, 4, 5, 6, 7, 8]");
  assertEquals(
    shown(Object.fromEntries(many.map((i) => [`k${i}`, i]))),
    "an object with k0, k1, k2, k3, k4, k5, k6, k7, k8",
  );
  assertEquals(shown(new Date(NaN)), "the date Invalid Date");
});
