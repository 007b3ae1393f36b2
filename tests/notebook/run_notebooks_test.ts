/** What is run again and why, on the real kernel. */
import { assert, assertEquals } from "@std/assert";
import {
  type NotebookRun,
  type Progress,
  runNotebooks,
  type RunNotebooksOptions,
} from "../../lib/notebook/mod.ts";
import { type TestProject, testProject } from "./project.ts";

/** Two notebooks that share a module, each with a table of its own. */
async function project(): Promise<TestProject> {
  const project = await testProject({ imports: { library: "./lib/mod.ts" } });
  await project.write("lib/mod.ts", 'export { count } from "./count.ts";\n');
  await project.write(
    "lib/count.ts",
    'export const count = (path: string) => Deno.readTextFileSync(path).trim().split("\\n").length - 1;\n',
  );
  await project.write("data/a.csv", "x\n1\n");
  await project.write("data/b.csv", "x\n1\n2\n");
  await project.notebook("notebooks/a.ipynb", [
    'import { count } from "library";\ncount("../data/a.csv")',
  ]);
  await project.notebook("notebooks/b.ipynb", [
    'import { count } from "library";',
    'count("../data/b.csv")',
  ]);
  await project.notebook("notebooks/c.ipynb", ["1 + 1"]);
  return project;
}

const run = (project: TestProject, options: RunNotebooksOptions = {}) =>
  runNotebooks(["a", "b", "c"].map((name) => project.path(`notebooks/${name}.ipynb`)), {
    check: false,
    ...options,
  });

const reasons = (runs: readonly NotebookRun[]) => runs.map(({ reason }) => reason);

const UNCHANGED = ["unchanged", "unchanged", "unchanged"];

Deno.test("runNotebooks() runs again only what changed, and says why", async () => {
  await using tree = await project();
  const first = await run(tree);
  assertEquals(first.map(({ status }) => status), ["ok", "ok", "ok"]);
  assertEquals(reasons(first), Array(3).fill("not run here before"));
  assertEquals(first.map(({ reads }) => Object.keys(reads)), [["data/a.csv"], ["data/b.csv"], []]);

  const started: string[] = [];
  const second = await run(tree, {
    progress: { note() {}, end() {}, close() {}, cell() {}, start: (name) => started.push(name) },
  });
  assertEquals(second.map(({ status }) => status), UNCHANGED);
  assertEquals(
    second.map(({ text, reads }) => ({ text, reads })),
    first.map(({ text, reads }) => ({ text, reads })),
  );
  assertEquals(started, [], "nothing to do starts no kernel");

  await tree.write("data/b.csv", "x\n1\n2\n3\n");
  assertEquals(reasons(await run(tree)), ["unchanged", "data/b.csv changed", "unchanged"]);

  await tree.write("lib/count.ts", "export const count = (_path: string) => 0;\n");
  assertEquals(reasons(await run(tree)), [
    "lib/count.ts changed",
    "lib/count.ts changed",
    "unchanged",
  ]);

  await tree.notebook("notebooks/c.ipynb", ["1 + 2"]);
  assertEquals(reasons(await run(tree)), ["unchanged", "unchanged", "cell [1] changed"]);

  await tree.notebook("notebooks/c.ipynb", ["1 + 2", "2"]);
  assertEquals(reasons(await run(tree)), ["unchanged", "unchanged", "it has 1 more code cell"]);

  const path = tree.path("notebooks/c.ipynb");
  const text = await Deno.readTextFile(path);
  await Deno.writeTextFile(path, text.replace('"3"', '"4"'));
  assertEquals(reasons(await run(tree)), ["unchanged", "unchanged", "its text or outputs changed"]);
  assertEquals(await Deno.readTextFile(path), text, "an output that was edited is set right");

  await tree.write(
    "deno.json",
    JSON.stringify({ imports: { library: "./lib/mod.ts" }, tasks: {} }),
  );
  assertEquals(reasons(await run(tree)), Array(3).fill("deno.json changed"));

  await Deno.remove(tree.path("lib/count.ts"));
  await tree.write("lib/mod.ts", "export const count = (_path: string) => 1;\n");
  assertEquals(reasons(await run(tree)).slice(0, 2), [
    "lib/count.ts is gone",
    "lib/count.ts is gone",
  ]);

  assertEquals(reasons(await run(tree, { force: "verify" })), ["verify", "verify", "verify"]);
  assertEquals(reasons(await run(tree, { allow: ["net"] }))[0], "what it is allowed changed");
});

Deno.test("runNotebooks() runs a notebook again after it failed", async () => {
  await using tree = await project();
  await run(tree);
  await tree.notebook("notebooks/c.ipynb", ["throw new Error('no');"]);
  assertEquals((await run(tree))[2]?.status, "failed");
  assertEquals(reasons(await run(tree)), ["unchanged", "unchanged", "not run here before"]);
});

Deno.test("runNotebooks() runs two at a time and tells how far each is", async () => {
  await using tree = await testProject();
  const paths: string[] = [];
  for (const name of ["a", "b", "c", "d"]) {
    paths.push(
      await tree.notebook(`${name}.ipynb`, [
        "await new Promise((resolve) => setTimeout(resolve, 300));",
        "1",
      ]),
    );
  }
  const running = new Set<string>();
  let most = 0;
  const cells: string[] = [];
  const progress: Progress = {
    note() {},
    start(name) {
      running.add(name);
      most = Math.max(most, running.size);
    },
    cell: (name, cell, count) => cells.push(`${name} ${cell}/${count}`),
    end: (name) => running.delete(name),
    close() {},
  };
  const runs = await runNotebooks(paths, { check: false, progress });
  assertEquals(runs.map(({ name, status }) => [name, status]), [
    ["a.ipynb", "ok"],
    ["b.ipynb", "ok"],
    ["c.ipynb", "ok"],
    ["d.ipynb", "ok"],
  ]);
  assertEquals(most, 2);
  assertEquals(
    cells.toSorted(),
    ["a", "b", "c", "d"].flatMap((n) => [`${n}.ipynb 1/2`, `${n}.ipynb 2/2`]),
  );
});

Deno.test("runNotebooks() goes on when one file is no notebook or is not there", async () => {
  await using tree = await testProject();
  const good = await tree.notebook("good.ipynb", ["1"]);
  const bad = await tree.write("bad.ipynb", "{}");
  const runs = await runNotebooks([bad, good, tree.path("none.ipynb")], { check: false });
  assertEquals(runs.map(({ status }) => status), ["failed", "ok", "failed"]);
  assert(runs[0]?.failure?.includes("Cannot read bad.ipynb"));
  assertEquals(runs[2]?.failure, "Cannot find none.ipynb");
});

Deno.test("runNotebooks() does not replace a notebook that was edited while it ran", async () => {
  await using tree = await testProject();
  const path = await tree.notebook("a.ipynb", [
    "await new Promise((resolve) => setTimeout(resolve, 500));",
  ]);
  let edited = "";
  const [run] = await runNotebooks([path], {
    check: false,
    progress: {
      note() {},
      start() {},
      end() {},
      close() {},
      cell() {
        edited = Deno.readTextFileSync(path).replace("500", "501");
        Deno.writeTextFileSync(path, edited);
      },
    },
  });
  assertEquals(
    run?.failure,
    "a.ipynb: Notebook was edited while it ran; the result is in a.partial.ipynb",
  );
  assertEquals(await Deno.readTextFile(path), edited);
});
