/** What a run makes of a kernel's answers, on a kernel that answers what the test says. */
import { assertEquals, assertRejects } from "@std/assert";
import { CellTimeout, KernelDied } from "../../lib/notebook/kernel.ts";
import { type CellLimits, runCells } from "../../lib/notebook/run_cells.ts";
import { type Notebook, parseNotebook } from "../../lib/notebook/notebook_file.ts";
import { type CellSpec, notebookText } from "./project.ts";
import { type Answer, scriptedSession } from "./scripted_session.ts";

const LIMITS: CellLimits = { time: 5000, output: 1000, memory: 100_000, temporary: 1000 };

async function run(
  cells: readonly CellSpec[],
  answers: readonly Answer[],
  { limits = LIMITS, change = (_: Notebook): void => {} } = {},
) {
  const { notebook } = parseNotebook(notebookText(cells), "a.ipynb");
  change(notebook);
  const { session, asked } = scriptedSession(answers);
  const told: string[] = [];
  try {
    const failure = await runCells(session, notebook, limits, (cell, all) => {
      told.push(`${cell} of ${all}`);
    });
    const outputs = notebook.cells.map(({ outputs }) => outputs);
    return { failure, outputs, notebook, asked: asked.cells, told };
  } finally {
    await session.end();
  }
}
const stream = (text: string) => ["stream", { name: "stdout", text }] as const;
const input = (count: number) => ["execute_input", { execution_count: count }] as const;
const error = (ename: string, evalue: string, traceback: unknown = ["at x"]) =>
  ["error", { ename, evalue, traceback }] as const;
const shownError = (ename: string, evalue: string, traceback: string[] = []) => ({
  output_type: "error",
  ename,
  evalue,
  traceback,
});

Deno.test("each cell's outputs and count are those that its kernel sent, in order", async () => {
  const { failure, outputs, notebook, asked, told } = await run(["one()", "two()"], [
    { messages: [input(1), stream("a"), stream("b\n")] },
    {
      messages: [input(2), ["execute_result", {
        data: { "text/plain": "5" },
        metadata: {},
        execution_count: 2,
      }]],
    },
  ]);
  assertEquals(failure, null);
  assertEquals(outputs[0], [{ output_type: "stream", name: "stdout", text: ["ab\n"] }]);
  assertEquals(outputs[1]![0]!["data"], { "text/plain": ["5"] });
  assertEquals(notebook.cells.map(({ execution_count }) => execution_count), [1, 2]);
  assertEquals(asked, [
    { code: "one()", counts: true, limit: 5000 },
    { code: "two()", counts: true, limit: 5000 },
  ]);
  assertEquals(told, ["1 of 2", "2 of 2"]);
});

Deno.test("a cell's count is the kernel's first; what the cell broadcasts as one counts nothing", async () => {
  const { notebook } = await run(["one()"], [{ messages: [input(4), input(99)] }]);
  assertEquals(notebook.cells[0]!.execution_count, 4);
});

Deno.test("what an earlier run left is gone before the first cell runs, in cells without code too", async () => {
  const { notebook, told } = await run(["one()", "  \n", "two()"], [{
    messages: [error("E", "x")],
  }], {
    change: ({ cells }) => {
      for (const cell of cells) {
        cell.outputs = [{ output_type: "stream", name: "stdout", text: ["old"] }];
        cell.execution_count = 7;
        cell.metadata["execution"] = { "iopub.execute_input": "2020" };
        cell.metadata["kept"] = 1;
      }
    },
  });
  const [, blank, last] = notebook.cells;
  for (const cell of [blank!, last!]) {
    assertEquals([cell.outputs, cell.execution_count, cell.metadata], [[], null, { kept: 1 }]);
  }
  // A cell without content is none.
  assertEquals(told, ["1 of 2"]);
});

Deno.test("the first cell that fails ends the run: its number, message and stack are the failure", async () => {
  const { failure, outputs, asked } = await run(["one()", "two()", "three()"], [
    {},
    { messages: [stream("before\n"), error("TypeError", "no such thing", ["first", "second"])] },
  ]);
  assertEquals(failure, {
    cell: 2,
    line: null,
    message: "TypeError: no such thing",
    traceback: ["first", "second"],
  });
  assertEquals(outputs, [
    [],
    [
      { output_type: "stream", name: "stdout", text: ["before\n"] },
      shownError("TypeError", "no such thing", ["first", "second"]),
    ],
    [],
  ]);
  assertEquals(asked.length, 2);
});

