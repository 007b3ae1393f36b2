/** A run from its file to its result, step by step, on a kernel that answers what the test says. */
import { assertEquals, assertRejects } from "@std/assert";
import { executeOn, type ExecuteOptions } from "../../lib/notebook/execute.ts";
import { parseNotebook } from "../../lib/notebook/notebook_file.ts";
import { notedRun } from "../../lib/notebook/noted_run.ts";
import { type CellSpec, testProject } from "./project.ts";
import { type Answer, scriptedSession } from "./scripted_session.ts";

const FAILS: Answer = { messages: [["error", { ename: "E", evalue: "x", traceback: [] }]] };
const SAYS: Answer = { messages: [["stream", { name: "stdout", text: "hello\n" }]] };
const READS = {
  project: { "data/a.csv": "a".repeat(64) },
  outside: { "/elsewhere": "b".repeat(64) },
  refused: ["data/secret"],
  denied: ['net access to "x:1"'],
  unlisted: ["programs" as const],
};

async function execute(
  cells: readonly CellSpec[],
  answers: readonly Answer[],
  optionsOf: (path: (name: string) => string) => ExecuteOptions = () => ({}),
  given: Parameters<typeof scriptedSession>[1] = {},
) {
  await using project = await testProject();
  const path = await project.notebook("notebooks/a.ipynb", cells);
  const before = await Deno.readTextFile(path);
  const { session, asked, folder } = scriptedSession(answers, given);
  let taken = 0;
  const result = await executeOn(
    () => {
      taken++;
      return Promise.resolve(session);
    },
    path,
    optionsOf(project.path),
  ).then((execution) => ({ execution, error: null }), (error) => ({ execution: null, error }));
  if (taken === 0) Deno.removeSync(folder, { recursive: true });
  return {
    ...result,
    asked,
    taken,
    path,
    stored: await Deno.readTextFile(path),
    unchanged: await Deno.readTextFile(path) === before,
    files: await project.files(),
    read: Object.fromEntries(
      await Promise.all(
        (await project.files()).map(async (name) =>
          [name, await Deno.readTextFile(project.path(name))] as const
        ),
      ),
    ),
  };
}
const outputsIn = (text: string) =>
  parseNotebook(text, "a.ipynb").notebook.cells.map(({ outputs }) => outputs?.length);

Deno.test("a run that succeeds puts its result in the notebook's place, with what it read and was refused", async () => {
  const { execution, stored, asked, path, files } = await execute(
    ["one()", "two()"],
    [SAYS],
    () => ({}),
    {
      reads: READS,
      missing: "no wall here",
    },
  );
  assertEquals(
    [execution!.status, execution!.failure, execution!.partial, execution!.path],
    ["ok", null, null, path],
  );
  assertEquals(execution!.text, stored);
  assertEquals(outputsIn(stored), [1, 0]);
  assertEquals([execution!.missingWall, execution!.allowed, execution!.parameters], [
    "no wall here",
    [],
    {},
  ]);
  assertEquals(execution!.reads, READS);
  assertEquals(execution!.seconds >= 0 && execution!.seconds < 60, true);
  const { notebook } = parseNotebook(stored, "a.ipynb");
  assertEquals(notedRun(notebook), {
    reads: READS.project,
    allowed: [],
    refused: READS.refused,
    denied: READS.denied,
    unlisted: READS.unlisted,
  });
  assertEquals(notebook.metadata["kernelspec"], {
    display_name: "Deno",
    language: "typescript",
    name: "deno",
  });
  // As the kernel tells it, its keys in order.
  assertEquals(Object.entries(notebook.metadata["language_info"] as object), [
    ["mimetype", "text/x.typescript"],
    ["name", "typescript"],
    ["version", "5"],
  ]);
  assertEquals([asked.ended, asked.killed, files], [1, 0, ["deno.json", "notebooks/a.ipynb"]]);
});

Deno.test("each cell has ten minutes unless the seconds are given", async () => {
  const limits = async (options: ExecuteOptions) =>
    (await execute(["one()", "two()"], [], () => options)).asked.cells.map(({ limit }) => limit);
  assertEquals(await limits({}), [600_000, 600_000]);
  assertEquals(await limits({ timeout: 2.5 }), [2500, 2500]);
});

Deno.test("a run that fails leaves the notebook as it was and a partial result beside it, and notes no run", async () => {
  const { execution, unchanged, files, read, asked } = await execute(
    ["one()", "two()"],
    [SAYS, FAILS],
    () => ({}),
    {
      reads: READS,
    },
  );
  assertEquals([execution!.status, execution!.failure?.cell, unchanged], ["failed", 2, true]);
  assertEquals(execution!.partial?.endsWith("/notebooks/a.partial.ipynb"), true);
  assertEquals(files, ["deno.json", "notebooks/a.ipynb", "notebooks/a.partial.ipynb"]);
  const partial = read["notebooks/a.partial.ipynb"]!;
  assertEquals([partial, outputsIn(partial)], [execution!.text, [1, 1]]);
  assertEquals(notedRun(parseNotebook(partial, "a.ipynb").notebook), null);
  assertEquals(asked.ended, 1);
});

