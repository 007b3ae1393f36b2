import { assertEquals } from "@std/assert";
import { isRefusal, reasonOfRefusal, rememberingHash } from "../../lib/notebook/candidate.ts";
import { NotebookFormatError } from "../../lib/notebook/notebook_file.ts";
import { sha256 } from "../../lib/files/hash.ts";
import { testProject } from "./project.ts";

Deno.test("what is no notebook, or not there, is refused in words; anything else is an error", () => {
  const format = new NotebookFormatError("a.ipynb is no notebook");
  assertEquals([isRefusal(format), isRefusal(new Deno.errors.NotFound("x"))], [true, true]);
  assertEquals([isRefusal(new TypeError("x")), isRefusal("x")], [false, false]);
  assertEquals(reasonOfRefusal(format, "a.ipynb"), "a.ipynb is no notebook");
  assertEquals(reasonOfRefusal(new Deno.errors.NotFound("x"), "a.ipynb"), "Cannot find a.ipynb");
});

Deno.test("a file is hashed once for one run's questions", async () => {
  await using project = await testProject();
  const path = await project.write("a", "1");
  const hash = rememberingHash();
  assertEquals(await hash(path), sha256("1"));
  await project.write("a", "2");
  assertEquals(await hash(path), sha256("1"));
  assertEquals(await rememberingHash()(path), sha256("2"));
  assertEquals(await hash(project.path("none")), null);
});
