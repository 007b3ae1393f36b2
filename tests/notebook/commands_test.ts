/** What the runner's commands answer to their command lines, without a kernel where none is needed. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { checkCommand, runCommand, verifyCommand } from "../../lib/notebook/mod.ts";
import { answer } from "./command_answer.ts";
import { EVERYTHING, REPOSITORY, testProject } from "./project.ts";

Deno.test("run refuses what it can't understand, with its usage, before anything runs", async () => {
  const cases: [string[], string][] = [
    [[], "NOTEBOOK"],
    [["a.ipynb", "b.ipynb"], "expected one notebook"],
    [["a.ipynb", "-p", "year"], '-p: found "year", expected name=value'],
    [["a.ipynb", "-p", "=2016"], '-p: found "=2016", expected name=value'],
    [
      ["a.ipynb", "-p", "a=1", "-p", "b=1", "-p", "a=2"],
      'found "a twice", expected each parameter once',
    ],
    [["a.ipynb", "--allow=all"], 'found "all"'],
    [["a.ipynb", "--allow=net,all"], 'found "all"'],
    [["a.ipynb", "--timeout=0"], '--timeout: found "0", expected a positive number'],
    [["a.ipynb", "--memory=much"], '--memory: found "much", expected a positive number'],
    [["a.ipynb", "--loud"], "loud"],
  ];
  for (const [args, words] of cases) {
    const { code, out, err } = await answer(runCommand, ...args);
    assertEquals([code, out], [2, ""], args.join(" "));
    assertStringIncludes(err, words);
    assertStringIncludes(err, "Usage: deno task run NOTEBOOK");
  }
});

Deno.test("a parameter's value may hold an equals sign, and a name of one letter", async () => {
  await using project = await testProject();
  const path = await project.notebook("a.ipynb", [
    { code: 'const a = "x";', tags: ["parameters"] },
    "console.log(a);",
  ]);
  const { code, out, err } = await answer(runCommand, path, "-p", "a=y=z", "--no-check");
  assertEquals([code, out], [0, `Result: ${path}\n`], err);
  assertStringIncludes(await Deno.readTextFile(path), '"y=z\\n"');
  const elsewhere = project.path("b.ipynb");
  const copy = await answer(runCommand, path, "--out", elsewhere, "--quiet", "--no-check");
  assertEquals([copy.code, copy.out, copy.err], [0, "", ""]);
  assertStringIncludes(await Deno.readTextFile(elsewhere), '"x\\n"');
});

Deno.test("a run that fails says why, and where its partial result is", async () => {
  await using project = await testProject();
  const path = await project.notebook("a.ipynb", ["console.log(1);", 'throw new Error("no");']);
  const { code, out, err } = await answer(runCommand, path, "--quiet", "--no-check");
  assertEquals([code, out], [1, ""]);
  assertEquals(err.trim().split("\n"), [
    "a.ipynb: cell [2], line 1: Error: no",
    `What it gave until then: ${project.path("a.partial.ipynb")}`,
  ]);
});

Deno.test("each command says of a notebook that is not there that it cannot find it", async () => {
  await using project = await testProject();
  const path = project.path("none.ipynb");
  const run = await answer(runCommand, path, "--quiet");
  assertEquals([run.code, run.out, run.err], [1, "", "Cannot find none.ipynb\n"]);
  const check = await answer(checkCommand, path);
  assertEquals(check, {
    code: 1,
    out: "Notebooks checked: 1, faults: 1\n",
    err: `Cannot find ${path}\n`,
  });
  const verify = await answer(verifyCommand, path, "--quiet");
  assertEquals(verify, {
    code: 1,
    out: "0 of 1 notebooks gave the outputs that are stored\n",
    err: "Cannot find none.ipynb\n",
  });
});

Deno.test("check tells of each notebook what is wrong with it, and counts faults", async () => {
  await using project = await testProject();
  const good = await project.notebook("good.ipynb", ["const a: number = 1;"]);
  const bad = await project.notebook("bad.ipynb", ["1;", 'const a: number = "x";']);
  const none = await project.write("none.ipynb", "[]");
  const { code, out, err } = await answer(checkCommand, good, bad, none);
  assertEquals([code, out], [1, "Notebooks checked: 3, faults: 2\n"]);
  const lines = err.trim().split("\n");
  assertEquals(lines.length, 2);
  assertStringIncludes(lines[0]!, "none.ipynb");
  assertStringIncludes(lines[1]!, "bad.ipynb: cell [2], line 1");
  assertEquals(await answer(checkCommand, good), {
    code: 0,
    out: "Notebooks checked: 1, faults: 0\n",
    err: "",
  });
});

Deno.test("where a wall is asked for and there is none, JupyterLab is not started", async () => {
  // A process looks for its wall once: this one has another.
  const start = (...args: string[]) =>
    new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-check", join(REPOSITORY, "lib/cli.ts"), "lab", ...args],
      cwd: REPOSITORY,
      env: { NO_COLOR: "1", TALLYBOOK_SANDBOX: "none", PATH: "/nowhere" },
    }).output();
  const decoder = new TextDecoder();
  const required = await start("--require-sandbox");
  assertEquals([required.code, decoder.decode(required.stderr).trim().split("\n").length], [1, 1]);
  assertStringIncludes(decoder.decode(required.stderr), "TALLYBOOK_SANDBOX=none");
  const without = await start();
  assertStringIncludes(decoder.decode(without.stderr), "JupyterLab is not on the PATH");
});

Deno.test("seconds for a cell, and memory, are those that the command line says, in a run and a verification", async () => {
  await using project = await testProject(EVERYTHING);
  const slow = await project.notebook("slow.ipynb", [
    "await new Promise((resolve) => setTimeout(resolve, 20_000));",
  ]);
  const failure = "slow.ipynb: cell [1]: Cell took longer than 0.5 s and was stopped";
  const run = await answer(runCommand, slow, "--quiet", "--no-check", "--timeout=0.5");
  assertEquals([run.code, run.err.split("\n")[0]], [1, failure]);
  const verify = await answer(verifyCommand, slow, "--quiet", "--timeout=0.5");
  assertEquals([verify.code, verify.err.trim()], [1, failure]);
  const path = await project.notebook("a.ipynb", [
    'console.log(/--max-old-space-size=\\d+/.exec(Deno.env.get("DENO_V8_FLAGS")!)![0]);',
  ]);
  const printed = async (...args: string[]) => {
    await answer(runCommand, path, "--quiet", "--no-check", ...args);
    return /max-old-space-size=(\d+)/.exec(JSON.stringify(
      JSON.parse(
        await Deno.readTextFile(path),
      ).cells[0].outputs,
    ))?.[1];
  };
  assertEquals([await printed(), await printed("--memory=700")], ["4096", "700"]);
});
