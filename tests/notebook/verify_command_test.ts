import { assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { runNotebooks } from "../../lib/notebook/mod.ts";
import { EVERYTHING, REPOSITORY, testProject } from "./project.ts";

async function task(
  folder: string,
  ...args: string[]
): Promise<{ code: number; out: string; err: string }> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", join(REPOSITORY, "lib/cli.ts"), ...args],
    cwd: folder,
    env: { NO_COLOR: "1" },
  }).output();
  const decoder = new TextDecoder();
  return { code, out: decoder.decode(stdout), err: decoder.decode(stderr) };
}

Deno.test("verify runs all notebooks again, changes nothing and tells which outputs differ", async () => {
  await using project = await testProject(EVERYTHING);
  const good = await project.notebook("notebooks/good.ipynb", ["console.log('same');"]);
  const path = await project.notebook("notebooks/bad.ipynb", [
    "console.log('first');",
    "console.log(`lead 2,868,686`);",
  ]);
  for (const each of [good, path]) {
    assertEquals((await task(project.root, "run", "--quiet", "--no-check", each)).code, 0);
  }
  const edited = (await Deno.readTextFile(path)).replace(
    '"lead 2,868,686\\n"',
    '"lead 2,868,687\\n"',
  );
  await Deno.writeTextFile(path, edited);
  const { code, out, err } = await task(project.root, "verify", "--quiet");
  assertEquals(code, 1);
  assertEquals(
    err,
    "notebooks/bad.ipynb: cell [2], output 1, stdout\n  - lead 2,868,687\n  + lead 2,868,686\n",
  );
  assertEquals(out, "1 of 2 notebooks gave the outputs that are stored\n");
  assertEquals(await Deno.readTextFile(path), edited);
  assertEquals(await project.files(), ["deno.json", "notebooks/bad.ipynb", "notebooks/good.ipynb"]);
});

Deno.test("run finds a notebook by its path from the folder where the task was called", async () => {
  await using project = await testProject({
    tasks: { run: `deno run -A ${join(REPOSITORY, "lib/cli.ts")} run` },
  });
  const path = await project.notebook("notebooks/a.ipynb", ["1 + 1"]);
  // A task started by a task keeps the first one's folder; the tests may themselves be a task.
  const { INIT_CWD: _, ...env } = Deno.env.toObject();
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "--quiet", "run", "--quiet", "--no-check", "a.ipynb"],
    cwd: join(project.root, "notebooks"),
    clearEnv: true,
    env: { ...env, NO_COLOR: "1" },
  }).output();
  assertEquals([code, new TextDecoder().decode(stderr)], [0, ""]);
  assertStringIncludes(await Deno.readTextFile(path), '"2"');
});

Deno.test("what verify found to be as stored need not run again, and what differed must", async () => {
  await using project = await testProject();
  const paths = [
    await project.notebook("same.ipynb", ["1 + 1"]),
    await project.notebook("changed.ipynb", ["40 + 2"]),
  ];
  for (const path of paths) {
    assertEquals((await task(project.root, "run", "--quiet", "--no-check", path)).code, 0);
  }
  await Deno.remove(project.path(".tallybook"), { recursive: true });
  const edited = (await Deno.readTextFile(paths[1]!)).replace('"42"', '"43"');
  await Deno.writeTextFile(paths[1]!, edited);
  const { code } = await task(project.root, "verify", "--quiet", ...paths);
  assertEquals(code, 1);
  const runs = await runNotebooks(paths);
  assertEquals(runs.map(({ status }) => status), ["unchanged", "ok"]);
});

Deno.test("verify keeps the parameters that a notebook records", async () => {
  await using project = await testProject(EVERYTHING);
  const path = await project.notebook("a.ipynb", [
    { code: "let year = 2016;", tags: ["parameters"] },
    "console.log(year);",
  ]);
  const ran = await task(project.root, "run", "--quiet", "--no-check", path, "-p", "year=2020");
  assertEquals(ran.code, 0, ran.err);
  const { code, out } = await task(project.root, "verify", "--quiet", path);
  assertEquals([code, out], [0, "1 of 1 notebooks gave the outputs that are stored\n"]);
});

Deno.test("the tasks print their usage on --help, and with a misuse exit with 2", async () => {
  await using project = await testProject();
  for (const name of ["run", "verify", "check", "lab"]) {
    const { code, out } = await task(project.root, name, "--help");
    assertEquals(code, 0);
    assertStringIncludes(out, `Usage: deno task ${name}`);
  }
  const misuses: ReadonlyArray<readonly [string[], string]> = [
    [["run"], "Cannot read the command line: NOTEBOOK: found a list [], expected one notebook"],
    [["run", "a.ipynb", "-p", "year"], '-p: found "year", expected name=value'],
    [
      ["run", "a.ipynb", "--timeout=soon"],
      '--timeout: found "soon", expected a positive number',
    ],
    [["run", "a.ipynb", "--allow=all"], 'found "all", expected net'],
    [["verify", "--nonsense"], 'option: found "--nonsense", expected one of "--timeout"'],
  ];
  for (const [args, message] of misuses) {
    const { code, err } = await task(project.root, ...args);
    assertEquals(code, 2, args.join(" "));
    assertStringIncludes(err, message);
    assertStringIncludes(err, "Usage: deno task");
  }
  const missing = await task(project.root, "run", "--quiet", "none.ipynb");
  assertEquals([missing.code, missing.err], [1, "Cannot find none.ipynb\n"]);
});
