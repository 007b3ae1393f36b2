import { assertEquals } from "@std/assert";
import { parseNotebook } from "../../lib/notebook/notebook_file.ts";
import { FIGURE_MEDIA_TYPE } from "../../lib/chart/stored_figure.ts";
import { prefixedIds } from "../../lib/report/prefixed_ids.ts";
import { sanitizeSvg } from "../../lib/report/sanitize_svg.ts";

/** That a drawing cleaned with a prefix is the same as one cleaned and given the prefix afterwards. */
function assertSame(svg: string, prefix: string): void {
  const later = prefixedIds(sanitizeSvg(svg, ""), prefix).toString();
  assertEquals(later, sanitizeSvg(svg, prefix).toString(), svg.slice(0, 200));
}

Deno.test("a prefix given afterwards is the one that cleaning gives, for every figure of the notebooks", async () => {
  const folder = new URL("../../notebooks/", import.meta.url);
  let figures = 0;
  for await (const { name } of Deno.readDir(folder)) {
    if (!name.endsWith(".ipynb")) continue;
    const { notebook } = parseNotebook(await Deno.readTextFile(new URL(name, folder)), name);
    for (const output of notebook.cells.flatMap(({ outputs }) => outputs ?? [])) {
      const data = output["data"] as Record<string, unknown> | undefined;
      const figure = data?.[FIGURE_MEDIA_TYPE] as
        | { svg: string; narrow?: { svg: string } | null }
        | undefined;
      // Where a drawing has no identifier, there is nothing to tell.
      for (const svg of [figure?.svg, figure?.narrow?.svg]) {
        if (svg === undefined || svg.length > 60_000 || !/ id="/.test(svg)) continue;
        assertSame(svg, "figure-1-");
        figures++;
      }
    }
  }
  assertEquals(figures > 20, true, `${figures} drawings with identifiers`);
});

Deno.test("a prefix given afterwards reaches every kind of reference, and nothing else", () => {
  const drawings = [
    '<svg id="a" aria-labelledby="t d"><title id="t">url(#t) id="t"</title><desc id="d">x</desc></svg>',
    '<svg><clipPath id="c"><rect/></clipPath><g clip-path="url(#c)" mask="url( \'#m\' )"/></svg>',
    '<svg><use href="#a"/><use xlink:href="#b"/><use href="https://example.com/#a"/></svg>',
    '<svg><image href="data:image/png;base64,AAAA"/><g style="fill: url(#p); stroke: red"/></svg>',
    '<svg><g id="x&quot;&gt;&lt;script&gt;"/><text x="1">a &lt;g id="y"&gt; b</text></svg>',
    '<svg><g aria-label="see url(#c), href=#c" fill="url(#a) url(#b)"/></svg>',
    `<svg><g fill="url(#${"n".repeat(201)})"/></svg>`,
  ];
  for (const svg of drawings) for (const prefix of ["", "one-", "$1-"]) assertSame(svg, prefix);
});
