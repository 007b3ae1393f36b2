/** The task itself as a process: signals, two at once, a full disk. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { notebookText, processesLeft, processesOf, REPOSITORY, testProject } from "./project.ts";

/** Starts `run` as the task does. */
function run(path: string, ...options: string[]): Deno.ChildProcess {
  return start("run", "--no-check", path, ...options);
}

function start(...args: string[]): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    // Quiet, so that in a fresh cache its downloads are not taken for the runner's first line.
    args: ["run", "--quiet", "-A", join(REPOSITORY, "lib/cli.ts"), ...args],
    env: { NO_COLOR: "1" },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

async function outcome(child: Deno.ChildProcess): Promise<{ code: number; stderr: string }> {
  const { code, stderr } = await child.output();
  return { code, stderr: new TextDecoder().decode(stderr) };
}

/** The runner's temporary folders in the system's. */
async function temporaryFolders(): Promise<Set<string>> {
  const names = new Set<string>();
  const folder = Deno.env.get("TMPDIR") ?? "/tmp";
  for await (const { name } of Deno.readDir(folder)) {
    if (/^tallybook-(run|cell)-/.test(name)) names.add(name);
  }
  return names;
}

const SLOW = [
  "console.log('started');",
  "await new Promise((resolve) => setTimeout(resolve, 30_000));",
];

for (const [signal, code] of [["SIGINT", 130], ["SIGTERM", 143]] as const) {
  // Before the kernel starts, while it starts, while a cell runs.
  for (const after of [150, 500, 2500]) {
    Deno.test({
      name: `run ends ${after} ms after its start by ${signal} with nothing half done`,
      ignore: Deno.build.os === "windows",
      fn: async () => {
        await using project = await testProject();
        const path = await project.notebook("a.ipynb", SLOW);
        const before = await Deno.readTextFile(path);
        const child = run(path);
        await new Promise((resolve) => setTimeout(resolve, after));
        child.kill(signal);
        const { code: ended, stderr } = await outcome(child);
        // A signal that comes before the runner's first line ends it by itself.
        if (stderr !== "") {
          assertEquals(ended, code);
          assertStringIncludes(stderr, `Interrupted (${signal}): notebooks are as they were`);
        }
        assertEquals(await Deno.readTextFile(path), before);
        assertEquals(await project.files(), ["a.ipynb", "deno.json"]);
        assertEquals(await processesLeft(project.root), [], "no kernel is left");
        const state = join(project.root, ".tallybook");
        const left = [...Deno.readDirSync(project.root)].some(({ name }) => name === ".tallybook")
          ? [...Deno.readDirSync(state)].map(({ name }) => name).filter((name) =>
            name.startsWith("check")
          )
          : [];
        assertEquals(left, [], "no copies are left");
      },
    });
  }
}

