import { assertEquals, assertStringIncludes } from "@std/assert";
import { type IndexContext, type IndexEntry, renderIndex } from "../../lib/report/index_page.ts";

const ENTRY: IndexEntry = {
  name: "01_votes",
  title: "Who <won>?",
  mark: null,
  answer: "She did.",
  picture: null,
  failure: null,
  claims: [],
};
const index = (entry: Partial<IndexEntry> = {}, context: IndexContext = {}) =>
  renderIndex([{ ...ENTRY, ...entry }], context);

Deno.test("each question has its answer, its mark, and says where its notebook failed", () => {
  assertStringIncludes(index(), '<h3><a href="01_votes.html">Who &lt;won&gt;?</a></h3>');
  assertStringIncludes(index(), "<p>She did.</p>");
  assertStringIncludes(index({ mark: "No" }), '<p><span class="mark">No</span> She did.</p>');
  assertEquals(index().includes("did not run"), false);
  assertStringIncludes(
    index({ failure: "cell [1]" }),
    '<p class="alarm">This notebook did not run to its end.</p>',
  );
});

Deno.test("a picture leads to the page, hidden from readers of the screen, with its title where it has one", () => {
  const picture = { path: "figures/a.png", alt: "x", width: 340, height: 200 };
  assertEquals(index().includes('class="picture"'), false);
  const html = index({ picture });
  assertStringIncludes(
    html,
    '<img src="figures/a.png" width="340" height="200" alt="" loading="lazy"></a>',
  );
  assertStringIncludes(html, 'tabindex="-1"');
  assertStringIncludes(
    index({ picture: { ...picture, title: "Who led" } }),
    'loading="lazy"><span>Who led</span></a>',
  );
});

Deno.test("panels, tables, functions, corrections and versions stand there where there are some", () => {
  const bare = index();
  for (
    const part of ['id="try"', 'id="data"', "Corrections", "functions, with examples", "Version"]
  ) {
    assertEquals(bare.includes(part), false, part);
  }
  assertEquals(index({}, { panels: [], tables: [], errata: [] }), bare);
  const erratum = {} as NonNullable<IndexContext["errata"]>[number];
  const html = index({}, {
    panels: [{ href: "a.html", title: "What if", description: "Try it" }],
    tables: [
      { path: "data/a.csv", title: "Votes", description: "All of them" },
      { path: "data/b.csv", title: "Electors" },
    ],
    api: ["data", "stats"],
    errata: [erratum],
    report: { number: 3, id: "abc" },
  });
  for (
    const part of [
      '<li><a href="a.html">What if</a><br>Try it</li>',
      '<td><details><summary>Votes</summary><p class="soft">All of them</p></details></td>',
      "<td>Electors</td>",
      '<a href="api_data.html">data</a>, <a href="api_stats.html">stats</a>.',
      'is listed under <a href="errata.html">Corrections</a>',
      '<a href="changes.html">Version 3</a> (abc).',
    ]
  ) assertStringIncludes(html, part);
});

Deno.test("the page's preview has a picture and whole addresses where they are known", () => {
  assertEquals(/og:image|og:url/.test(index()), false);
  const html = index({}, { card: "cards/index.png", address: "https://example.org/r/" });
  assertStringIncludes(
    html,
    '<meta property="og:image" content="https://example.org/r/cards/index.png">',
  );
  assertStringIncludes(html, '<meta property="og:url" content="https://example.org/r/index.html">');
});
