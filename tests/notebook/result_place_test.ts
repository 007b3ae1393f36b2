import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { NoResultPlace, resultPlace } from "../../lib/notebook/result_place.ts";
import { notebookText } from "./project.ts";
import { inFolder } from "../files/in_folder.ts";

async function refused(path: string, found: string, expected: string): Promise<void> {
  const { message } = await assertRejects(() => resultPlace(path), NoResultPlace);
  assertStringIncludes(message, path);
  assertStringIncludes(message, `found "${found}"`);
  assertStringIncludes(message, `expected ${expected}`);
}

Deno.test("a result goes where nothing is, or over a notebook", () =>
  inFolder(async (folder) => {
    const free = join(folder, "free.ipynb");
    assertEquals(await resultPlace(free), free);
    assertEquals([...Deno.readDirSync(folder)], [], "the trial leaves nothing");
    const there = join(folder, "there.ipynb");
    await Deno.writeTextFile(there, notebookText(["1"]));
    assertEquals(await resultPlace(there), there);
    // By another way to the same folder.
    assertEquals(await resultPlace(join(folder, "x", "..", "free.ipynb")), free);
  }));

Deno.test("a result goes over no other file, no folder, and into no folder that is not there", () =>
  inFolder(async (folder) => {
    const other = join(folder, "notes.md");
    await Deno.writeTextFile(other, "# Notes");
    await refused(other, "a file that is no notebook", "a notebook, or a name that is free");
    await refused(folder, "a folder", "a file, or a name that is free");
    await refused(
      join(folder, "none", "a.ipynb"),
      "no folder of that name",
      "a folder that exists",
    );
    assertEquals(await Deno.readTextFile(other), "# Notes");
  }));

Deno.test(
  "a result goes onto no device",
  { ignore: Deno.build.os === "windows" },
  () => refused("/dev/null", "a device", "a file, or a name that is free"),
);

Deno.test("a result goes through a link within its folder, and through none that leads out", () =>
  inFolder(async (folder) => {
    const target = join(folder, "own.ipynb");
    await Deno.writeTextFile(target, notebookText(["1"]));
    await Deno.symlink("own.ipynb", join(folder, "link.ipynb"));
    assertEquals(await resultPlace(join(folder, "link.ipynb")), target);
    const outside = await Deno.makeTempFile();
    try {
      await Deno.symlink(outside, join(folder, "out.ipynb"));
      await refused(
        join(folder, "out.ipynb"),
        `a link to ${await Deno.realPath(outside)}`,
        "a file in",
      );
    } finally {
      await Deno.remove(outside);
    }
    await Deno.symlink("gone.ipynb", join(folder, "to_nothing.ipynb"));
    await refused(join(folder, "to_nothing.ipynb"), "a link to nothing", `a file in ${folder}`);
    await Deno.mkdir(join(folder, "inner"));
    await Deno.symlink("inner", join(folder, "to_folder.ipynb"));
    await refused(join(folder, "to_folder.ipynb"), "a link to no file", "a file");
  }));

Deno.test("the place of a partial result is held to the same", () =>
  inFolder(async (folder) => {
    const partial = join(folder, "a.partial.ipynb");
    await Deno.writeTextFile(partial, "mine");
    const { message } = await assertRejects(
      () => resultPlace(join(folder, "a.ipynb")),
      NoResultPlace,
    );
    assertStringIncludes(message, `${partial}: found "a file that is no notebook"`);
    await Deno.writeTextFile(partial, notebookText(["1"]));
    assertEquals(await resultPlace(join(folder, "a.ipynb")), join(folder, "a.ipynb"));
    await Deno.symlink("a.partial.ipynb", join(folder, "b.partial.ipynb"));
    const linked = await assertRejects(() => resultPlace(join(folder, "b.ipynb")), NoResultPlace);
    assertStringIncludes(linked.message, 'b.partial.ipynb: found "a link", expected a file');
  }));

Deno.test("a place where no file can be made is refused before anything runs", {
  ignore: Deno.build.os !== "linux",
}, async () => {
  const path = "/proc/a.ipynb";
  const { message } = await assertRejects(() => resultPlace(path), NoResultPlace);
  assertStringIncludes(message, `${path}: found "a place that takes no file (`);
  assertStringIncludes(message, "expected one that can be written");
});
