import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { pageCollisions } from "../../lib/report/page_names.ts";
import { notebookText } from "../notebook/project.ts";
import { removeCopy, report, said, smallCopy } from "./small_copy.ts";

Deno.test("names that no other page has are no collision", () => {
  const names = ["00_votes", "indexes", "my_index", "claims", "panels", "apiary", "lives", "live"];
  assertEquals(pageCollisions(names), []);
});

Deno.test("notebooks that differ by case alone, or by how a letter is composed, collide", () => {
  assertEquals(pageCollisions(["a", "B", "A"]), [
    'Cannot make the report: notebooks/A.ipynb: found "A", expected another name than that of notebooks/a.ipynb, also where case makes no difference',
  ]);
  assertEquals(pageCollisions(["caf\u00e9", "cafe\u0301"]).length, 1);
});

Deno.test("every page that a report makes by itself is refused as a notebook's name, before anything runs", async () => {
  const root = await smallCopy();
  try {
    await said(root);
    const own = [...Deno.readDirSync(join(root, "report"))].map(({ name }) => name)
      .filter((name) => name.endsWith(".html") && name !== "00_sum.html")
      .map((name) => name.replace(/\.html$/, ""));
    assert(own.includes("index") && own.length > 10, own.join());
    for (const name of own.flatMap((name) => [name, name.toUpperCase()])) {
      const [refused] = pageCollisions([name]);
      assertStringIncludes(refused ?? "", `notebooks/${name}.ipynb`);
      assertStringIncludes(refused ?? "", `${name.toLowerCase()}.html`);
    }
    const before = await Deno.stat(join(root, "report/index.html"));
    await Deno.writeTextFile(
      join(root, "notebooks/Index.ipynb"),
      notebookText(['console.log("it ran")']),
    );
    const { code, said: told } = await report(root);
    assertEquals([code, told.trim()], [
      1,
      'Cannot make the report: notebooks/Index.ipynb: found "Index", expected another name than that of the report\'s own page index.html',
    ]);
    assertEquals((await Deno.stat(join(root, "report/index.html"))).mtime, before.mtime);
  } finally {
    await removeCopy(root);
  }
});
