import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { importedPackages } from "../../lib/package/emit.ts";

Deno.test("the packages of written modules are named once, in order, and no module beside", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const write = (name: string, lines: string[]) =>
      Deno.writeTextFile(join(folder, name), lines.join("\n") + "\n");
    await write("a.js", [
      'import { median } from "simple-statistics";',
      'import { own } from "./b.js";',
      "import {",
      "  one,",
      '} from "@scope/several";',
      "// import { none } from 'a comment';",
    ]);
    await write("b.js", [
      'export { mean } from "simple-statistics";',
      'export * from "another";',
      "const text = 'import x from \"text\"';",
    ]);
    const wanted = ["@scope/several", "another", "simple-statistics"];
    assertEquals(importedPackages(folder, ["a.js", "b.js"]), wanted);
    assertEquals(importedPackages(folder, []), []);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
