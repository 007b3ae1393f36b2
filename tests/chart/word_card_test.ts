import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { wordCard } from "../../lib/chart/layouts.ts";
import { textBoxes } from "../../lib/chart/text_problems.ts";

const card = (alt: string, title = "Michigan was close") =>
  textBoxes(
    wordCard(
      {
        id: "margin",
        title,
        subtitle: null,
        caption: null,
        source: "FEC",
        alt,
      } as Parameters<typeof wordCard>[0],
    ),
  );
const words = (count: number) => "Trump won it. ".repeat(count).trim();
/** A box's letters' size. */
const size = ({ top, bottom }: { readonly top: number; readonly bottom: number }) =>
  (bottom - top) / 0.9;

Deno.test("a card of words has its title at the upper edge, its source at the lower one, and its words between", () => {
  const boxes = card("A sentence.");
  const [title, alt, source] = boxes;
  assertEquals([title!.text, alt!.text], ["Michigan was close", "A sentence."]);
  assert(source!.text.startsWith("Source: FEC"));
  assertEquals(new Set(boxes.map(({ left }) => Math.round(left))).size, 1);
  assert(title!.bottom < alt!.top && alt!.bottom < source!.top);
  // 40 pixels of margin. Of a line's height, 1.3 of its letters' size, 0.3 are above a box and 0.1 below.
  assertAlmostEquals(title!.top - 0.3 * size(title!), 40, 1e-9);
  assertAlmostEquals(source!.bottom + 0.1 * size(source!), 630 - 40, 1e-9);
  assertEquals(Math.round(size(alt!) * 10) / 10, 32.5);
});

Deno.test("without words there is the title alone, and its source", () => {
  const boxes = card("");
  assertEquals(boxes.length, 2);
  assertEquals(boxes[0]!.text, "Michigan was close");
});

Deno.test("the more words, the smaller, until they fit with room above the source", () => {
  let before = Infinity;
  for (let count = 10; count <= 180; count += 10) {
    const boxes = card(words(count));
    const source = boxes.findIndex(({ text }) => text.startsWith("Source:"));
    const last = boxes[source - 1]!;
    assert(
      last.bottom + 20 <= boxes[source]!.top,
      `${count}: ${last.bottom}, ${boxes[source]!.top}`,
    );
    assert(boxes.every(({ right, bottom }) => right <= 1200 && bottom <= 630));
    assert(size(last) <= before);
    before = size(last);
    assertEquals(boxes.slice(1, source).map(({ text }) => text).join(" "), words(count));
  }
  assert(before < 20, String(before));
});

Deno.test("words that fit at no size are left out, and the title stays", () => {
  const boxes = card(words(2000));
  assertEquals(boxes.map(({ text }) => text), ["Michigan was close"]);
});
