import { assertEquals, assertRejects } from "@std/assert";
import { writeReport } from "../../lib/report/mod.ts";

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await work(`${folder}/report`);
    assertEquals([...Deno.readDirSync(folder)].map((entry) => entry.name), ["report"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("writeReport() replaces the whole folder and leaves nothing beside it", () =>
  withFolder(async (folder) => {
    await writeReport(folder, [{ path: "a/old.txt", content: "old" }]);
    await writeReport(folder, [{ path: "new.txt", content: new Uint8Array([110, 101, 119]) }]);
    assertEquals([...Deno.readDirSync(folder)].map((entry) => entry.name), ["new.txt"]);
    assertEquals(await Deno.readTextFile(`${folder}/new.txt`), "new");
  }));

for (const path of ["../x.txt", "/x.txt", "a/../../x.txt", "a b.txt", ""]) {
  Deno.test(`writeReport() refuses the path "${path}" and keeps the old report`, () =>
    withFolder(async (folder) => {
      await writeReport(folder, [{ path: "old.txt", content: "old" }]);
      await assertRejects(() => writeReport(folder, [{ path, content: "x" }]), RangeError, path);
      assertEquals(await Deno.readTextFile(`${folder}/old.txt`), "old");
    }));
}

Deno.test("writeReport() refuses two files of one path", () =>
  withFolder(async (folder) => {
    await writeReport(folder, []);
    await assertRejects(
      () => writeReport(folder, [{ path: "x", content: "1" }, { path: "x", content: "2" }]),
      RangeError,
      'found "x", expected each once',
    );
  }));
