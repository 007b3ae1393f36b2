import { assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { notebookText } from "../notebook/project.ts";
import { removeCopy, report, said, smallCopy } from "./small_copy.ts";

/** What is kept of reports that were rendered. */
function stamps(root: string): string[] {
  try {
    return [...Deno.readDirSync(join(root, ".tallybook/reports"))].map(({ name }) => name);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

/** When each file of the report was written. */
function written(root: string): Record<string, number> {
  const names = [...Deno.readDirSync(join(root, "report"))].map(({ name }) => name).sort();
  return Object.fromEntries(
    names.map((name) => [name, Deno.statSync(join(root, "report", name)).mtime?.getTime() ?? 0]),
  );
}

Deno.test("a report of which nothing changed is not rendered again; otherwise it says why", async (t) => {
  const root = await smallCopy();
  try {
    assertStringIncludes(await said(root), "Rendering the pages: not rendered here before");
    const first = written(root);

    await t.step("nothing changed: no file is written", async () => {
      assertStringIncludes(await said(root), "1 page unchanged");
      assertEquals(written(root), first);
    });

    await t.step("a page changed by somebody else is put right", async () => {
      const page = join(root, "report/00_sum.html");
      const text = await Deno.readTextFile(page);
      await Deno.writeTextFile(page, text + "<p>More</p>");
      assertStringIncludes(await said(root), "Rendering the pages: 00_sum.html changed");
      assertEquals(await Deno.readTextFile(page), text);
    });

    await t.step("a file that was removed, a file that was added", async () => {
      await Deno.remove(join(root, "report/index.html"));
      assertStringIncludes(await said(root), "Rendering the pages: index.html is gone");
      await Deno.writeTextFile(join(root, "report/notes.txt"), "mine");
      assertStringIncludes(await said(root), "Rendering the pages: notes.txt is new");
    });

    await t.step("the library, a table, the notebook", async () => {
      const styles = join(root, "lib/report/style/page.css");
      await Deno.writeTextFile(styles, await Deno.readTextFile(styles) + "\n/* more */\n");
      assertStringIncludes(
        await said(root),
        "Rendering the pages: lib/report/style/page.css changed",
      );
      await Deno.writeTextFile(join(root, "data/notes.md"), "A note");
      assertStringIncludes(await said(root), "Rendering the pages: data/notes.md is new");
      await Deno.writeTextFile(join(root, "notebooks/00_sum.ipynb"), notebookText(["1 + 2"]));
      const all = await said(root);
      assertStringIncludes(all, "running (cell [1] changed)");
      assertStringIncludes(all, "Rendering the pages: notebooks/00_sum.ipynb changed");
    });

    await t.step("another folder, and --force", async () => {
      const elsewhere = await said(root, "--out", join(root, "elsewhere"));
      assertStringIncludes(elsewhere, "Rendering the pages: not rendered here before");
      assertStringIncludes(await said(root), "1 page unchanged");
      assertStringIncludes(await said(root, "--force"), "Rendering the pages: asked for");
    });
  } finally {
    await removeCopy(root);
  }
});

Deno.test("a report with a notebook that fails is rendered each time, until it no longer fails", async () => {
  const root = await smallCopy();
  try {
    const path = join(root, "notebooks/00_sum.ipynb");
    await Deno.writeTextFile(path, notebookText([`throw new Error("no")`]));
    for (let times = 0; times < 2; times++) {
      const { code, said } = await report(root);
      assertEquals(code, 1);
      assertStringIncludes(said, "00_sum.ipynb: cell [1], line 1: Error: no");
      assertEquals(said.includes("unchanged"), false);
      assertEquals(stamps(root), []);
    }
    await Deno.writeTextFile(path, notebookText(["1"]));
    assertStringIncludes(await said(root), "Rendering the pages");
    assertStringIncludes(await said(root), "1 page unchanged");
  } finally {
    await removeCopy(root);
  }
});
