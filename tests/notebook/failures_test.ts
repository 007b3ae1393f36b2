/** Each way in which a notebook can fail, on the real kernel. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { runNotebooks, type RunNotebooksOptions } from "../../lib/notebook/mod.ts";
import { type CellSpec, processesLeft, processesOf, testProject } from "./project.ts";

interface Expectation {
  readonly cells: readonly CellSpec[];
  readonly options?: RunNotebooksOptions;
  /** The whole line that a reader sees. */
  readonly failure: string | RegExp;
  /** Whether types are checked; only the tests about that take the time. */
  readonly check?: boolean;
  /** Whether the kernel got to the notebook's cells, and so left a partial result. */
  readonly partial: boolean;
}

/** Runs a notebook that fails and checks all that holds for every failure. */
async function assertFails(
  { cells, options, failure, partial, check = false }: Expectation,
): Promise<void> {
  await using project = await testProject();
  const path = await project.notebook("notebooks/a.ipynb", cells);
  const good = await project.notebook("notebooks/good.ipynb", ["1 + 1"]);
  const before = await Deno.readTextFile(path);
  const [run, other] = await runNotebooks([path, good], { check, ...options });
  assertEquals(run?.status, "failed");
  const line = run?.failure ?? "";
  if (typeof failure === "string") assertEquals(line, failure);
  else assert(failure.test(line), `${line} should match ${failure}`);
  assertEquals(line.split("\n").length, 1, "the message is one line");
  assertEquals(other?.failure, null, "the other notebook goes on");
  assertEquals(await Deno.readTextFile(path), before, "the notebook is as it was");
  assertEquals(await project.files(), [
    "deno.json",
    ...partial ? ["notebooks/a.ipynb", "notebooks/a.partial.ipynb"] : ["notebooks/a.ipynb"],
    "notebooks/good.ipynb",
  ]);
  assertEquals(await processesLeft(project.root), [], "no kernel is left");
}

Deno.test("runNotebooks() names cell and line of an error, counting the lines of the cell as written", () =>
  assertFails({
    cells: [
      "const a: number = 1;",
      "// a comment\n\ninterface Row {\n  x: number;\n}\n\nfunction fail(row: Row): never {\n\n  throw new RangeError(`bad ${row.x}`);\n}\n\n\nfail({ x: a });",
      "console.log('not reached');",
    ],
    failure: "notebooks/a.ipynb: cell [2], line 13: RangeError: bad 1",
    partial: true,
  }));

Deno.test("runNotebooks() names line and column of a syntax error, and runs nothing", () =>
  assertFails({
    check: true,
    cells: ["console.log(1);", "\nconst x = ;"],
    failure: "notebooks/a.ipynb: cell [2], line 2, column 11: SyntaxError: Expression expected",
    partial: false,
  }));

Deno.test("runNotebooks() refuses the import of something that its module does not export, and runs nothing", () =>
  assertFails({
    check: true,
    cells: ['import { join, nothing } from "node:path";\nconsole.log(join, nothing);'],
    failure:
      /^notebooks\/a\.ipynb: cell \[1\], line 1, column 16: Module '"node:path"' has no exported member 'nothing'/,
    partial: false,
  }));

Deno.test("runNotebooks() stops an endless loop at the time limit", () =>
  assertFails({
    cells: ["console.log('before');", "for (;;);"],
    options: { timeout: 2 },
    failure: "notebooks/a.ipynb: cell [2]: Cell took longer than 2 s and was stopped",
    partial: true,
  }));

Deno.test("runNotebooks() stops an endless wait at the time limit", () =>
  assertFails({
    cells: ["await new Promise(() => {});"],
    options: { timeout: 2 },
    failure: "notebooks/a.ipynb: cell [1]: Cell took longer than 2 s and was stopped",
    partial: true,
  }));

Deno.test("runNotebooks() tells when the kernel runs out of JavaScript memory", () =>
  assertFails({
    cells: [
      "const keep: string[][] = [];\nfor (;;) keep.push(Array.from({ length: 1e5 }, (_, i) => `row ${i}`));",
    ],
    options: { memory: 300 },
    failure:
      /cell \[1\]: (Kernel ran out of memory while the cell ran|Cell used more than 300 MB of memory and was stopped)$/,
    partial: true,
  }));

