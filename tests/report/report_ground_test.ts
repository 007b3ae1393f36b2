import { assertEquals, assertNotEquals } from "@std/assert";
import { join } from "node:path";
import { sha256 } from "../../lib/files/hash.ts";
import { groundOf } from "../../lib/report/report_stamp.ts";

Deno.test("groundOf() keeps the code's hash where a comment or a type changes, and no other's", async () => {
  const root = await Deno.makeTempDir();
  try {
    await Deno.mkdir(join(root, "lib"));
    const ground = async (module: string, script = "// a\n", table = "1") => {
      await Deno.writeTextFile(join(root, "lib/a.ts"), module);
      await Deno.writeTextFile(join(root, "lib/a.js"), script);
      return await groundOf(root, {
        "Deno": "2",
        "lib/a.ts": sha256(module),
        "lib/a.js": sha256(script),
        "data/a.csv": sha256(table),
      });
    };
    const before = await ground("export const a = 1;\n");
    const words = await ground("/** One. */\nexport const a: number = 1;\n");
    assertEquals(words.code, before.code);
    assertNotEquals(words.library, before.library);
    assertEquals(words.tables, before.tables);
    const value = await ground("export const a = 2;\n");
    assertNotEquals(value.code, before.code);
    // A page carries a script as it is written, with its comments.
    assertNotEquals((await ground("export const a = 1;\n", "// b\n")).code, before.code);
    const table = await ground("export const a = 1;\n", "// a\n", "2");
    assertEquals([table.library, table.code], [before.library, before.code]);
    assertNotEquals(table.tables, before.tables);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});
