/** Notebooks of other people's kinds run as the kernel runs them. */
import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { dirname, join } from "node:path";
import { runNotebooks } from "../../lib/notebook/mod.ts";
import { type CellSpec, EVERYTHING, testProject } from "./project.ts";

/** Runs a notebook with these cells; resolves to the shown texts of its cells, failure and notes. */
async function run(
  cells: readonly CellSpec[],
  { outside = false, prints = false, ...options }: {
    outside?: boolean;
    prints?: boolean;
    allow?: string[];
  } = {},
): Promise<{ texts: string[]; failure: string | null; notes: readonly string[] }> {
  await using project = await testProject(prints ? EVERYTHING : {});
  if (outside) await Deno.remove(project.path("deno.json"));
  await project.write("helper.ts", "export const n: number = 41;\n");
  const path = await project.notebook("a.ipynb", cells);
  const [result] = await runNotebooks([path], options);
  const texts = (result?.notebook?.cells ?? []).map((cell) =>
    (cell.outputs ?? []).map((output) => {
      const data = output["data"] as Record<string, unknown> | undefined;
      return [data?.["text/plain"] ?? output["text"] ?? ""].flat().join("");
    }).join("")
  );
  return { texts, failure: result?.failure ?? null, notes: result?.warnings ?? [] };
}

Deno.test("a name declared again in a later cell means the new thing from there", async () => {
  const { texts, failure, notes } = await run([
    'const input: string = "1 2 3";\ninput.length',
    "const input = 4;\ninput.toFixed(1)",
    'import { gzipSync } from "node:zlib";\ntypeof gzipSync + input',
    "function twice(n: number) { return n * 2; }\ntwice(input)",
    'function twice(n: string) { return n + n; }\ntwice("a")',
  ]);
  assertEquals(failure, null);
  assertEquals(texts, ["5", '"4.0"', '"function4"', "8", '"aa"']);
  assertMatch(notes[0] ?? "", /^note: cell \[\d\], line 1, column \d+: .*; the kernel allows it$/);
});

Deno.test("a name declared twice in one cell stops the notebook, as it stops the kernel", async () => {
  const { failure } = await run(["const a = 1;\nconst a = 2;"]);
  assertStringIncludes(failure ?? "", "Cannot redeclare block-scoped variable 'a'");
  assertStringIncludes(failure ?? "", "--no-check");
});

Deno.test("the same import in two cells, and a part of it, are one import", async () => {
  const { texts, failure } = await run([
    'import * as path from "node:path";\nimport { join } from "node:path";\ntypeof path.join',
    'import * as path from "node:path";\nimport { join, sep } from "node:path";\njoin("a", sep)',
    "let n = 1; n",
    "let n = 2; n",
  ]);
  assertEquals(failure, null);
  assertEquals(texts, ['"function"', '"a/"', "1", "2"]);
});

Deno.test("JSX calls the function that the cell names, across cells without semicolons", async () => {
  const { texts, failure } = await run([
    "const React = { createElement: (tag: string) => `<${tag}>` };\n<p>hi</p>",
    "<div>a</div>",
    "[1].length",
  ]);
  assertEquals(failure, null);
  assertEquals(texts, ['"<p>"', '"<div>"', "1"]);
});

Deno.test("top-level await in loops, and types that nobody wrote, are no faults", async () => {
  const { texts, failure } = await run([
    "let sum = 0;\nfor (const n of [1, 2]) sum += await Promise.resolve(n);\nfor await (const n of [Promise.resolve(3)]) sum += n;\nsum",
    "function more(x) { return x + 1; }\nmore(1)",
    "try { throw new Error('a'); } catch (e) { console.log(e.message); }",
  ], { prints: true });
  assertEquals(failure, null);
  assertEquals(texts, ["6", "2", "a\n"]);
});

Deno.test("what would be wrong at run time stops the notebook before it runs", async () => {
  for (
    const code of ["missing();", 'const n: number = "a";', 'import { no } from "node:path";\nno']
  ) {
    const { failure } = await run([code]);
    assertMatch(
      failure ?? "",
      /^a\.ipynb: cell \[1\], line 1, .*; to run it all the same: --no-check$/,
    );
  }
});

