import { assert, assertEquals } from "@std/assert";
import type { Figure, NarrowDrawing } from "tallybook/chart";
import { textBoxes, textProblems } from "../../lib/chart/text_problems.ts";

const folder = new URL("./snapshots/narrow/", import.meta.url);

/**
 * A figure's drawing for phones, held to what each must be: 346 pixels wide, no text out of it or on
 * another text, none smaller than 11 pixels and none scaled down; and to the drawing that was looked
 * at. Set UPDATE_SNAPSHOTS=1 to write it instead; then look at it before committing.
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

  const file = new URL(`${figure.id}.svg`, folder);
  if (Deno.env.get("UPDATE_SNAPSHOTS") === "1") {
    Deno.mkdirSync(folder, { recursive: true });
    Deno.writeTextFileSync(file, narrow.svg);
  }
  assert(
    narrow.svg === Deno.readTextFileSync(file),
    `"${figure.id}" for phones differs from tests/chart/snapshots/narrow/${figure.id}.svg; if that is ` +
      "meant, run the test with UPDATE_SNAPSHOTS=1 and look at it",
  );
  return narrow;
}
