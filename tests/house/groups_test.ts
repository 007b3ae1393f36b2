/** Every test file runs with `deno task test`: it is in a group, and each group is a module of its own. */
import { assertEquals } from "@std/assert";
import { ALONE, groupedFiles, groupOf, GROUPS } from "../groups/groups.ts";

const FOLDER = new URL("../groups/", import.meta.url);

Deno.test("each test file is in a group", () => {
  assertEquals(groupedFiles().filter((file) => groupOf(file) === undefined), []);
});

Deno.test("a file belongs to the group that names it, else to that of its folder", () => {
  assertEquals(groupOf("notebook/killed_test.ts"), "03_runner_in_jupyter");
  assertEquals(groupOf("notebook/sandbox/barrier_test.ts"), "04_runner");
  assertEquals(groupOf("notebooks/01_popular_vote_test.ts"), "02_pages");
  assertEquals(groupOf("notebooks/04_parameters_test.ts"), "01_pages_by_parameters");
  assertEquals(groupOf("nowhere/x_test.ts"), undefined);
});

Deno.test("each group has its module, and what it names is there", () => {
  const modules = [...Deno.readDirSync(FOLDER)].map(({ name }) => name)
    .filter((name) => name !== "groups.ts").sort();
  assertEquals(modules, Object.keys(GROUPS).map((group) => `${group}.ts`).sort());
  for (const [group, paths] of Object.entries(GROUPS)) {
    const text = Deno.readTextFileSync(new URL(`${group}.ts`, FOLDER));
    assertEquals(/await testGroup\("(\w+)"\);/.exec(text)?.[1], group);
    for (const path of paths) Deno.statSync(new URL(`../${path}`, FOLDER));
  }
});

/** What changes a process for all that run in it. */
const CHANGES_PROCESS = /\bDeno\.(?:env\.(?:set|delete)|chdir)\(|\bwithVariables\(/;

/** A file's code without its strings, where cells of notebooks stand that change a process of their own. */
const withoutStrings = (code: string) =>
  code.replace(/`(?:\\.|[^`\\])*`|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g, '""');

Deno.test("a test that changes variables or the current folder for its whole process is alone there", () => {
  const changing = groupedFiles().filter((file) =>
    CHANGES_PROCESS.test(
      withoutStrings(Deno.readTextFileSync(new URL(`../${file}`, FOLDER))),
    )
  );
  assertEquals(changing, ALONE);
});
