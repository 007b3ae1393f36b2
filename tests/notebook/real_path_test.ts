import { assertEquals } from "@std/assert";
import { realPathOf } from "../../lib/notebook/real_path.ts";
import { testProject } from "./project.ts";

Deno.test("a path's real place is known also where the file is not there yet", async () => {
  await using project = await testProject();
  await project.write("a/x", "");
  await Deno.symlink(project.path("a"), project.path("link"));
  assertEquals(realPathOf(project.path("link/x")), project.path("a/x"));
  assertEquals(realPathOf(project.path("link/none/deep")), project.path("a/none/deep"));
  assertEquals(realPathOf("/"), "/");
});
