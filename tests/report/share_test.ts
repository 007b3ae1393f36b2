import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { citationOf, dataHash } from "../../lib/report/citation.ts";
import { type RenderContext, renderNotebook } from "../../lib/report/mod.ts";
import { roCrate } from "../../lib/report/ro_crate.ts";
import { tableCsv } from "../../lib/report/table_file.ts";
import { sha256 } from "../../lib/files/hash.ts";
import { code, notebookOf, SAMPLE, sampleFigure } from "./sample_notebook.ts";

const VERSIONS = {
  deno: "2.9.6",
  library: "0.1.0",
  lock: "1".repeat(64),
  released: "2026-11-21",
  authors: ["The Tallybook authors"],
};
const READS = [
  { path: "data/b.csv", sha256: "b".repeat(64) },
  { path: "data/a.csv", sha256: "a".repeat(64) },
];
const CONTEXT: RenderContext = {
  name: "02_sample",
  versions: VERSIONS,
  run: { reads: READS, allowed: [] },
  licenses: { "data/a.csv": "GPL-2.0", "data/b.csv": "none stated" },
  address: "https://example.org/counts/",
};

Deno.test("dataHash() is what sha256sum gives of sha256sum's list", () => {
  // printf '%s  %s\n' aaa… data/a.csv bbb… data/b.csv | sha256sum, with 64 letters each.
  const list = `${"a".repeat(64)}  data/a.csv\n${"b".repeat(64)}  data/b.csv\n`;
  assertEquals(dataHash(READS), sha256(list));
  assertEquals(
    dataHash(READS),
    "5860cb9e03831b014c959c7daf4ba385b3722362f465c6689aef6e0469aa9750",
  );
});

Deno.test("a citation names work, place, version and data in each form", () => {
  const { plain, bibtex, csl, id } = citationOf({
    kind: "figure",
    page: "02_sample",
    pageTitle: "Who won?",
    part: { id: "figure-a", number: 3, title: "50% & more_or_less" },
    versions: VERSIONS,
    data: "c".repeat(64),
    address: "https://example.org/",
  });
  assertEquals(id, "02_sample#figure-a");
  assertEquals(
    plain,
    "The Tallybook authors (2026). 50% & more_or_less. In Tallybook: presidential vote counts, " +
      "checked, version 0.1.0, figure 3 (figure-a) of page 02_sample, data SHA-256 cccccccccccccccc. " +
      "https://example.org/02_sample.html#figure-a",
  );
  assertStringIncludes(bibtex, "@misc{tallybook-02_sample-figure-a,");
  assertStringIncludes(bibtex, "title = {{50\\% \\& more\\_or\\_less}},");
  assertStringIncludes(bibtex, "author = {{The Tallybook authors}},");
  assertEquals(bibtex.split("{").length, bibtex.split("}").length);
  const [item] = JSON.parse(csl);
  assertEquals([item.type, item.version, item.issued], ["figure", "0.1.0", {
    "date-parts": [[2026, 11, 21]],
  }]);
});

Deno.test("every figure and table of a page can be cited and embedded, and a table comes as CSV", async () => {
  const { html, files } = await renderNotebook(SAMPLE, CONTEXT);
  const paths = files.map(({ path }) => path);
  for (
    const path of [
      "embed/02_sample/figure-three-states.html",
      "embed/02_sample/table-trump-s-margin-in-three-states.html",
      "tables/02_sample/trump-s-margin-in-three-states.csv",
    ]
  ) assert(paths.includes(path), `${path} is not among ${paths.join(", ")}`);
  const csv = files.find(({ path }) => path.startsWith("tables/"))!.content as string;
  assertEquals(csv.split("\n").slice(0, 2), [
    "State,Margin,Margin (value),Share of all votes,Share of all votes (value)",
    'Michigan,"10,704",10704,0.22%,0.00223',
  ]);
  // The page's own, a figure's and a table's citation, each in three forms.
  assertEquals(html.match(/<dt>BibTeX<\/dt>/gu)?.length, 3);
  assertStringIncludes(
    html,
    "&lt;iframe src=&quot;https://example.org/counts/embed/02_sample/figure-three-states.html&quot;",
  );
  assertStringIncludes(html, 'href="tables/02_sample/trump-s-margin-in-three-states.csv"');
  assertStringIncludes(html, "GPL-2.0 (data/a.csv); none stated (data/b.csv)");
  assertStringIncludes(html, dataHash(READS)!);
});

