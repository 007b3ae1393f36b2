import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { ownRoot } from "../../lib/files/project_root.ts";

Deno.test("the library's own project is the one that holds it", () => {
  assertEquals(Deno.statSync(join(ownRoot(), "lib/files/project_root.ts")).isFile, true);
  assertEquals(Deno.statSync(join(ownRoot(), "deno.json")).isFile, true);
});
