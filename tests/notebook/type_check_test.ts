import { assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { parseCheckReport } from "../../lib/notebook/type_check.ts";
import { EVERYTHING, REPOSITORY, testProject } from "./project.ts";

/** Runs the task's part about notebooks in `folder`. */
async function check(
  folder: string,
  ...args: string[]
): Promise<{ code: number; lines: string[] }> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", join(REPOSITORY, "lib/cli.ts"), "check", ...args],
    cwd: folder,
    env: { NO_COLOR: "1" },
  }).output();
  const text = new TextDecoder().decode(stderr) + new TextDecoder().decode(stdout);
  return { code, lines: text.trim().split("\n") };
}

Deno.test("check names notebook, cell, line and column of every fault, and leaves no file behind", async () => {
  await using project = await testProject({ ...EVERYTHING, imports: { library: "./lib/mod.ts" } });
  await project.write("lib/mod.ts", "export const count: number = 1;\n");
  await project.write("notebooks/helper.ts", 'export const name = "a";\n');
  await project.notebook("notebooks/1_types.ipynb", [
    'import { count } from "library";\nimport { name } from "./helper.ts";',
    "",
    "const total: string = count;\nconsole.log(total, name);",
    "const unused = 1;\nawait Promise.resolve(unused);",
  ]);
  await project.notebook("notebooks/2_names.ipynb", [
    'import { missing } from "library";\nconst a = 1;',
    "console.log(missing);\nconst a = 2;",
  ]);
  await project.notebook("notebooks/3_syntax.ipynb", ["const fine = 1;", "\n  const broken = ;"]);
  await project.notebook("notebooks/4_good.ipynb", ['import { count } from "library";\ncount + 1']);
  await project.write("notebooks/5_text.ipynb", "no notebook");
  const before = await project.files();
  const { code, lines } = await check(project.root);
  assertEquals(code, 1);
  assertEquals(lines.toSorted(), [
    lines.find((line) =>
      line.startsWith("Cannot read notebooks/5_text.ipynb: the file: found no JSON")
    ) ?? "",
    "Notebooks checked: 5, faults: 4",
    "note: notebooks/2_names.ipynb: cell [2], line 2, column 7: Cannot redeclare block-scoped variable 'a'. (TS2451)",
    "notebooks/1_types.ipynb: cell [2], line 1, column 7: Type 'number' is not assignable to type 'string'. (TS2322)",
    "notebooks/2_names.ipynb: cell [1], line 1, column 10: Module '\"lib/mod.ts\"' has no exported member 'missing'. (TS2305)",
    "notebooks/3_syntax.ipynb: cell [2], line 2, column 18: SyntaxError: Expression expected",
  ]);
  assertEquals(await project.files(), before);
  assertEquals(
    [...Deno.readDirSync(project.root)].map(({ name }) => name).toSorted(),
    [".tallybook", "deno.json", "lib", "notebooks"],
  );
  assertEquals(
    [...Deno.readDirSync(project.path(".tallybook"))].map(({ name }) => name),
    ["locks"],
  );
});

Deno.test("check is content with notebooks without faults", async () => {
  await using project = await testProject();
  await project.notebook("notebooks/a.ipynb", ["const a: number = 1;", "a"]);
  assertEquals(await check(project.root), { code: 0, lines: ["Notebooks checked: 1, faults: 0"] });
});

Deno.test("check names a module that does not exist", async () => {
  await using project = await testProject();
  await project.notebook("notebooks/a.ipynb", ['import { a } from "./nowhere.ts";\na']);
  const { code, lines } = await check(project.root);
  assertEquals(code, 1);
  assertStringIncludes(lines[0] ?? "", "notebooks/a.ipynb: cell [1], line 1");
  assertStringIncludes(lines[0] ?? "", "notebooks/nowhere.ts");
});

Deno.test("check names the place of a syntax error in the library", async () => {
  await using project = await testProject({ imports: { library: "./lib/mod.ts" } });
  await project.write("lib/mod.ts", "export const a = 1;\nexport const b = ;\n");
  await project.notebook("notebooks/a.ipynb", ['import { a } from "library";\na']);
  assertEquals(await check(project.root), {
    code: 1,
    lines: [
      "Cannot check types: lib/mod.ts:2:18: SyntaxError: Expression expected",
      "Notebooks checked: 1, faults: 1",
    ],
  });
});

Deno.test("parseCheckReport() reads messages with their places", () => {
  const report = [
    "TS2322 [ERROR]: Type 'number' is not assignable to type 'string'.",
    "const a: string = 1;",
    "      ^",
    "    at file:///tmp/a%20b/n.tsx:3:7",
    "",
    "Found 1 error.",
    "",
    "error: Type checking failed.",
  ].join("\n");
  assertEquals(parseCheckReport(report), [{
    file: "/tmp/a b/n.tsx",
    line: 3,
    column: 7,
    message: "Type 'number' is not assignable to type 'string'. (TS2322)",
    fatal: false,
  }]);
});