Deno.test({
  name: "runNotebooks() stops a cell whose typed arrays exceed the memory limit",
  // Only Linux tells the memory of another process without a program.
  ignore: Deno.build.os !== "linux",
  fn: () =>
    assertFails({
      cells: [
        "const keep: Uint8Array[] = [];\nfor (;;) {\n  keep.push(new Uint8Array(1e7).fill(1));\n  await new Promise((resolve) => setTimeout(resolve, 5));\n}",
      ],
      options: { memory: 500 },
      failure: "notebooks/a.ipynb: cell [1]: Cell used more than 500 MB of memory and was stopped",
      partial: true,
    }),
});

Deno.test("runNotebooks() tells when a cell ends the kernel's process", () =>
  assertFails({
    cells: ["console.log('before');", "Deno.exit(3);"],
    failure: "notebooks/a.ipynb: cell [2]: Kernel ended with exit code 3 while the cell ran",
    partial: true,
  }));

Deno.test("runNotebooks() stops a cell that prints without end", () =>
  assertFails({
    cells: [
      "const line = 'x'.repeat(100_000);\nfor (let i = 0; i < 10_000; i++) console.log(line);",
    ],
    options: { output: 5_000_000 },
    failure: "notebooks/a.ipynb: cell [1]: Cell put out more than 5 MB and was stopped",
    partial: true,
  }));

Deno.test("runNotebooks() fails a cell whose promise rejects without being caught", () =>
  assertFails({
    cells: ["const lost = (async () => {\n  throw new TypeError('lost');\n})();\n1 + 1"],
    failure: /^notebooks\/a\.ipynb: cell \[1\].*: TypeError: lost \(not caught\)$/,
    partial: true,
  }));

Deno.test("runNotebooks() fails a cell whose timer throws", () =>
  assertFails({
    cells: [
      "setTimeout(() => {\n  throw new Error('from a timer');\n}, 1);\nawait new Promise((resolve) => setTimeout(resolve, 50));",
    ],
    failure: /^notebooks\/a\.ipynb: cell \[1\].*: Error: from a timer \(not caught\)$/,
    partial: true,
  }));

Deno.test("runNotebooks() tells when the kernel is killed from outside", async () => {
  await using project = await testProject();
  const path = await project.notebook("a.ipynb", [
    "console.log('before');",
    "await new Promise((resolve) => setTimeout(resolve, 60_000));",
  ]);
  const before = await Deno.readTextFile(path);
  const [run] = await runNotebooks([path], {
    check: false,
    progress: {
      note() {},
      start() {},
      end() {},
      close() {},
      cell(_name, cell) {
        if (cell !== 2) return;
        setTimeout(async () => {
          for (const pid of await processesOf(project.root)) Deno.kill(pid, "SIGKILL");
        }, 100);
      },
    },
  });
  assertEquals(run?.failure, "a.ipynb: cell [2]: Kernel was killed (SIGKILL) while the cell ran");
  assertEquals(await Deno.readTextFile(path), before);
  const partial = await Deno.readTextFile(project.path("a.partial.ipynb"));
  assertStringIncludes(partial, "before\\n", "what came before is kept beside the notebook");
});

Deno.test("runNotebooks() removes an earlier partial result once the notebook succeeds", async () => {
  await using project = await testProject();
  await project.write("flag.txt", "bad");
  const path = await project.notebook("a.ipynb", [
    "if (Deno.readTextFileSync('flag.txt') === 'bad') throw new Error('bad');",
  ]);
  assertEquals((await runNotebooks([path], { check: false }))[0]?.status, "failed");
  assert((await project.files()).includes("a.partial.ipynb"));
  await project.write("flag.txt", "good");
  assertEquals((await runNotebooks([path], { check: false }))[0]?.status, "ok");
  assertEquals(await project.files(), ["a.ipynb", "deno.json", "flag.txt"]);
});
