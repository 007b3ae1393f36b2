import { assert, assertEquals } from "@std/assert";
import { documentOf } from "../../lib/report/notebook_document.ts";
import { renderNotebook } from "../../lib/report/notebook_page.ts";
import type { RenderContext } from "../../lib/report/report_context.ts";

type Run = NonNullable<RenderContext["run"]>;

/** The part of a page that says what its notebook read and was refused, as text. */
async function provenance(run: Partial<Run>): Promise<string> {
  const cell = { cell_type: "markdown" as const, metadata: {}, source: "# Title" };
  const { html } = await renderNotebook(documentOf({ cells: [cell] }), {
    name: "a",
    versions: { deno: "2.9.6", library: "0.1.0", lock: "" },
    run: { reads: [], allowed: [], ...run },
  });
  const start = html.indexOf("<dt>Files read</dt>");
  return html.slice(start, html.indexOf("<dt>Data</dt>", start)).replace(/<[^>]*>/g, " ")
    .replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replace(/\s+/g, " ")
    .trim();
}

Deno.test("a page lists what else than files was refused, beside the files that were", async () => {
  assertEquals(await provenance({}), "Files read None.");
  assertEquals(
    await provenance({
      refused: ["/etc/passwd"],
      denied: ['net access to "a:1"', 'write access to "<b>"'],
    }),
    'Files read Asked for and refused: /etc/passwd Refused Beside files: net access to "a:1" write access to "<b>"',
  );
  const denied = Array.from({ length: 130 }, (_, i) => `net access to "a:${i}"`);
  assert((await provenance({ denied })).endsWith('net access to "a:99" and 30 more'));
});

Deno.test("a page says that native code and programs ran, and what holds their reads", async () => {
  assertEquals(
    await provenance({ unlisted: ["native code", "programs"] }),
    "Files read Native code ran in this notebook: its reads are limited by the wall, not listed. " +
      "Programs ran in this notebook: their reads are limited by the wall, not listed.",
  );
  assertEquals(
    await provenance({ unlisted: ["native code"], missingWall: "No wall" }),
    "Files read Native code ran in this notebook: its reads are not listed, and no wall limits them.",
  );
});
