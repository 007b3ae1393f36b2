import { assertEquals } from "@std/assert";
import { printablePage } from "../../../lib/report/export/printable_page.ts";

Deno.test("printablePage() keeps the words of a link to a file, and links to the web and in the page", () => {
  assertEquals(
    printablePage('<a class="next" href="08_electors.html#how-sure">Electors</a>'),
    '<a class="next">Electors</a>',
  );
  const kept = '<a href="https://www.fec.gov/">FEC</a> <a href="#how-sure">below</a>';
  assertEquals(printablePage(kept), kept);
});

Deno.test("printablePage() leaves a page's style sheet and text as they are", () => {
  const page = '<link href="style.css"><code>&lt;a href="x"&gt;</code>';
  assertEquals(printablePage(page), page);
});

Deno.test("printablePage() marks no table for sorting, whatever else it is marked with", () => {
  assertEquals(
    printablePage('<table id="votes" class="sortable"><tr>'),
    '<table id="votes"><tr>',
  );
});

Deno.test("printablePage() makes shapes of the strokes under labels, and leaves the labels text", () => {
  const label = '<text x="1" y="9">MI</text>';
  const page = printablePage(
    `<svg><g stroke="#ffffff" paint-order="stroke">${label}</g><g>${label}</g></svg>`,
  );
  assertEquals(page.match(/<text [^>]*>MI<\/text>/gu)?.length, 2);
  assertEquals(page.match(/ stroke="none">MI<\/text>/gu)?.length, 1);
  assertEquals(page.match(/<use xlink:href="#print-1-glyph-400-/gu)?.length, 2);
});