Deno.test("an embedded page has no script, loads nothing and links to its place in the report", async () => {
  const { files } = await renderNotebook(SAMPLE, CONTEXT);
  const embeds = files.filter(({ path }) => path.startsWith("embed/"));
  assertEquals(embeds.length, 2);
  for (const { content, path } of embeds) {
    const page = String(content);
    assertStringIncludes(page, "script-src &#39;none&#39;");
    assertStringIncludes(page, "default-src &#39;none&#39;");
    assert(!/<script|<link|<iframe|@import|@font-face/u.test(page), path);
    for (const [, address] of page.matchAll(/(?:src|href)="([^"]*)"/gu)) {
      assert(/^(#|\.\.\/\.\.\/)/u.test(address!), `${path} leads to ${address}`);
    }
    const id = path.split("/").at(-1)!.replace(".html", "");
    assertStringIncludes(page, `href="../../02_sample.html#${id}"`);
  }
});

Deno.test("a page for itself offers no frames, and says how to cite it", async () => {
  const { html, files } = await renderNotebook(SAMPLE, { ...CONTEXT, standalone: true });
  assertEquals(html.match(/<dt>BibTeX<\/dt>/gu)?.length, 1);
  assert(!html.includes("og:image") && !files.some(({ path }) => path.startsWith("embed/")));
});

Deno.test("links look as they should elsewhere: whole addresses where the report's is known", async () => {
  const convert: NonNullable<RenderContext["convert"]> = () =>
    Promise.resolve(new Uint8Array([37]));
  const notebook = notebookOf(code("", [sampleFigure()]));
  const at = async (context: Partial<RenderContext>) =>
    (await renderNotebook(notebook, { ...CONTEXT, convert, ...context })).html;
  assertStringIncludes(
    await at({}),
    '<meta property="og:image" content="https://example.org/counts/cards/02_sample.png">',
  );
  const { address: _address, ...local } = CONTEXT;
  const { html } = await renderNotebook(notebook, { ...local, convert });
  assertStringIncludes(html, '<meta property="og:image" content="cards/02_sample.png">');
  assert(!html.includes("og:url"));
});

Deno.test("a table's name stays when numbers in its caption move", async () => {
  const named = async (caption: string) => {
    const html = `<table><caption>${caption}</caption><tbody><tr><td>1</td></tr></tbody></table>`;
    const output = {
      output_type: "display_data" as const,
      data: { "text/html": html },
      metadata: {},
    };
    const page = await renderNotebook(notebookOf(code("", [output])), CONTEXT);
    return page.files.find(({ path }) => path.startsWith("tables/"))?.path;
  };
  assertEquals(await named("Of 87 claims, 39 hold"), "tables/02_sample/of-claims-hold.csv");
  assertEquals(await named("Of 91 claims, 40 hold"), "tables/02_sample/of-claims-hold.csv");
});

Deno.test("tableCsv() keeps columns apart where a heading spans two, and quotes what needs it", () => {
  assertEquals(
    tableCsv(
      '<table><thead><tr><th colspan="2">Votes, "all"</th></tr></thead>' +
        "<tbody><tr><td>a\n b</td><td>=1+1</td></tr></tbody></table>",
    ),
    '"Votes, ""all""",\na b,\'=1+1\n',
  );
});

Deno.test("tableCsv() reads marks, entities, tables within cells and the foot as a browser does", () => {
  const html = '<table class="sortable"><caption>Not a row</caption>' +
    '<thead><tr><th scope="col">A &amp; B</th><th data-value="7" align="right">&lt;i&gt;</th></tr></thead>' +
    '<tbody>\n<tr><td data-value="-1">\u22121<sup>a</sup></td><td>x <em>y</em><br>z &quot;q&quot;</td></tr>' +
    "<tr><td>\u2013</td><td>in <table><tbody><tr><td>1</td></tr></tbody></table> it</td></tr></tbody>" +
    '<tfoot><tr><td colspan="2">Source: not a row</td></tr></tfoot></table>';
  assertEquals(
    tableCsv(html),
    'A & B,A & B (value),<i>\n\u22121a,-1,"x yz ""q"""\n\u2013,,in 1 it\n',
  );
});

Deno.test("tableCsv() gives each row of a long table, and nothing between them", () => {
  const rows = '<tr><td>Wisconsin</td><td data-value="1">1 &amp; 2</td></tr>'.repeat(16_000);
  assertEquals(
    tableCsv(`<table><tbody>${rows}</tbody></table>`),
    "Wisconsin,1 & 2,1\n".repeat(16_000),
  );
});

Deno.test("the report's description has what RO-Crate 1.1 asks for, and every file's hash", () => {
  const crate = JSON.parse(roCrate({
    files: [
      { path: "01_votes.html", content: "<p>" },
      { path: "index.html", content: "<p>" },
      { path: "figures/a.png", content: new Uint8Array([1]) },
    ],
    pages: [{ name: "01_votes", title: "Who won?", answer: "She did." }],
    tables: [{ path: "data/a.csv", title: "Votes", license: "none stated" }],
    versions: VERSIONS,
  }));
  const graph: Record<string, unknown>[] = crate["@graph"];
  const entity = (id: string) => graph.find((it) => it["@id"] === id)!;
  assertEquals(crate["@context"], "https://w3id.org/ro/crate/1.1/context");
  assertEquals(entity("ro-crate-metadata.json").conformsTo, {
    "@id": "https://w3id.org/ro/crate/1.1",
  });
  const root = entity("./");
  for (const name of ["name", "description", "datePublished", "license"]) assert(root[name], name);
  assertEquals(entity("01_votes.html").name, "Who won?");
  assertEquals(entity("figures/a.png").sha256, sha256(new Uint8Array([1])));
  // Each reference leads to an entity.
  const ids = new Set(graph.map((it) => it["@id"]));
  for (const [, id] of JSON.stringify(graph).matchAll(/\{"@id":"([^"]*)"\}/gu)) {
    if (!id!.startsWith("https://w3id.org/")) assert(ids.has(id), `${id} is described nowhere`);
  }
});
