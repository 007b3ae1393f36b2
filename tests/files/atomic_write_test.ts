import { assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { writeAtomically } from "../../lib/files/atomic_write.ts";
import { inFolder } from "./in_folder.ts";

Deno.test("writeAtomically() makes and replaces a file, and leaves no other", () =>
  inFolder(async (folder) => {
    const path = join(folder, "a.txt");
    await writeAtomically(path, "é");
    await writeAtomically(path, "second");
    assertEquals(await Deno.readTextFile(path), "second");
    assertEquals([...Deno.readDirSync(folder)].map(({ name }) => name), ["a.txt"]);
  }));

Deno.test({
  name: "writeAtomically() keeps the file's mode and follows a symbolic link",
  ignore: Deno.build.os === "windows",
  fn: () =>
    inFolder(async (folder) => {
      const path = join(folder, "a.txt");
      const link = join(folder, "link.txt");
      await Deno.writeTextFile(path, "first", { mode: 0o640 });
      await Deno.symlink(path, link);
      await writeAtomically(link, "second");
      assertEquals(await Deno.readTextFile(path), "second");
      assertEquals(((await Deno.stat(path)).mode ?? 0) & 0o777, 0o640);
      assertEquals((await Deno.lstat(link)).isSymlink, true);
    }),
});

Deno.test("writeAtomically() leaves the file as it was when it cannot write, and names file and cause", () =>
  inFolder(async (folder) => {
    const path = join(folder, "folder");
    await Deno.mkdir(path);
    await Deno.writeTextFile(join(path, "inner"), "kept");
    await assertRejects(() => writeAtomically(path, "text"), Error, `Cannot write ${path}: `);
    assertEquals(await Deno.readTextFile(join(path, "inner")), "kept");
    assertEquals([...Deno.readDirSync(folder)].map(({ name }) => name), ["folder"]);
  }));
