/** How much a drawing may repeat, at the numbers where it becomes too much. */
import { assertEquals } from "@std/assert";
import { repeatsTooOften } from "../../lib/report/svg_expansion.ts";

const rects = (count: number) => '<rect width="1"/>'.repeat(count);
/** A drawing with a part of `inner` elements that is drawn `times` times more. */
const drawn = (inner: number, times: number, use = '<use href="#a"/>') =>
  `<svg><g id="a">${rects(inner - 1)}</g>${use.repeat(times)}</svg>`;

Deno.test("a drawing has 300,000 elements at most, each reference counted as what it draws", () => {
  // The drawing itself, the part, and each use with the part again.
  const size = (inner: number, times: number) => 1 + inner + times * (1 + inner);
  assertEquals(size(999, 298) <= 300_000, true);
  assertEquals(repeatsTooOften(drawn(999, 298)), false);
  assertEquals([size(999, 299), repeatsTooOften(drawn(999, 299))], [300_000, false]);
  assertEquals([size(999, 300), repeatsTooOften(drawn(999, 300))], [301_000, true]);
  assertEquals(repeatsTooOften(`<svg>${rects(299_999)}</svg>`), false);
  assertEquals(repeatsTooOften(`<svg>${rects(300_000)}</svg>`), true);
});

Deno.test("fills, clips and links by name draw what they name, too", () => {
  for (
    const use of ['<rect fill="url(#a)"/>', '<g clip-path="url(#a)"></g>', '<use xlink:href="#a"/>']
  ) {
    assertEquals(
      [298, 300].map((times) => repeatsTooOften(drawn(999, times, use))),
      [false, true],
      use,
    );
  }
  assertEquals(repeatsTooOften(drawn(999, 400, '<use href="#b"/>')), false);
  assertEquals(repeatsTooOften(drawn(999, 400, '<use href="b.svg"/>')), false);
});

Deno.test("a part that draws itself, by whatever way, is too much", () => {
  assertEquals(repeatsTooOften('<svg><g id="a"><use href="#a"/></g></svg>'), true);
  assertEquals(
    repeatsTooOften('<svg><g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g></svg>'),
    true,
  );
  assertEquals(repeatsTooOften('<svg><g id="a"/><g id="b"><use href="#a"/></g></svg>'), false);
});

Deno.test("parts lead to parts a thousand deep at most, whether inside or by reference", () => {
  // Ten stand inside one another, and the innermost refers to the next ten: some 50,000 elements together.
  const chain = (length: number) => {
    const tens = Array.from({ length: Math.ceil(length / 10) }, (_, ten) => {
      const ids = Array.from({ length: Math.min(10, length - 10 * ten) }, (_, i) => 10 * ten + i);
      return `${ids.map((id) => `<g id="a${id}">`).join("")}<use href="#a${10 * (ten + 1)}"/>${
        "</g>".repeat(ids.length)
      }`;
    });
    return `<svg>${tens.join("")}</svg>`;
  };
  assertEquals([chain(1000), chain(1001)].map(repeatsTooOften), [false, true]);
});

Deno.test("a closed part is over: what follows it belongs to what is around", () => {
  const svg = `<svg><g id="a"></g>${rects(2000)}${'<use href="#a"/>'.repeat(200)}</svg>`;
  assertEquals(repeatsTooOften(svg), false);
  assertEquals(repeatsTooOften(svg.replace("</g>", "").replace("</svg>", "</g></svg>")), true);
});
