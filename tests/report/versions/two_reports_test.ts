/** Two versions of a whole report, as the task makes them: what the second says of the first. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { notebookText } from "../../notebook/project.ts";
import { removeCopy, said, smallCopy } from "../small_copy.ts";

/** A notebook whose stored output is a text. */
function stored(prose: string): string {
  const notebook = JSON.parse(notebookText(["0"]));
  const [cell] = notebook.cells;
  cell.execution_count = 1;
  cell.outputs = [{
    output_type: "execute_result",
    execution_count: 1,
    metadata: {},
    data: { "text/markdown": prose.split(/(?<=\n)/), "text/plain": [prose] },
  }];
  return JSON.stringify(notebook);
}

Deno.test("a second report says which version each page is, which numbers moved, and which pages came and went", async () => {
  const root = await smallCopy();
  try {
    const folder = join(root, "report");
    const write = (name: string, prose: string) =>
      Deno.writeTextFile(join(root, `notebooks/${name}.ipynb`), stored(prose));
    const read = (name: string) => Deno.readTextFile(join(folder, name));
    await Deno.remove(join(root, "notebooks/00_sum.ipynb"));
    await write("00_lead", "# Who led?\n\nClinton led by 2,864,974 votes.\n\nIt stays so.");
    await write("01_old", "# What was?\n\nA page that goes.");
    await said(root, "--stored");
    const versions = async () => JSON.parse(await read("versions.json"));
    const [first] = await versions();
    assertStringIncludes(await read("changes.html"), "The first version in this folder");

    await write("00_lead", "# Who led?\n\nClinton led by 2,868,686 votes.\n\nIt stays so.");
    await Deno.remove(join(root, "notebooks/01_old.ipynb"));
    await write("02_new", "# What is?\n\nA page that came.");
    await said(root, "--stored");

    const list = await versions();
    assertEquals(list.length, 2);
    assertEquals(list[0], first);
    const [, { number, id, newPages, gonePages, changes }] = list;
    assertEquals([number, newPages, gonePages], [2, ["02_new"], ["01_old"]]);
    assert(id !== first.id);
    assertEquals(changes, {
      "00_lead": {
        moved: [{
          line: "Clinton led by 2,868,686 votes.",
          moved: [{ before: "2,864,974", after: "2,868,686" }],
        }],
        added: [],
        removed: [],
      },
    });
    const page = await read("changes.html");
    for (
      const part of [
        '<td align="right">2,864,974</td><td align="right">2,868,686</td>',
        '<a href="00_lead.html">Who led?</a>',
        "New pages: 02_new.",
        "Pages no longer there: 01_old.",
        "keeps what changed, and not the pages themselves",
      ]
    ) assertStringIncludes(page, part);
    // Every page of the report says it, and leads there; the page of a former version is gone.
    const pages = [...Deno.readDirSync(folder)].map(({ name }) => name)
      .filter((name) => name.endsWith(".html") && name !== "changes.html");
    assert(pages.includes("00_lead.html") && pages.includes("search.html"));
    assert(pages.some((name) => name.startsWith("live_")), "the panels are pages too");
    assertEquals(pages.includes("01_old.html"), false);
    for (const name of pages) {
      const html = await read(name);
      assertMatch(html, /href="changes\.html[^"]*">\s*Version 2/, name);
      assertStringIncludes(html, id, name);
    }
    // The same again is the same version.
    await said(root, "--stored", "--out", folder);
    assertEquals(await versions(), list);
  } finally {
    await removeCopy(root);
  }
});
