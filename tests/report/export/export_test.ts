import { assert, assertEquals, assertLess, assertMatch, assertStringIncludes } from "@std/assert";
import { unzipSync } from "fflate";
import { exportNotebook, type RenderContext } from "../../../lib/report/mod.ts";
import type { NotebookDocument } from "../../../lib/report/notebook_document.ts";
import { HOSTILE } from "../hostile_notebook.ts";
import { code, markdown, notebookOf, SAMPLE, sampleFigure } from "../sample_notebook.ts";

const CONTEXT: RenderContext = {
  name: "02_sample",
  versions: { deno: "2.9.6", library: "0.1.0", lock: "1".repeat(64) },
};

const text = (content: string | Uint8Array | undefined) =>
  typeof content === "string" ? content : new TextDecoder().decode(content);

const export1 = async (notebook: NotebookDocument, format: "html" | "md" | "docx") =>
  (await exportNotebook(notebook, format, CONTEXT))[0]!;

/** A document without what it says of itself at its end. */
const ownText = (md: string) => md.split("\n## Where this document comes from")[0]!;

Deno.test("md and docx end with version, data, license and citation", async () => {
  const context: RenderContext = {
    ...CONTEXT,
    run: { reads: [{ path: "data/a.csv", sha256: "a".repeat(64) }], allowed: [] },
    licenses: { "data/a.csv": "GPL-2.0" },
  };
  const [file] = await exportNotebook(SAMPLE, "md", context);
  const about = text(file!.content).split("## Where this document comes from")[1]!;
  for (
    const part of [
      "notebooks/02\\_sample.ipynb",
      `Tallybook 0.1.0, Deno 2.9.6, deno.lock SHA-256 ${"1".repeat(64)}`,
      // printf '%s  data/a.csv\n' aaa… | sha256sum
      "8f284ed9f41d44c3713cab0320dd5b451f3581147bc0d9ccd1d3453258c744ac",
      "GPL-2.0 (data/a.csv)",
      "The Tallybook authors (no date). Did three states decide the election of 2016?",
    ]
  ) assertStringIncludes(about, part);
  const [docx] = await exportNotebook(SAMPLE, "docx", context);
  const parts = unzipSync(docx!.content as Uint8Array);
  assertStringIncludes(text(parts["word/document.xml"]), "GPL-2.0 (data/a.csv)");
  assertStringIncludes(text(parts["docProps/core.xml"]), "The Tallybook authors (no date).");
});

Deno.test("a document's picture has no title and source where the caption has them", async () => {
  const svg = Deno.readTextFileSync(
    new URL("../../chart/snapshots/ranked-bars.svg", import.meta.url),
  );
  const [, height] = svg.match(/ height="(\d+)"/u)!;
  const files = await exportNotebook(notebookOf(code("", [sampleFigure({ svg })])), "md", CONTEXT);
  const png = files.find(({ path }) => path.endsWith(".png"))!.content as Uint8Array;
  // Twice as fine; title, subtitle and source take some 80 pixels of the drawing.
  assertLess(new DataView(png.buffer).getUint32(20), 2 * (Number(height) - 60));
  assertStringIncludes(text(files[0]!.content), "**Figure 1.** Three states decided by less");
  // What cannot be taken apart keeps its words inside, and has a number below.
  const whole = await exportNotebook(
    notebookOf(code("", [sampleFigure({ svg: '<svg xmlns="http://www.w3.org/2000/svg"></svg>' })])),
    "md",
    CONTEXT,
  );
  assertStringIncludes(text(whole[0]!.content), "\n**Figure 1.**\n");
});

Deno.test("md keeps prose, numbers figures and tables, and writes tables as tables", async () => {
  const files = await exportNotebook(SAMPLE, "md", CONTEXT);
  assertEquals(files.map(({ path }) => path), ["02_sample.md", "figures/three_states.png"]);
  const md = text(files[0]!.content);
  assertStringIncludes(md, "# Did three states decide the election of 2016?");
  assertStringIncludes(md, "**Table 1.** Trump's margin in three states");
  assertStringIncludes(
    md,
    "| State | Margin | Share of all votes |\n| --- | ---: | ---: |\n| Michigan | 10,704 | 0.22% |",
  );
  assertStringIncludes(md, "Source: FEC, Federal Elections 2016");
  assertStringIncludes(
    md,
    "**Figure 1.** Three states decided by less than a point. Trump's margin in votes. " +
      "Source: FEC, Federal Elections 2016.",
  );
  assertMatch(md, /!\[Three bars: [^\]]*\]\(figures\/three_states\.png\)/);
  assertStringIncludes(md, "- a recount;\n- another denominator.");
});

