import { assert, assertEquals } from "@std/assert";
import { allEntries } from "../../../lib/report/search/all_entries.ts";
import { renderNotebook } from "../../../lib/report/mod.ts";
import { documentOf } from "../../../lib/report/notebook_document.ts";
import { pageEntries } from "../../../lib/report/search/page_entries.ts";
import { searchPage } from "../../../lib/report/search/search_page.ts";

const PAGE = `<!doctype html><html><body><main><h1>Who won?</h1>
<div class="lead"><p>By <span class="from" id="number-0">537</span> votes in Florida.</p></div>
<div class="flow"><h2 id="data">The data</h2><p>Returns of counties.</p><details class="code">x</details>
<figure class="figure" id="figure-a"><figcaption><p class="figure-line">Figure 1. Close</p>
<details><summary>In words</summary><p>One bar.</p></details></figcaption></figure>
<div class="table-box" id="table-b"><table><caption>Table 1. Margins</caption><tbody><tr><td>FL</td><td>537</td></tr></tbody></table></div>
<h2 id="more">More</h2><p>By <span class="from" id="number-1">537</span> again, by <span class="from" id="number-2">537</span> again.</p>
</div></main></body></html>`;

Deno.test("a page's question, sections, figures, tables and numbers can be found, each with its words", () => {
  const entries = pageEntries(PAGE, "01.html");
  assertEquals(entries.map(({ kind, title, href }) => [kind, title, href]), [
    ["Question", "Who won?", "01.html"],
    ["Section", "The data", "01.html#data"],
    ["Section", "More", "01.html#more"],
    ["Figure", "Figure 1. Close", "01.html#figure-a"],
    ["Table", "Table 1. Margins", "01.html#table-b"],
    ["Number", "537", "01.html#number-0"],
    // Two with the same words are one.
    ["Number", "537", "01.html#number-2"],
  ]);
  assertEquals(entries.map(({ text }) => text).slice(0, 6), [
    "By 537 votes in Florida.",
    "Returns of counties.",
    "By 537 again, by 537 again.",
    "One bar.",
    "FL 537",
    "By 537 votes in Florida.",
  ]);
  assertEquals(pageEntries("<p>No question</p>", "x.html"), []);
});

Deno.test("the words around a number begin and end with a whole one", () => {
  const words = "seven ".repeat(30).trim();
  const html =
    `<main><h1>Who?</h1><p>${words} <span class="from" id="number-0">537</span> ${words}</p></main>`;
  const { text } = pageEntries(`<html><body>${html}</body></html>`, "01.html")
    .find(({ kind }) => kind === "Number")!;
  assertEquals(text.replaceAll("seven ", ""), "… 537 …");
});

Deno.test("a formula is found once, not with its source and its drawing", async () => {
  const { entries } = await renderNotebook(
    documentOf({
      cells: [{
        cell_type: "markdown",
        metadata: {},
        source: "# Who?\n\nNobody.\n\n## Sum\n\nOf $x + 12$ votes",
      }],
    }),
    { name: "a", versions: { deno: "2.9.6", library: "0.1.0", lock: "" } },
  );
  assertEquals(entries[1]!.text.replaceAll(/\s/g, ""), "Ofx+12votes");
});

Deno.test("panels, claims and tables of data can be found beside the pages", () => {
  const claim = {
    id: "M6",
    quote: "ten times",
    speaker: "A speaker",
    outlet: "A paper",
    label: "false",
    reason: "It was two.",
    article: "An article",
  };
  const page = { name: "12_claims", entries: [], claims: [claim] };
  // deno-lint-ignore no-explicit-any -- what a claim has beside these is not searched
  const entries = allEntries([page as any], { tables: [{ path: "data/a.csv", title: "A" }] });
  assertEquals(entries.map(({ kind, title, href, text }) => [kind, title, href, text]), [
    [
      "Claim",
      "M6: “ten times”",
      "12_claims.html#m6",
      "A speaker, A paper: An article. false. It was two.",
    ],
    ["Data", "A (data/a.csv)", "index.html#data", ""],
  ]);
});

Deno.test("the search's page holds its library and its entries, and no script ends early", () => {
  const text = "</script><script>run()</script>";
  const html = searchPage([{ kind: "Question", title: "Who won?", href: "01.html", text }]);
  assert(html.includes("class MiniSearch"));
  assert(!html.includes("export {"));
  // Its header, its data, its program.
  assertEquals(html.match(/<script/g)?.length, 2);
  assert(
    html.includes('<a href="01.html">The page</a>'),
    "it lists the pages for those without scripts",
  );
});
