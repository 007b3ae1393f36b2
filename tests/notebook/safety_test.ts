/** What a notebook may not do, tried on the real kernel. */
import {
  assert,
  assertEquals,
  assertMatch,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { join } from "node:path";
import { executeNotebook, type Execution } from "../../lib/notebook/mod.ts";
import { denoFolder, REPOSITORY, testProject } from "./project.ts";

/** A cell that tries something and prints the name of the error, or "done". */
const attempt = (code: string) =>
  `try {\n  ${code};\n  console.log("done");\n} catch (error) {\n  console.log((error as Error).name);\n}`;

const printed = (execution: Execution) =>
  execution.notebook.cells.map((cell) =>
    (cell.outputs ?? []).map((output) => [output["text"] ?? []].flat().join("")).join("").trim()
  );

const ATTEMPTS: ReadonlyArray<readonly [string, string]> = [
  ["fetch", 'await fetch("http://127.0.0.1:8080/")'],
  ["connect", "await Deno.connect({ port: 80 })"],
  ["listen", "Deno.listen({ port: 0 })"],
  ["resolve a name", 'await Deno.resolveDns("example.com", "A")'],
  ["WebSocket", 'new WebSocket("ws://127.0.0.1:9/")'],
  ["a program", 'new Deno.Command("true").outputSync()'],
  ["a signal", 'Deno.kill(Deno.ppid, "SIGTERM")'],
  ["write", 'Deno.writeTextFileSync("a.txt", "")'],
  ["append", 'Deno.openSync("deno.json", { append: true })'],
  ["node:fs", '(await import("node:fs")).writeFileSync("a.txt", "")'],
  ["remove", 'Deno.removeSync("a.ipynb")'],
  ["rename", 'Deno.renameSync("deno.json", "b.json")'],
  ["symbolic link", 'Deno.symlinkSync("/etc", "etc")'],
  ["folder", 'Deno.mkdirSync("folder")'],
  ["mode", 'Deno.chmodSync("deno.json", 0o777)'],
  ["temporary file", "Deno.makeTempFileSync()"],
  ["native library", 'Deno.dlopen("libc.so.6", {})'],
  [
    "asking for more",
    'if ((await Deno.permissions.request({ name: "write" })).state !== "nonsense") Deno.writeTextFileSync("a.txt", "")',
  ],
];

Deno.test("executeNotebook() lets a notebook reach no network, start no program and write no file: NotCapable in each cell", async () => {
  await using project = await testProject();
  const path = await project.notebook("a.ipynb", ATTEMPTS.map(([, code]) => attempt(code)));
  const execution = await executeNotebook(path, { out: null });
  assertEquals(execution.failure, null);
  const results = printed(execution);
  for (const [i, [name]] of ATTEMPTS.entries()) {
    assertEquals(`${name}: ${results[i]}`, `${name}: NotCapable`);
  }
  assertEquals(await project.files(), ["a.ipynb", "deno.json"]);
});

/** Attempts whose error Node's modules or an import put into words of their own, or swallow. */
const DISGUISED: ReadonlyArray<readonly [name: string, code: string, denied: RegExp]> = [
  [
    "spawnSync, which gives nothing back",
    'import { spawnSync } from "node:child_process";\nconsole.log(spawnSync("echo", ["ran"]).stdout?.length ?? "nothing");',
    /^nothing\nNotCapable: Notebook has no run access to "echo": /,
  ],
  [
    "execSync, which throws an Error",
    'import { execSync } from "node:child_process";\ntry { execSync("echo ran"); } catch { console.log("caught"); }',
    /^caught\nNotCapable: Notebook has no run access to ".*sh": /,
  ],
  [
    "a connection, which gives EPERM",
    'import net from "node:net";\nconsole.log(await new Promise((resolve) => net.connect(9).on("error", (error) => resolve(error.code))));',
    /^EPERM\nNotCapable: Notebook has no net access to "localhost/,
  ],
  [
    "a name, which gives UNKNOWN",
    'import dns from "node:dns";\nconsole.log(await new Promise((resolve) => dns.resolve4("example.com", (error) => resolve(error?.code))));',
    /^UNKNOWN\nNotCapable: Notebook has no net access to /,
  ],
  [
    "a module from the network, which gives a TypeError",
    'try { await import("https://127.0.0.1:9/a.ts"); } catch (error) { console.log((error as Error).name); }',
    /^TypeError\nNotCapable: Notebook has no import access to "127\.0\.0\.1:9": /,
  ],
  [
    "what a cell catches and keeps to itself",
    'try { Deno.writeTextFileSync("a.txt", ""); } catch { /* Nobody will know. */ }',
    /^NotCapable: Notebook has no write access to "a\.txt": /,
  ],
];

Deno.test("executeNotebook() names on stderr what was denied and is not told: NotCapable in each cell", async () => {
  await using project = await testProject();
  const path = await project.notebook("a.ipynb", DISGUISED.map(([, code]) => code));
  const execution = await executeNotebook(path, { out: null });
  assertEquals(execution.failure, null);
  const results = printed(execution);
  for (const [i, [name, , denied]] of DISGUISED.entries()) assertMatch(results[i]!, denied, name);
  assertEquals(await project.files(), ["a.ipynb", "deno.json"]);
});

Deno.test("executeNotebook() lets Node's own modules throw NotCapable as it is", async () => {
  await using project = await testProject();
  const path = await project.notebook("a.ipynb", [
    `import http from "node:http";
console.log(await new Promise((resolve) => http.get("http://127.0.0.1:9/").on("error", (error) => resolve(error.name))));`,
    `import { spawn } from "node:child_process";
console.log(await new Promise((resolve) => spawn("echo").on("error", (error) => resolve(error.name))));`,
    `import { writeFile } from "node:fs/promises";
await writeFile("a.txt", "").catch((error) => console.log(error.name));`,
  ]);
  const execution = await executeNotebook(path, { out: null });
  assertEquals(printed(execution), ["NotCapable", "NotCapable", "NotCapable"]);
});

Deno.test("executeNotebook() refuses a module from the network", async () => {
  await using project = await testProject();
  const path = await project.notebook("a.ipynb", ['await import("https://127.0.0.1:9/a.ts");']);
  const { failure, notebook } = await executeNotebook(path, { out: null });
  assertStringIncludes(failure?.message ?? "", "Notebook has no import access");
  const [denied, error] = notebook.cells[0]?.outputs ?? [];
  assertStringIncludes(String(denied?.["text"]), "NotCapable: Notebook has no import access");
  assertEquals(error?.output_type, "error");
});

Deno.test("executeNotebook() calls an access that was denied behind a cell's back by its name", async () => {
  await using project = await testProject();
  const path = await project.notebook("a.ipynb", [
    'import dgram from "node:dgram";\ndgram.createSocket("udp4").send("x", 9, "127.0.0.1");\nawait new Promise((resolve) => setTimeout(resolve, 50));',
  ]);
  const { failure } = await executeNotebook(path, { out: null });
  assertMatch(
    failure?.message ?? "",
    /^NotCapable: Notebook has no net access to .* \(not caught\)$/,
  );
});

Deno.test("executeNotebook() lets a worker do no more than its notebook", async () => {
  await using project = await testProject();
  const path = await project.notebook("a.ipynb", [
    `const code = 'try { Deno.writeTextFileSync("a.txt", ""); postMessage("done"); } catch (error) { postMessage(error.name); }';
const worker = new Worker("data:application/javascript," + encodeURIComponent(code), { type: "module" });
const answer = await new Promise((resolve) => worker.onmessage = (event) => resolve(event.data));
worker.terminate();
console.log(answer);`,
  ]);
  const execution = await executeNotebook(path, { out: null });
  assertEquals(execution.failure, null);
  assertEquals(printed(execution), ["NotCapable"]);
});

Deno.test("executeNotebook() lets a notebook read files and note what it read", async () => {
  await using project = await testProject();
  await project.write("data/a.csv", "a\n1\n");
  const path = await project.notebook("notebooks/a.ipynb", [
    'Deno.readTextFileSync("../data/a.csv").length',
    'import { readFileSync } from "node:fs";\nreadFileSync("../deno.json").length > 0',
  ]);
  const { failure, reads } = await executeNotebook(path, { out: null });
  assertEquals(failure, null);
  assertEquals(Object.keys(reads.project), ["data/a.csv", "deno.json"]);
  // printf 'a\n1\n' | sha256sum
  assertEquals(
    reads.project["data/a.csv"],
    "309b0e45a73d3fc5325e2b6ed0a01ef8b9cde6b05a5633c1f893f970d52bfddc",
  );
});

Deno.test("executeNotebook() gives back what it is told to, and says so in its result", async () => {
  await using project = await testProject();
  const path = await project.notebook("a.ipynb", [
    attempt("Deno.listen({ port: 0 }).close()"),
    attempt('new Deno.Command("true").outputSync()'),
    attempt('Deno.writeTextFileSync("a.txt", "")'),
  ]);
  const nothing = await executeNotebook(path, { out: null });
  assertEquals([nothing.allowed, printed(nothing)], [[], [
    "NotCapable",
    "NotCapable",
    "NotCapable",
  ]]);
  const net = await executeNotebook(path, { out: null, allow: ["net"] });
  assertEquals([net.allowed, printed(net)], [["net"], ["done", "NotCapable", "NotCapable"]]);
  const both = await executeNotebook(path, { out: null, allow: ["run", "write"] });
  assertEquals(printed(both), ["NotCapable", "done", "done"]);
});

Deno.test("executeNotebook() lets a notebook write into its output folder, and by no detour elsewhere", async () => {
  await using project = await testProject();
  await project.write("out/first.txt", "");
  await Deno.symlink(project.root, project.path("out/up"));
  const path = await project.notebook("a.ipynb", [
    attempt('Deno.writeTextFileSync("out/a.txt", "a")'),
    attempt('Deno.writeTextFileSync("out/../b.txt", "b")'),
    attempt('Deno.writeTextFileSync("out/up/c.txt", "c")'),
    attempt('Deno.writeTextFileSync("outside.txt", "d")'),
    attempt('Deno.renameSync("deno.json", "out/deno.json")'),
    attempt('Deno.symlinkSync("/etc", "out/etc")'),
    attempt('Deno.chdir("/"); Deno.writeTextFileSync("out/e.txt", "e")'),
  ]);
  const execution = await executeNotebook(path, {
    out: null,
    allow: [`write=${project.path("out")}`],
  });
  assertEquals(printed(execution), ["done", ...Array(6).fill("NotCapable")]);
  assertEquals(await project.files(), [
    "a.ipynb",
    "deno.json",
    "out/a.txt",
    "out/first.txt",
    "out/up",
  ]);
});

Deno.test("executeNotebook() keeps the data frame library's native code from writing and from the network", async () => {
  const { imports } = JSON.parse(await Deno.readTextFile(join(REPOSITORY, "deno.json")));
  await using project = await testProject({
    imports: { "nodejs-polars": imports["nodejs-polars"] },
    lock: false,
  });
  // The kernel is behind its wall: the package has to be in the cache before, as `run` puts it there
  // when it reads the imports.
  const warm = await project.write("warm.ts", 'import "nodejs-polars";');
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["cache", warm],
    cwd: project.root,
  })
    .output();
  assert(success);
  await Deno.remove(warm);
  await project.write("a.csv", "a\n1\n");
  const path = await project.notebook("a.ipynb", [
    'import pl from "nodejs-polars";\nconst frame = pl.readCSV("a.csv");\nconsole.log(frame.height);',
    attempt('frame.writeCSV("b.csv")'),
    attempt('frame.writeParquet("b.parquet")'),
    attempt('frame.lazy().sinkParquet("b.parquet")'),
    attempt('pl.scanParquet("https://127.0.0.1:9/a.parquet").collectSync()'),
    'console.log(frame.writeCSV().toString().split("\\n")[0]);',
  ]);
  const execution = await executeNotebook(path, { out: null });
  assertEquals(execution.failure, null);
  assertEquals(printed(execution), ["1", ...Array(4).fill("NotCapable"), "a"]);
  assert("a.csv" in execution.reads.project, "what native code reads is noted, too");
  assertEquals(await project.files(), ["a.csv", "a.ipynb", "deno.json"]);
});

Deno.test("run writes nothing to the user's home", async () => {
  await using project = await testProject();
  const path = await project.notebook("a.ipynb", ["1 + 1"]);
  const home = await Deno.makeTempDir({ prefix: "tallybook-test-home-" });
  const { code } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", join(REPOSITORY, "lib/cli.ts"), "run", "--quiet", path],
    env: { HOME: home, DENO_DIR: await denoFolder() },
  }).output();
  assertEquals(code, 0);
  assertEquals([...Deno.readDirSync(home)], []);
  await Deno.remove(home);
});

Deno.test("executeNotebook() refuses to allow what does not exist, with the list of what does", async () => {
  await using project = await testProject();
  const path = await project.notebook("a.ipynb", ["1"]);
  await assertRejects(
    () => executeNotebook(path, { allow: ["everything"] }),
    RangeError,
    'found "everything", expected net, import, run, read, write, ffi, net=HOST:PORT, read=PATH or write=FOLDER',
  );
});
