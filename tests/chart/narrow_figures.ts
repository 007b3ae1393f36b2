import { assert, assertEquals } from "@std/assert";
import type { Figure, NarrowDrawing } from "tallybook/chart";
import { textBoxes, textProblems } from "../../lib/chart/text_problems.ts";

/**
 * A figure's drawing for phones, held to what each must be: 346 pixels wide, no text out of it or on
 * another text, none smaller than 11 pixels and none scaled down.
 */
export function assertNarrow(figure: Figure): NarrowDrawing {
  const narrow = figure.toNarrow();
  assert(narrow !== null, `the figure "${figure.id}" has no drawing for phones`);
  assertEquals(narrow.width, 346);
  assertEquals(textProblems(narrow.svg), []);
  assert(textBoxes(narrow.svg).length > 0);
  const sizes = [...narrow.svg.matchAll(/font-size="([\d.]+)"/gu)].map(([, size]) => Number(size));
  assert(Math.min(...sizes) >= 11, `type of ${Math.min(...sizes)} pixels`);
  assertEquals(/transform="[^"]*scale\(/u.test(narrow.svg), false);
  return narrow;
}