Deno.test("an import from the network says how it is given, with the check and without", async () => {
  const { failure } = await run(['import { a } from "https://tallybook.invalid/a.ts";\na']);
  assertStringIncludes(failure ?? "", "run it with --allow=import");
});

Deno.test("a test that fails in a cell fails the cell", async () => {
  const step = "await t.step('s', () => { throw new TypeError('no'); });";
  for (
    const [code, message] of [
      [
        "Deno.test('bad', () => {\n  throw new TypeError('no');\n});",
        'line 2: Error: Test "bad" failed: TypeError: no',
      ],
      [`Deno.test('bad', async (t) => { ${step} });`, 'Test "bad" failed: a step of it'],
      [
        "Deno.test({ name: 'bad', fn: () => { throw new TypeError('no'); } });",
        'Test "bad" failed',
      ],
      ["Deno.test(function bad() { throw new TypeError('no'); });", 'Test "bad" failed'],
    ] as const
  ) {
    const { failure } = await run(["Deno.test('good', () => {});\n1", code, "2"]);
    assertStringIncludes(failure ?? "", "cell [2]");
    assertStringIncludes(failure ?? "", message);
  }
});

Deno.test("a notebook outside of any project has the library, its own modules and files", async () => {
  const { texts, failure } = await run([
    'import { n } from "./helper.ts";\nimport { readReturns } from "tallybook/data";\n[n, typeof readReturns].join()',
    'Deno.readTextFileSync("helper.ts").length',
  ], { outside: true });
  assertEquals(failure, null);
  assertEquals(texts, ['"41,function"', "29"]);
});

Deno.test("injected parameters stay hidden and tagged as the cell that they override", async () => {
  await using project = await testProject();
  const path = await project.notebook("a.ipynb", [
    { code: "const k = 1;", tags: ["parameters", "remove-input"] },
    "k + 1",
  ]);
  const given = JSON.parse(await Deno.readTextFile(path));
  Object.assign(given.cells[0].metadata, {
    slideshow: { slide_type: "skip" },
    jupyter: { source_hidden: true },
    execution: { "iopub.status.busy": "2024" },
  });
  await Deno.writeTextFile(path, JSON.stringify(given));
  const [result] = await runNotebooks([path], { parameters: { k: 5 } });
  assertEquals(result?.notebook?.cells[1]?.metadata, {
    tags: ["injected-parameters", "remove-input"],
    slideshow: { slide_type: "skip" },
    jupyter: { source_hidden: true },
  });
});

Deno.test("a result goes onto no device, over no other file, and through no link out of its folder", async () => {
  await using project = await testProject();
  const path = await project.notebook("a.ipynb", ["1"]);
  const text = await project.write("notes.txt", "mine");
  const other = await Deno.makeTempDir();
  const victim = join(other, "b.ipynb");
  await Deno.copyFile(path, victim);
  const before = await Deno.readTextFile(victim);
  await Deno.symlink(victim, project.path("out.ipynb"));
  await Deno.symlink(victim, project.path("c.partial.ipynb"));
  await Deno.symlink(join(other, "new.ipynb"), project.path("dangling.ipynb"));
  for (
    const [out, found] of [
      ["/dev/null", "a device"],
      ["/dev/full", "a device"],
      [dirname(path), "a folder"],
      [text, "a file that is no notebook"],
      [project.path("none/b.ipynb"), "no folder of that name"],
      [project.path("out.ipynb"), `a link to ${victim}`],
      [project.path("dangling.ipynb"), "a link to nothing"],
      [project.path("c.ipynb"), `a link to ${victim}`],
    ] as const
  ) {
    const [run] = await runNotebooks([path], { out, check: false, force: "asked for" });
    assertStringIncludes(run?.failure ?? "", "Cannot write the result");
    assertStringIncludes(run?.failure ?? "", found);
  }
  assertEquals(await Deno.readTextFile(text), "mine");
  assertEquals(await Deno.readTextFile(victim), before);
  assertEquals([...Deno.readDirSync(other)].length, 1);
  await Deno.remove(other, { recursive: true });
});
