/** Why a report is rendered again, and when it is not: the stamp of a folder of two files. */
import { assertEquals, assertNotEquals } from "@std/assert";
import { join } from "node:path";
import { ATTESTATION_FILE } from "../../lib/report/attestation/check_report.ts";
import type { ReportFile } from "../../lib/report/report_context.ts";
import {
  groundInputs,
  groundOf,
  keepStamp,
  reasonToRender,
  reportInputs,
} from "../../lib/report/report_stamp.ts";
import { sha256 } from "../../lib/files/hash.ts";

const INPUTS = { Deno: "2.9.6", "data/a.csv": "aa", "lib/b.ts": "bb" };

async function inFolder(run: (root: string, folder: string) => Promise<void>): Promise<void> {
  const root = await Deno.makeTempDir();
  try {
    const folder = join(root, "report");
    await Deno.mkdir(join(folder, "inner"), { recursive: true });
    await Deno.writeTextFile(join(folder, "index.html"), "one");
    await Deno.writeTextFile(join(folder, "inner/page.html"), "two");
    await run(root, folder);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

const FILES = [
  { path: "index.html", content: "one" },
  { path: "inner/page.html", content: new TextEncoder().encode("two") },
] as unknown as readonly ReportFile[];

Deno.test("a report is rendered once, and again where anything that it rests on differs, named in words", () =>
  inFolder(async (root, folder) => {
    const reason = (inputs: Record<string, string> = INPUTS) =>
      reasonToRender(root, folder, inputs);
    assertEquals(await reason(), "not rendered here before");
    await keepStamp(root, folder, INPUTS, FILES);
    assertEquals(await reason(), null);
    assertEquals(await reason({ ...INPUTS, "data/a.csv": "ac" }), "data/a.csv changed");
    assertEquals(await reason({ Deno: "2.9.6", "lib/b.ts": "bb" }), "data/a.csv is gone");
    assertEquals(await reason({ ...INPUTS, "lib/c.ts": "cc" }), "lib/c.ts is new");
    // Kept again with the new ones, there is none.
    await keepStamp(root, folder, { ...INPUTS, "lib/c.ts": "cc" }, FILES);
    assertEquals(await reason({ ...INPUTS, "lib/c.ts": "cc" }), null);
    assertEquals(await reason(), "lib/c.ts is gone");
  }));

Deno.test("a report whose own files were changed, lost or joined by others is rendered again, one that was attested is not", () =>
  inFolder(async (root, folder) => {
    await keepStamp(root, folder, INPUTS, FILES);
    const reason = () => reasonToRender(root, folder, INPUTS);
    await Deno.writeTextFile(join(folder, ATTESTATION_FILE), "{}");
    assertEquals(await reason(), null);
    await Deno.writeTextFile(join(folder, "more.html"), "");
    assertEquals(await reason(), "more.html is new");
    await Deno.remove(join(folder, "more.html"));
    await Deno.writeTextFile(join(folder, "inner/page.html"), "three");
    assertEquals(await reason(), "inner/page.html changed");
    await Deno.remove(join(folder, "inner/page.html"));
    assertEquals(await reason(), "inner/page.html is gone");
  }));

Deno.test("each folder has its own stamp; one that was written by halves, or is another folder's, is none", () =>
  inFolder(async (root, folder) => {
    await keepStamp(root, folder, INPUTS, FILES);
    assertEquals(
      await reasonToRender(root, join(root, "elsewhere"), INPUTS),
      "not rendered here before",
    );
    const [{ name }] = [...Deno.readDirSync(join(root, ".tallybook/reports"))] as [Deno.DirEntry];
    const path = join(root, ".tallybook/reports", name);
    const text = await Deno.readTextFile(path);
    await Deno.writeTextFile(path, text.slice(0, 20));
    assertEquals(await reasonToRender(root, folder, INPUTS), "not rendered here before");
    await Deno.writeTextFile(path, text.replace(folder, `${folder}2`));
    assertEquals(await reasonToRender(root, folder, INPUTS), "not rendered here before");
    await Deno.writeTextFile(path, text);
    assertEquals(await reasonToRender(root, folder, INPUTS), null);
  }));

Deno.test("comments and types change the library as it is written, not as it runs", async () => {
  const root = await Deno.makeTempDir();
  try {
    await Deno.mkdir(join(root, "lib"));
    const ground = async (code: string, more: Record<string, string> = {}) => {
      await Deno.writeTextFile(join(root, "lib/b.ts"), code);
      return await groundOf(root, { Deno: "2.9.6", "data/a.csv": "aa", "lib/b.ts": code, ...more });
    };
    const first = await ground("export const a: number = 1;\n");
    const comment = await ground("/** One. */\nexport const a: number = 1;\n");
    assertEquals(
      [comment.library === first.library, comment.code === first.code],
      [false, true],
    );
    const other = await ground("export const a: number = 2;\n");
    assertEquals([other.library === first.library, other.code === first.code], [false, false]);
    const same = "export const a: number = 1;\n";
    const table = await ground(same, { "data/c.csv": "cc" });
    assertEquals([table.tables === first.tables, table.code === first.code], [false, true]);
    // A notebook is of one page alone.
    assertEquals(await ground(same, { "notebooks/01.ipynb": "x" }), first);
    for (const path of ["deno.json", "deno.lock", "lib/script.js"]) {
      const changed = await ground(same, { [path]: "x" });
      assertEquals(
        [changed.library === first.library, changed.code === first.code, changed.tables],
        [false, false, first.tables],
        path,
      );
    }
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});

Deno.test("a report rests on every file of lib and data, on the configuration and Deno, and on its notebooks' runs", async () => {
  const root = await Deno.makeTempDir();
  try {
    const files = { "lib/a/b.ts": "b", "data/c.csv": "c", "deno.json": "{}", "tests/d.ts": "d" };
    for (const [path, text] of Object.entries(files)) {
      await Deno.mkdir(join(root, path, ".."), { recursive: true });
      await Deno.writeTextFile(join(root, path), text);
    }
    const versions = { deno: "2.9.6", library: "0.1.0", lock: "ll" };
    const ground = await groundInputs(root, versions);
    assertEquals(ground, {
      Deno: "2.9.6",
      "deno.lock": "ll",
      "deno.json": sha256("{}"),
      "lib/a/b.ts": sha256("b"),
      "data/c.csv": sha256("c"),
    });
    const entry = (source: string, reads: string[]) => ({
      notebook: { cells: [] },
      context: {
        name: "01_a",
        versions,
        source,
        run: { reads: reads.map((path) => ({ path, sha256: "x" })), allowed: [] },
      },
    });
    const inputs = reportInputs(ground, [entry("{}", [])]);
    const { "notebooks/01_a.ipynb": notebook, ...rest } = inputs;
    assertEquals(rest, ground);
    const others = [entry("{ }", []), entry("{}", ["data/c.csv"])];
    for (const other of others) {
      assertNotEquals(reportInputs(ground, [other])["notebooks/01_a.ipynb"], notebook);
    }
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});
