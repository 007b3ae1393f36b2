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
