import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { loadFrame } from "tallybook/data";
import { fileURLToPath } from "node:url";
import { curlyText } from "../../../lib/report/curly_marks.ts";
import { PANELS } from "../../../lib/report/panels/panel_list.ts";
import { findNotebooks } from "../../../lib/notebook/mod.ts";
import { storedNotebook } from "../../../lib/report/executed_notebooks.ts";
import { linkTo } from "../../../lib/report/render_report.ts";
import { renderPanel } from "../../../lib/report/panels/panel_page.ts";
import { PANEL_SOURCES, type PanelTable } from "../../../lib/report/panels/panel_sources.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

Deno.test("renderPanel() says what the panel computes, cannot tell, rests on, and belongs to", () => {
  for (const panel of PANELS) {
    const page = renderPanel(
      panel,
      [{ href: "01_x.html", title: "Whose & what?" }, { href: "02_y.html", title: "Y" }],
      {},
      "",
    );
    const escaped = (text: string) => curlyText(text).replaceAll('"', "&quot;");
    assertStringIncludes(page, escaped(`${panel.description} ${panel.limit}`));
    for (const table of panel.tables) {
      assertStringIncludes(page, `</code> (${escaped(PANEL_SOURCES[table])})`);
    }
    const files = panel.tables.map((table) => `<code>data/${table}`);
    assertEquals(
      page.match(/(?<=(?:<\/strong> |; ))<code>data\/\w+/g),
      files,
      "divided by semicolons",
    );
    assertStringIncludes(
      page,
      '<strong>See</strong> <a href="01_x.html">Whose &amp; what?</a> · <a href="02_y.html">Y</a>',
    );
  }
});

Deno.test("every panel belongs to notebooks that there are, by their titles", async () => {
  const notebooks = await Promise.all(
    (await findNotebooks(`${ROOT}notebooks`)).map(async (path) => {
      const entry = await storedNotebook(path, { deno: "", library: "", lock: "" });
      return { ...linkTo(entry), name: entry.context.name };
    }),
  );
  for (const panel of PANELS) {
    const own = notebooks.filter(({ name }) => panel.notebooks.includes(name));
    assertEquals(own.map(({ name }) => name), [...panel.notebooks], panel.id);
    for (const { name, href, title } of own) {
      assertEquals(href, `${name}.html`);
      assert(title !== name && title.length > 0, name);
    }
  }
});

const DESCRIBED: { name: string; description: string }[] = JSON.parse(
  Deno.readTextFileSync(`${ROOT}data/datapackage.json`),
).resources;

Deno.test("panels name the producers of all their rows", async () => {
  for (const [table, producers] of Object.entries(PANEL_SOURCES)) {
    const rows: { year?: unknown; source: string }[] = loadFrame(table as PanelTable).toRecords();
    const files = new Set(
      rows.filter((row) => row.year === undefined || Number(row.year) >= 1976)
        .map((row) => row.source),
    );
    for (const file of files) {
      // A table that is written by hand names in its description what it was taken from.
      const own = /^data\/(\w+)\.csv$/.exec(file)?.[1];
      if (own !== undefined) {
        const { description } = DESCRIBED.find(({ name }) => name === own)!;
        const from = /county results of the ([^.]+)\./.exec(description)?.[1];
        assert(from !== undefined && producers.includes(from), `${table}: ${file}`);
        continue;
      }
      const { producer, citation } = JSON.parse(
        await Deno.readTextFile(`${ROOT}data/sources/${file}.json`),
      );
      // One of the names that the source's description gives stands in the panel's words.
      const names = `${producer}; ${citation}`.split(/[;,]| and | contributors| \(/)
        .map((name: string) => name.trim()).filter((name: string) => name.length > 3);
      assert(names.some((name) => producers.includes(name)), `${table}: ${file}: ${names}`);
    }
  }
});