Deno.test("check ends by SIGINT with its checker, and leaves no copies", async () => {
  await using project = await testProject();
  const path = await project.notebook("a.ipynb", SLOW);
  const child = start("check", path);
  const folder = project.path(".tallybook/check");
  const there = () => Deno.stat(folder).then(() => true, () => false);
  for (let wait = 0; wait < 300 && !await there(); wait++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  child.kill("SIGINT");
  assertEquals((await outcome(child)).code, 130);
  assertEquals(await processesLeft(project.root), []);
  assertEquals(await there(), false);
});

Deno.test({
  name: "run, killed outright, leaves the notebook as it was and a kernel that ends by itself",
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    await using project = await testProject();
    const path = await project.notebook("a.ipynb", SLOW);
    const before = await Deno.readTextFile(path);
    const folders = await temporaryFolders();
    const child = run(path);
    let kernels: number[] = [];
    for (let i = 0; i < 100 && kernels.length === 0; i++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      kernels = (await processesOf(project.root)).filter((pid) => pid !== child.pid);
    }
    await new Promise((resolve) => setTimeout(resolve, 2000));
    child.kill("SIGKILL");
    await outcome(child);
    for (let i = 0; i < 100 && (await processesOf(project.root)).length > 0; i++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assertEquals(await processesLeft(project.root), []);
    assertEquals(await Deno.readTextFile(path), before);
    const own = (names: Iterable<string>) =>
      [...names].filter((name) => name.startsWith(`tallybook-run-${child.pid}-`));
    assertEquals(own(folders), []);
    for (let i = 0; i < 50 && own(await temporaryFolders()).length > 0; i++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assertEquals(own(await temporaryFolders()), [], "its folder is gone, too");
  },
});

Deno.test("run refuses a notebook that another process is running", async () => {
  await using project = await testProject();
  const path = await project.notebook("a.ipynb", [
    "console.log('started');",
    "await new Promise((resolve) => setTimeout(resolve, 6000));",
  ]);
  const first = run(path);
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const second = await outcome(run(path, "--quiet"));
  assertEquals(second.code, 1);
  assertEquals(second.stderr, "a.ipynb: Another process is running this notebook\n");
  const { code, stderr } = await outcome(first);
  assertEquals(code, 0, stderr);
  assert((await Deno.readTextFile(path)).includes("started\\n"));
});

Deno.test({
  name: "run leaves the notebook as it was when the disk is full",
  // Mounting a small file system takes root.
  ignore: Deno.build.os !== "linux" || Deno.uid() !== 0,
  fn: async () => {
    const disk = await Deno.makeTempDir({ prefix: "tallybook-test-" });
    const mount = await new Deno.Command("mount", {
      args: ["-t", "tmpfs", "-o", "size=256k", "tmpfs", disk],
    }).output();
    assert(mount.success, "a small file system can be mounted");
    try {
      await Deno.writeTextFile(join(disk, "deno.json"), "{}");
      const path = join(disk, "a.ipynb");
      const text = notebookText(["console.log('x'.repeat(500_000));"]);
      await Deno.writeTextFile(path, text);
      const { code, stderr } = await outcome(run(path, "--quiet"));
      assertEquals(code, 1);
      assertEquals(stderr.trim().split("\n").length, 1, stderr);
      assertStringIncludes(stderr, "a.ipynb");
      assertStringIncludes(stderr, "No space left on device");
      assertEquals(await Deno.readTextFile(path), text);
      assertEquals([...Deno.readDirSync(disk)].map(({ name }) => name).sort(), [
        ".tallybook",
        "a.ipynb",
        "deno.json",
      ]);
      assertEquals(await processesLeft(disk), []);
    } finally {
      await new Deno.Command("umount", { args: [disk] }).output();
      await Deno.remove(disk);
    }
  },
});

Deno.test("run leaves nothing in the system's temporary folder", async () => {
  await using project = await testProject();
  const path = await project.notebook("a.ipynb", ["1 + 1"]);
  const before = await temporaryFolders();
  assertEquals((await outcome(run(path))).code, 0);
  const after = await temporaryFolders();
  // Other runs may come and go meanwhile: what is new must go, too.
  const fresh = [...after].filter((name) => !before.has(name));
  await new Promise((resolve) => setTimeout(resolve, fresh.length > 0 ? 3000 : 0));
  const last = await temporaryFolders();
  assertEquals(fresh.filter((name) => last.has(name)), []);
});

Deno.test("run leaves nothing beside a notebook outside of any project, or beside its result", async () => {
  const folder = await Deno.makeTempDir({ prefix: "tallybook-test-" });
  const path = join(folder, "a.ipynb");
  const out = join(folder, "out", "b.ipynb");
  await Deno.mkdir(join(folder, "out"));
  await Deno.writeTextFile(path, notebookText(["1 + 1"]));
  const { code, stderr } = await outcome(run(path, "--out", out));
  assertEquals(code, 0, stderr);
  assertEquals([...Deno.readDirSync(folder)].map(({ name }) => name).sort(), ["a.ipynb", "out"]);
  assertEquals([...Deno.readDirSync(join(folder, "out"))].map(({ name }) => name), ["b.ipynb"]);
  await Deno.remove(folder, { recursive: true });
});
