import { assertEquals } from "@std/assert";
import { dirname, join } from "node:path";
import { isProject, projectRoot, RUNNER_ROOT, stateFolder } from "../../lib/notebook/project.ts";
import { sha256 } from "../../lib/files/hash.ts";
import { inFolder } from "../files/in_folder.ts";
import { testProject } from "./project.ts";

Deno.test("a project is the nearest folder with a deno.json; without one the file's own folder", async () => {
  await using project = await testProject();
  const path = await project.write("a/b/c.ipynb", "{}");
  assertEquals([isProject(project.root), isProject(project.path("a"))], [true, false]);
  assertEquals(projectRoot(path), project.root);
  assertEquals(stateFolder(project.root), project.path(".tallybook"));
  await Deno.mkdir(project.path("a/deno.json"));
  assertEquals(projectRoot(path), project.root, "a folder of that name is no project");
  await project.write("a/b/deno.json", "{}");
  assertEquals(projectRoot(path), project.path("a/b"));
  await inFolder((nowhere) => {
    assertEquals(projectRoot(join(nowhere, "a.ipynb")), nowhere);
    const state = stateFolder(nowhere);
    assertEquals(dirname(state), join(RUNNER_ROOT, ".tallybook", "elsewhere"));
    assertEquals(state.endsWith(sha256(nowhere).slice(0, 16)), true);
  });
});
