import { assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { readIfThere } from "../../lib/files/read_if_there.ts";
import { inFolder } from "./in_folder.ts";

Deno.test("a file that is not there has no text; what cannot be read is an error", () =>
  inFolder(async (folder) => {
    await Deno.writeTextFile(join(folder, "a"), "text");
    assertEquals(await readIfThere(join(folder, "a")), "text");
    assertEquals(await readIfThere(join(folder, "b")), null);
    await assertRejects(() => readIfThere(folder));
  }));
