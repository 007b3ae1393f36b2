/** Lines behind rows of words: whole beside the words, broken where they reach them. */
import { assertEquals } from "@std/assert";
import { measureText } from "../../lib/chart/fonts.ts";
import { rowsBelowWords } from "../../lib/chart/rows_below_words.ts";
import { theme } from "../../lib/chart/theme.ts";

const WORD = "Wisconsin";

/** The parts of a line that are drawn at a place, by the room above and below them. */
function partsAt(x: number): [number, number][] {
  const scale = { domain: [0, 300], values: [] } as const;
  const { lineAt, edge } = rowsBelowWords([{ key: "a" }], [[WORD]], 300, scale);
  assertEquals(edge, 8);
  const marks = [lineAt(x, { domain: [0, 300], left: 0, right: 300, width: 300 })].flat();
  return (marks as unknown as { insetTop: number; insetBottom: number }[])
    .map(({ insetTop, insetBottom }) => [insetTop, insetBottom]);
}

Deno.test("a line breaks where it would stand in words or within six pixels beside them, and is whole elsewhere", () => {
  const [start, end] = [8, 8 + measureText(WORD, theme.size.text)];
  // A row of 41 pixels: 9 above the words, 15 for them, 17 below.
  const broken: [number, number][] = [[0, 32], [24, 0]];
  const whole: [number, number][] = [[0, 0]];
  for (const x of [start - 5, start, start + 3, (start + end) / 2, end + 5]) {
    assertEquals(partsAt(x), broken, `${x}`);
  }
  for (const x of [start - 7, start - 6, end + 6, end + 7, 299]) {
    assertEquals(partsAt(x), whole, `${x}`);
  }
});