Deno.test("a cell that may fail is no failure, and the next one runs", async () => {
  const { failure, outputs, asked } = await run(
    [{ code: "one()", tags: ["raises-exception"] }, "two()"],
    [{ messages: [error("E", "x")], reply: { status: "error", ename: "E", evalue: "x" } }],
  );
  assertEquals([failure, asked.length, outputs[0]!.length], [null, 2, 1]);
});

Deno.test("a reply that says an error fails a cell that put out none, in its words or in general ones", async () => {
  const told = await run(["one()"], [{ reply: { status: "error", ename: "E", evalue: "x" } }]);
  assertEquals(told.failure, { cell: 1, line: null, message: "E: x", traceback: [] });
  assertEquals(told.outputs, [[shownError("E", "x")]]);
  const silent = await run(["one()"], [{ reply: { status: "error" } }]);
  assertEquals(silent.failure?.message, "Error: Execution failed");
  assertEquals(silent.outputs, [[shownError("Error", "Execution failed")]]);
  assertEquals((await run(["one()"], [{ reply: { status: "aborted" } }])).failure, null);
});

Deno.test("what nobody caught fails its cell, by the name that its stack begins with", async () => {
  const caught = async (stack: string) => {
    const { outputs, failure } = await run(["one()"], [{ uncaught: [stack] }]);
    const { ename, evalue, traceback } = outputs[0]![0]!;
    assertEquals(failure?.message, `${ename}: ${evalue}`);
    return [ename, evalue, traceback];
  };
  assertEquals(await caught("TypeError: no x\n    at a"), [
    "TypeError",
    "no x (not caught)",
    ["TypeError: no x", "    at a"],
  ]);
  assertEquals(await caught("Uncaught RangeError: far"), [
    "RangeError",
    "far (not caught)",
    ["Uncaught RangeError: far"],
  ]);
  assertEquals((await caught("NotFound: no file")).slice(0, 2), [
    "NotFound",
    "no file (not caught)",
  ]);
  assertEquals((await caught("a text: thrown")).slice(0, 2), [
    "Error",
    "a text: thrown (not caught)",
  ]);
  // A test that fails says so itself.
  assertEquals((await caught('Error: Test "a" failed')).slice(0, 2), ["Error", 'Test "a" failed']);
});

Deno.test("what a cell was refused is named before its error, and alone where it has none", async () => {
  const denied = ['Requires read access to "/etc/x"'];
  const named = {
    output_type: "stream",
    name: "stderr",
    text: ['NotCapable: Requires read access to "/etc/x"\n'],
  };
  assertEquals((await run(["one()"], [{ denied }])).outputs, [[named]]);
  const { outputs } = await run(["one()"], [{ messages: [error("E", "x", [])], denied }]);
  assertEquals(outputs, [[named, shownError("E", "x")]]);
});

Deno.test("a cell that takes too long, or whose kernel ends, keeps what it put out and says so", async () => {
  const stopped = await run(["one()", "two()"], [{
    messages: [stream("so far\n")],
    throws: new CellTimeout("took longer than 5 s"),
    denied: ["net access"],
  }]);
  const message = "Cell took longer than 5 s and was stopped";
  assertEquals(stopped.failure, { cell: 1, line: null, message, traceback: [] });
  assertEquals(stopped.outputs[0], [
    { output_type: "stream", name: "stdout", text: ["so far\n"] },
    { output_type: "stream", name: "stderr", text: ["NotCapable: net access\n"] },
    shownError("CellTimeout", message),
  ]);
  assertEquals(stopped.asked.length, 1);
  const died = await run(["one()"], [{ throws: new KernelDied("Kernel ended with exit code 1") }]);
  assertEquals(died.failure?.message, "Kernel ended with exit code 1 while the cell ran");
  assertEquals(died.outputs, [[
    shownError("KernelDied", "Kernel ended with exit code 1 while the cell ran"),
  ]]);
  await assertRejects(() => run(["one()"], [{ throws: new TypeError("ours") }]), TypeError, "ours");
});

Deno.test("a cell may put out so many bytes; with more it is stopped, and what came too late is left out", async () => {
  const content = { name: "stdout", text: "x".repeat(60) };
  const size = JSON.stringify(content).length;
  const limits = { ...LIMITS, output: size };
  const within = await run(["one()"], [{ messages: [["stream", content]] }], { limits });
  assertEquals([within.failure, within.outputs[0]!.length], [null, 1]);
  const over = await run(
    ["one()"],
    [{ messages: [["stream", content], stream("y")], waits: true }],
    {
      limits,
    },
  );
  assertEquals(
    over.failure?.message.startsWith("Cell put out more than"),
    true,
    over.failure?.message,
  );
  assertEquals(over.outputs[0]!.map(({ output_type }) => output_type), ["stream", "error"]);
  assertEquals(over.outputs[0]![0]!["text"], [content.text]);
});
