import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { tryLock } from "../../lib/files/file_lock.ts";
import { inFolder } from "./in_folder.ts";

Deno.test("a lock has one holder, also where its folder is not there yet", () =>
  inFolder(async (folder) => {
    const path = join(folder, "inner", "deep", "a.lock");
    const first = await tryLock(path);
    assertEquals(await tryLock(path), null);
    first![Symbol.dispose]();
    const second = await tryLock(path);
    assertEquals(second !== null, true);
    second![Symbol.dispose]();
  }));