Deno.test("md leaves code out, and takes it in when asked", async () => {
  const without = text((await exportNotebook(SAMPLE, "md", CONTEXT))[0]!.content);
  const within = text((await exportNotebook(SAMPLE, "md", CONTEXT, { code: true }))[0]!.content);
  assert(!without.includes("interface State"));
  assertStringIncludes(within, "```\ninterface State");
});

Deno.test("md gives the source of formulas and escapes what Markdown would take for its own", async () => {
  const md = text((await export1(notebookOf(markdown("$m_i$ and 2 \\* 3 \\_x\\_")), "md")).content);
  assertEquals(ownText(md), "`m_i` and 2 \\* 3 \\_x\\_\n");
});

Deno.test("docx has real tables, alternative texts, captions, and the same bytes each time", async () => {
  const file = await export1(SAMPLE, "docx");
  assertEquals(file.path, "02_sample.docx");
  const parts = unzipSync(file.content as Uint8Array);
  const document = text(parts["word/document.xml"]);
  assertEquals(document.match(/<w:tbl>/g)?.length, 2);
  assertStringIncludes(document, "<w:tblHeader/>");
  assertStringIncludes(document, 'descr="Three bars: Trump');
  for (const label of ["Figure", "Table"]) {
    // A field that Word counts on, with the number that it shows until then.
    assertMatch(
      document,
      new RegExp(`<w:fldSimple w:instr="SEQ ${label} \\\\\\* ARABIC"><w:r><w:t[^>]*>1</w:t>`),
    );
  }
  assertStringIncludes(document, 'w:val="Heading1"');
  assert(Object.keys(parts).some((name) => name.startsWith("word/media/")));
  assertEquals(await export1(SAMPLE, "docx"), file);
});

Deno.test("docx keeps links, and leads nowhere else", async () => {
  const json = notebookOf(markdown("[FEC](https://www.fec.gov/) and [trap](javascript:alert(1))"));
  const parts = unzipSync((await export1(json, "docx")).content as Uint8Array);
  const links = text(parts["word/_rels/document.xml.rels"]);
  assertStringIncludes(links, 'Target="https://www.fec.gov/"');
  assert(!links.includes("javascript"));
});

Deno.test("md sets a link to another page as a title, and keeps one to the web", async () => {
  const json = notebookOf(markdown("[Electors](08_electors.ipynb), [FEC](https://www.fec.gov/)"));
  assertEquals(
    ownText(text((await export1(json, "md")).content)),
    "*Electors*, [FEC](https://www.fec.gov/)\n",
  );
});

Deno.test("html is one file: fonts and pictures inside, no link to a file beside it", async () => {
  const files = await exportNotebook(SAMPLE, "html", CONTEXT);
  assertEquals(files.length, 1);
  const html = text(files[0]!.content);
  assertEquals(html.match(/url\((?!data:)[^)#]*\)/g), null);
  const links = [...html.matchAll(/(?:href|src)="([^"#][^"]*)"/g)].map((match) => match[1]!);
  // The sample's prose links to another notebook, whose page would not be beside this one.
  assertEquals(links.filter((link) => !/^(https?|data):/.test(link)), []);
});

Deno.test("figures come with a bundle of picture, data, metadata and README", async () => {
  const json = notebookOf(code("", [sampleFigure(), sampleFigure({ title: "Another" })]));
  const files = await exportNotebook(json, "figures", CONTEXT);
  assertEquals(files.filter(({ path }) => path.endsWith(".zip")).map(({ path }) => path), [
    "three_states.zip",
    "three_states_2.zip",
  ]);
  const bundle = unzipSync(
    files.find(({ path }) => path === "three_states.zip")!.content as Uint8Array,
  );
  assertEquals(Object.keys(bundle), [
    "three_states/README.txt",
    ...["svg", "png", "csv", "json"].map((kind) => `three_states/three_states.${kind}`),
  ]);
  assertStringIncludes(
    text(bundle["three_states/README.txt"]),
    "Source: FEC, Federal Elections 2016",
  );
  assertEquals(await exportNotebook(json, "figures", CONTEXT), files);
});

Deno.test("md fences code with more backticks than the code has", async () => {
  const output = { output_type: "stream", name: "stdout", text: ["```\n<script>1</script>\n"] };
  const md = text((await export1(notebookOf(code("", [output])), "md")).content);
  assertEquals(ownText(md), "````\n```\n<script>1</script>\n````\n");
});

Deno.test("exports of a hostile notebook carry no script", async () => {
  const md = text((await export1(HOSTILE, "md")).content);
  // What stands in code is shown, not run.
  const prose = md.replace(/^```[\s\S]*?^```$/gm, "").replaceAll("\\<", "");
  assertEquals(prose.match(/<(script|img|iframe|svg|style|form)[^>]*>/gi), null);
  assertEquals(md.match(/\]\((javascript|data):/gi), null);
  const html = text((await export1(HOSTILE, "html")).content);
  assertEquals(html.match(/<script(?! type="module")/g), null);
});
