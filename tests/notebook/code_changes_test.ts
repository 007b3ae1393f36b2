/** Which changes of a module make a notebook run again: those of what the compiler emits. */
import { assert, assertEquals } from "@std/assert";
import { runNotebooks } from "../../lib/notebook/mod.ts";
import { ModuleCode } from "../../lib/notebook/module_code.ts";
import { runnerModules } from "../../lib/notebook/runner_hash.ts";
import { EVERYTHING, testProject } from "./project.ts";

Deno.test("a notebook runs again for the code that it uses, not for a comment, a type or another function", async () => {
  await using tree = await testProject({ imports: { library: "./lib/mod.ts" } });
  await tree.write(
    "lib/mod.ts",
    'export { one } from "./one.ts";\nexport { two } from "./two.ts";\n',
  );
  await tree.write("lib/one.ts", "export const one = (): number => 1;\n");
  await tree.write("lib/two.ts", "export const two = (): number => 2;\n");
  const paths = [
    await tree.notebook("a.ipynb", ['import { one } from "library";\none()']),
    await tree.notebook("b.ipynb", ['import { two } from "library";\ntwo()']),
  ];
  const reasons = async () =>
    (await runNotebooks(paths, { check: false })).map(({ reason }) => reason);
  await reasons();
  await tree.write("lib/one.ts", "/** One. */\nexport const one = (): 1 | 11 => 1;\n");
  await tree.write(
    "lib/mod.ts",
    '// Both.\nexport { one } from "./one.ts";\nexport { two } from "./two.ts";\nexport type Name = string;\n',
  );
  assertEquals(await reasons(), ["unchanged", "unchanged"]);
  await tree.write("lib/one.ts", "/** One. */\nexport const one = (): 1 | 11 => 11;\n");
  assertEquals(await reasons(), ["lib/one.ts changed", "unchanged"]);
  assertEquals(await reasons(), ["unchanged", "unchanged"]);
});

Deno.test("a module that is written while a notebook runs makes it run again", async () => {
  await using tree = await testProject();
  const module = await tree.write("one.ts", "export const one = 1;\n");
  const path = await tree.notebook("a.ipynb", ['import { one } from "./one.ts";\none', "2"]);
  const written: number[] = [];
  const [first] = await runNotebooks([path], {
    check: false,
    progress: {
      note() {},
      start() {},
      end() {},
      close() {},
      cell(_, cell) {
        if (cell !== 2) return;
        Deno.writeTextFileSync(module, "export const one = 11;\n");
        written.push(cell);
      },
    },
  });
  assertEquals([first?.status, written], ["ok", [2]]);
  const [second] = await runNotebooks([path], { check: false });
  assertEquals(second?.status, "ok");
  assert(second?.text.includes('"11"'));
});

Deno.test("the runner's hash rests on what makes outputs, not on what tells of progress", async () => {
  const names = [...(await runnerModules(new ModuleCode())).keys()];
  for (const name of ["kernel_prelude", "cell_outputs", "run_cells", "sandbox/seccomp"]) {
    assert(names.includes(`lib/notebook/${name}.ts`), name);
  }
  for (const name of ["progress", "verify_command", "type_check"]) {
    assert(!names.includes(`lib/notebook/${name}.ts`), name);
  }
});

Deno.test("a fault in the types stops a notebook that runs, and nothing of it is stored", async () => {
  await using tree = await testProject(EVERYTHING);
  const path = await tree.notebook("a.ipynb", [
    "console.log('started');",
    // Longer than the check of types takes on the busiest machine.
    "await new Promise((resolve) => setTimeout(resolve, 600_000));",
    'const n: number = "a";',
  ]);
  const before = await Deno.readTextFile(path);
  const cells: number[] = [];
  const start = performance.now();
  const [run] = await runNotebooks([path], {
    progress: { note() {}, start() {}, end() {}, close() {}, cell: (_, cell) => cells.push(cell) },
  });
  assertEquals(
    run?.failure?.startsWith("a.ipynb: cell [3], line 1, column 7: Type 'string'"),
    true,
  );
  assert(performance.now() - start < 500_000, "it does not wait for the cell");
  assertEquals(cells.includes(3), false);
  assertEquals(await Deno.readTextFile(path), before);
  assertEquals(await tree.files(), ["a.ipynb", "deno.json"]);
});

Deno.test("what may write waits for the type check", async () => {
  await using tree = await testProject();
  const path = await tree.notebook("a.ipynb", [
    "Deno.writeTextFileSync('out/a.txt', 'a');",
    'const n: number = "a";',
  ]);
  const [run] = await runNotebooks([path], { allow: [`write=${tree.path("out")}`] });
  assertEquals(run?.status, "failed");
  assertEquals((await tree.files()).filter((name) => name.endsWith(".txt")), []);
});

Deno.test("the notebook that took longest starts first", async () => {
  await using tree = await testProject();
  const paths: string[] = [];
  for (const [name, ms] of [["a", 10], ["b", 300], ["c", 1200]] as const) {
    paths.push(
      await tree.notebook(`${name}.ipynb`, [
        `await new Promise((resolve) => setTimeout(resolve, ${ms}));`,
      ]),
    );
  }
  const order = async () => {
    const started: string[] = [];
    await runNotebooks(paths, {
      check: false,
      jobs: 1,
      force: "asked for",
      progress: { note() {}, end() {}, close() {}, cell() {}, start: (name) => started.push(name) },
    });
    return started;
  };
  // Not run before: by size, which is "c", "b", "a" by the digits of the times.
  assertEquals(await order(), ["c.ipynb", "b.ipynb", "a.ipynb"]);
  await tree.notebook("a.ipynb", ["await new Promise((resolve) => setTimeout(resolve, 600));"]);
  await order();
  assertEquals(await order(), ["c.ipynb", "a.ipynb", "b.ipynb"]);
});
