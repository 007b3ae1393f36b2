import { assertEquals, assertStringIncludes } from "@std/assert";
import type { FigureRecord } from "../../lib/report/figure_record.ts";
import type { RenderContext } from "../../lib/report/report_context.ts";
import { SharedParts } from "../../lib/report/shared_parts.ts";

const CONTEXT: RenderContext = {
  name: "01_votes",
  versions: { deno: "2.9.6", library: "0.1.0", lock: "" },
};
const FIGURE = {
  id: "lead",
  title: "Who led",
  alt: "Two bars",
  width: 1440,
  height: 600,
} as unknown as FigureRecord;
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1440" height="600"><rect/></svg>';
const file = (kind: string, content: string | Uint8Array<ArrayBuffer> = "x") => ({
  kind,
  path: `figures/01_votes/lead.${kind.toLowerCase()}`,
  content,
});

function figure(...files: ReturnType<typeof file>[]) {
  const parts = new SharedParts(CONTEXT, "Who won?");
  const markup = parts.figure(FIGURE, files, "figure-lead", 2).toString();
  assertEquals(parts.files.map(({ path }) => path), ["embed/01_votes/figure-lead.html"]);
  return { markup, page: String(parts.files[0]!.content) };
}

Deno.test("a figure's frame is as high as the figure at 720 pixels, with room for its credit", () => {
  // 600 pixels at half of 1,440, and 60 below.
  assertStringIncludes(
    figure(file("SVG", SVG)).markup,
    "width=&quot;720&quot; height=&quot;360&quot;",
  );
  const parts = new SharedParts(CONTEXT, "Who won?");
  const narrow = parts.figure({ ...FIGURE, width: 340, height: 401.5 }, [], "f", 1).toString();
  assertStringIncludes(narrow, "height=&quot;462&quot;");
});

Deno.test("the frame's page has the drawing, else the picture, else the words", () => {
  const drawn = figure(file("SVG", SVG), file("PNG"), file("Card"));
  assertStringIncludes(drawn.page, 'role="img" aria-label="Who led. Two bars"');
  assertStringIncludes(drawn.markup, "figures/01_votes/lead.svg");
  assertStringIncludes(drawn.page, "lead.card");
  const bytes = figure(file("SVG", new TextEncoder().encode(SVG)));
  assertStringIncludes(bytes.page, "<rect/>");
  const picture = figure(file("PNG", Uint8Array.of(1)));
  assertStringIncludes(picture.page, '<img src="../../figures/01_votes/lead.png" alt="Two bars">');
  assertStringIncludes(picture.markup, "figures/01_votes/lead.png");
  assertEquals(picture.page.includes("og:image"), false);
  const none = figure();
  assertStringIncludes(none.page, "<p>Two bars</p>");
  assertEquals(none.markup.includes("As a picture"), false);
  for (const { page } of [drawn, picture, none]) {
    assertStringIncludes(
      page,
      'Tallybook 0.1.0: Who won? <a href="../../01_votes.html#figure-lead"',
    );
  }
});

Deno.test("a table's frame is as high as its rows, at most 900 pixels and the credit, and it comes as CSV", () => {
  const table = (rows: number) => {
    const parts = new SharedParts(CONTEXT, "Who won?");
    const html = `<table><caption>Votes</caption><tbody>${
      "<tr><td>1</td></tr>".repeat(rows)
    }</tbody></table>`;
    const markup = parts.table({ id: "table-votes", number: 3, caption: "Votes", html }).toString();
    return { parts, height: Number(/height=&quot;(\d+)&quot;/.exec(markup)![1]), markup };
  };
  assertEquals([table(2), table(31), table(32)].map(({ height }) => height), [174, 957, 960]);
  const { parts, markup } = table(2);
  assertEquals(parts.files.map(({ path }) => path), [
    "tables/01_votes/votes.csv",
    "embed/01_votes/table-votes.html",
  ]);
  assertStringIncludes(
    markup,
    '<a href="tables/01_votes/votes.csv" download aria-label="CSV of table 3">CSV</a>',
  );
  assertStringIncludes(String(parts.files[1]!.content), '<div class="box"><table>');
  // Without rows there is one.
  const empty = new SharedParts(CONTEXT, "");
  const none = empty.table({ id: "t", number: 1, caption: "", html: "<table></table>" }).toString();
  assertStringIncludes(none, "height=&quot;147&quot;");
});