Deno.test("a result goes where it is asked to, or nowhere", async () => {
  const elsewhere = await execute(
    ["one()"],
    [SAYS],
    (path) => ({ out: path("notebooks/b.ipynb") }),
  );
  assertEquals([elsewhere.unchanged, elsewhere.execution!.status], [true, "ok"]);
  assertEquals(elsewhere.read["notebooks/b.ipynb"], elsewhere.execution!.text);
  const nowhere = await execute(["one()"], [SAYS], () => ({ out: null }));
  assertEquals([nowhere.unchanged, nowhere.files], [true, ["deno.json", "notebooks/a.ipynb"]]);
  assertEquals(outputsIn(nowhere.execution!.text), [1]);
  const failed = await execute(["one()"], [FAILS], () => ({ out: null }));
  assertEquals([failed.unchanged, failed.files, failed.execution!.partial], [
    true,
    ["deno.json", "notebooks/a.ipynb"],
    null,
  ]);
});

const PARAMETERS = { code: "const year = 2016;", tags: ["parameters"] };

Deno.test("parameters that are given stand in a cell behind the defaults, and are told with them", async () => {
  const run = (options: ExecuteOptions) =>
    execute([PARAMETERS, "one()"], [], () => ({ out: null, ...options }));
  const given = await run({ parameters: { year: 2000 } });
  assertEquals(given.execution!.parameters, { year: 2000 });
  assertEquals(given.asked.cells.length, 3);
  assertEquals(given.asked.cells[1]!.code.includes("2000"), true);
  const text = await run({ parameters: { year: "1992" }, parametersAsText: true });
  assertEquals(text.execution!.parameters, { year: 1992 });
  const none = await run({});
  assertEquals([none.execution!.parameters, none.asked.cells.length], [{ year: 2016 }, 2]);
  const wrong = await run({ parameters: { yeer: 2000 } });
  assertEquals([wrong.error instanceof RangeError, wrong.taken], [true, 0]);
});

Deno.test("what an earlier run was given stays where it is kept, and goes where it is not", async () => {
  const cells = [PARAMETERS, { code: "year = 1992;", tags: ["injected-parameters"] }, "one()"];
  const run = async (keepParameters: boolean) =>
    (await execute(cells, [], () => ({ out: null, keepParameters }))).asked.cells.map(({ code }) =>
      code
    );
  assertEquals(await run(true), ["const year = 2016;", "year = 1992;", "one()"]);
  assertEquals((await run(false)).includes("year = 1992;"), false);
});

Deno.test("permissions that are given are told and noted", async () => {
  const { execution } = await execute(
    ["one()"],
    [],
    () => ({ allow: ["net", "env=HOME"], out: null }),
  );
  assertEquals(execution!.allowed, ["net", "env=HOME"]);
  assertEquals(notedRun(execution!.notebook)?.allowed, ["net", "env=HOME"]);
});

Deno.test("a run that must not go on is stopped: nothing is stored, its reason is thrown, its session ended", async () => {
  const permit = Promise.reject(new Error("a fault of types"));
  permit.catch(() => {});
  const refused = await execute(["one()"], [SAYS], () => ({ permit }));
  assertEquals([refused.error?.message, refused.unchanged, refused.files.length], [
    "a fault of types",
    true,
    2,
  ]);
  assertEquals([refused.asked.killed > 0, refused.asked.ended], [true, 1]);
  const allowed = await execute(["one()"], [SAYS], () => ({ permit: Promise.resolve() }));
  assertEquals([allowed.execution!.status, allowed.asked.killed], ["ok", 0]);
});

Deno.test("a run that is aborted kills its kernel and throws the reason, before it starts and while it runs", async () => {
  const before = await execute(["one()"], [SAYS], () => ({
    signal: AbortSignal.abort(new Error("saved again")),
  }));
  assertEquals([
    before.error?.message,
    before.unchanged,
    before.asked.killed > 0,
    before.asked.ended,
  ], [
    "saved again",
    true,
    true,
    1,
  ]);
  const controller = new AbortController();
  const during = await execute(["one()", "two()"], [SAYS], () => ({
    signal: controller.signal,
    onCell: (cell) => cell === 2 && controller.abort(new Error("saved again")),
  }));
  assertEquals([during.error?.message, during.unchanged, during.asked.killed, during.asked.ended], [
    "saved again",
    true,
    1,
    1,
  ]);
  // What is aborted later is none of this run's.
  const later = new AbortController();
  const { asked } = await execute(["one()"], [], () => ({ signal: later.signal }));
  later.abort();
  assertEquals(asked.killed, 0);
});

Deno.test("an error of the runner's own ends the session all the same", async () => {
  const { error, asked, unchanged } = await execute(["one()"], [{ throws: new TypeError("ours") }]);
  assertEquals([error?.message, asked.ended, unchanged], ["ours", 1, true]);
});

Deno.test("a file that is no notebook is refused before a kernel is asked for", async () => {
  await using project = await testProject();
  const path = await project.write("notebooks/a.ipynb", "{}");
  let taken = 0;
  const take = () => {
    taken++;
    return Promise.reject(new Error("none"));
  };
  await assertRejects(() => executeOn(take, path, {}));
  assertEquals(taken, 0);
});
