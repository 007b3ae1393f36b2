/** Files of reports that are no longer what was written, told report by report. */
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { sha256 } from "../../lib/files/hash.ts";
import { changedReportFiles } from "../../lib/notebook/report_files.ts";

Deno.test("changedReportFiles() names what was changed or is gone, in the order of the reports' notes", async () => {
  const root = await Deno.makeTempDir();
  try {
    // What makes it a project of its own.
    await Deno.writeTextFile(
      join(root, "deno.json"),
      '{ "imports": { "tallybook/data": "./lib/data/mod.ts" } }',
    );
    await Deno.mkdir(join(root, "lib", "notebook"), { recursive: true });
    await Deno.mkdir(join(root, "notebooks"));
    const notes = join(root, ".tallybook", "reports");
    await Deno.mkdir(notes, { recursive: true });
    const report = async (name: string, files: readonly string[]) => {
      const folder = join(root, name);
      const hashes: Record<string, string> = {};
      for (const path of files) {
        await Deno.mkdir(join(folder, path, ".."), { recursive: true });
        await Deno.writeTextFile(join(folder, path), path);
        hashes[path] = sha256(path);
      }
      return { folder, files: hashes };
    };
    const note = (name: string, written: unknown) =>
      Deno.writeTextFile(join(notes, name), JSON.stringify(written));
    // Written in neither order of their names.
    for (const name of ["b", "c", "a"]) {
      await note(`${name}.json`, await report(`report-${name}`, ["index.html", "figures/x.csv"]));
    }
    assertEquals(await changedReportFiles(root), []);
    for (const name of ["c", "a", "b"]) {
      await Deno.writeTextFile(join(root, `report-${name}`, "index.html"), "other");
    }
    await Deno.remove(join(root, "report-b", "figures/x.csv"));
    assertEquals(await changedReportFiles(root), [
      "report-a/index.html: this file was changed since it was written",
      "report-b/index.html: this file was changed since it was written",
      "report-b/figures/x.csv: this figure is gone since it was written",
      "report-c/index.html: this file was changed since it was written",
    ]);
    // A report that is gone has none.
    await Deno.remove(join(root, "report-a"), { recursive: true });
    assertEquals((await changedReportFiles(root)).length, 3);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});
