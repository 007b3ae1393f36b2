/** What a program can and cannot do behind the wall that Linux builds, each on the running system. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { parseGrants } from "../../../lib/notebook/grants.ts";
import type { Policy } from "../../../lib/notebook/sandbox/policy.ts";
import { projectPolicy } from "../../../lib/notebook/sandbox/project_policy.ts";
import { behindWall, findWall, launcherEnvironment } from "../../../lib/notebook/sandbox/wall.ts";
import { processesLeft, processesOf, type TestProject, testProject } from "../project.ts";

const wall = await findWall();
const ignore = wall.kind !== "landlock";

/** What a program tries: each its result as text, or its error's name. */
const TRIES = `
const tries = JSON.parse(Deno.args[0]);
const results = {};
for (const [name, code] of Object.entries(tries)) {
  try {
    results[name] = await (0, eval)("(async () => (" + code + "))()") ?? "done";
  } catch (error) {
    results[name] = error.name;
  }
}
console.log(JSON.stringify(results));
`;

interface Started {
  readonly policy: Policy;
  readonly command: readonly string[];
}

async function inProject(
  work: (project: TestProject, order: (changes?: Partial<Policy>) => Started) => Promise<void>,
): Promise<void> {
  await using project = await testProject({ lock: false });
  await using run = await testProject();
  const notebook = await project.write("a.ipynb", "{}");
  const script = await project.write("tries.ts", TRIES);
  for (const name of ["tmp", "deno"]) await Deno.mkdir(run.path(name));
  const order = (changes: Partial<Policy> = {}): Started => {
    const policy: Policy = {
      ...projectPolicy({
        notebook,
        grants: parseGrants([]),
        runFolder: run.root,
        ports: [],
        memory: 1000,
        environment: { DENO_DIR: run.path("deno"), A: "1 b=c", TMPDIR: run.path("tmp") },
      }),
      ...changes,
    };
    const command = [Deno.execPath(), "run", "-A", "--no-config", "--no-lock", script];
    return { policy, command };
  };
  await work(project, order);
}

/** What the tries give behind the wall. */
async function tried(
  { policy, command }: Started,
  tries: Readonly<Record<string, string>>,
): Promise<Record<string, unknown>> {
  const [program = "", ...args] = behindWall(
    wall,
    policy,
    [...command, JSON.stringify(tries)],
    policy.runFolder,
  );
  const { stdout, stderr } = await new Deno.Command(program, {
    args,
    clearEnv: true,
    env: launcherEnvironment(wall, { PATH: "/usr/bin:/bin" }),
    stdin: "null",
  }).output();
  const [out, err] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  try {
    return JSON.parse(out!);
  } catch {
    throw new Error(`${out}${err}`);
  }
}
const quote = (text: string) => JSON.stringify(text);

Deno.test(
  "files are read where they may be, and written in the run's folder alone",
  { ignore },
  () =>
    inProject(async (project, order) => {
      const started = order();
      const tmp = join(started.policy.runFolder, "tmp");
      const results = await tried(started, {
        own: `Deno.readTextFileSync(${quote(project.path("a.ipynb"))})`,
        list: `[...Deno.readDirSync(${quote(tmp)})].length`,
        outside: `Deno.readTextFileSync("/etc/hostname")`,
        root: `[...Deno.readDirSync("/")].length`,
        overwrite: `Deno.writeTextFileSync(${quote(project.path("a.ipynb"))}, "")`,
        truncate: `Deno.truncateSync(${quote(project.path("a.ipynb"))})`,
        create: `Deno.writeTextFileSync(${quote(project.path("made.txt"))}, "")`,
        remove: `Deno.removeSync(${quote(project.path("a.ipynb"))})`,
        temporary: `(Deno.writeTextFileSync(${quote(`${tmp}/x`)}, "y"), Deno.mkdirSync(${
          quote(`${tmp}/f`)
        }), Deno.renameSync(${quote(`${tmp}/x`)}, ${quote(`${tmp}/f/x`)}), Deno.readTextFileSync(${
          quote(`${tmp}/f/x`)
        }))`,
        cut: `(Deno.truncateSync(${quote(`${tmp}/f/x`)}), Deno.statSync(${
          quote(`${tmp}/f/x`)
        }).size)`,
        gone: `Deno.removeSync(${quote(`${tmp}/f`)}, { recursive: true })`,
        nothing: `Deno.writeTextFileSync("/dev/null", "x")`,
      });
      assertEquals(results, {
        own: "{}",
        list: 0,
        outside: "PermissionDenied",
        root: "PermissionDenied",
        overwrite: "PermissionDenied",
        truncate: "PermissionDenied",
        create: "PermissionDenied",
        remove: "PermissionDenied",
        temporary: "y",
        cut: 0,
        gone: "done",
        nothing: "done",
      });
      assertEquals(await project.files(), ["a.ipynb", "deno.json", "tries.ts"]);
    }),
);

Deno.test(
  "a file that may be read alone is, and its neighbor isn't; what is not there is no obstacle",
  { ignore },
  () =>
    inProject(async (_, order) => {
      await using other = await testProject();
      await other.write("a.csv", "1");
      await other.write("b.csv", "2");
      const { policy, command } = order();
      const results = await tried({
        command,
        policy: { ...policy, read: [...policy.read, other.path("a.csv"), other.path("none")] },
      }, {
        named: `Deno.readTextFileSync(${quote(other.path("a.csv"))})`,
        beside: `Deno.readTextFileSync(${quote(other.path("b.csv"))})`,
        folder: `[...Deno.readDirSync(${quote(other.root)})].length`,
      });
      assertEquals(results, { named: "1", beside: "PermissionDenied", folder: "PermissionDenied" });
    }),
);

Deno.test(
  "programs start only where they may, and never from where files are written",
  { ignore },
  () =>
    inProject(async (_, order) => {
      const { policy, command } = order();
      const tmp = join(policy.runFolder, "tmp");
      Deno.copyFileSync("/bin/true", join(tmp, "true"));
      const start = (program: string) =>
        `new Deno.Command(${quote(program)}, { stdin: "null" }).outputSync().success`;
      const tries = { system: start("/bin/true"), own: start(`${tmp}/true`) };
      assertEquals(Object.values(await tried({ policy, command }, tries)).includes(true), false);
      const run = { ...policy, openings: { ...policy.openings, run: true } };
      assertEquals(await tried({ command, policy: run }, tries), {
        system: "PermissionDenied",
        own: "PermissionDenied",
      });
      const allowed = {
        ...run,
        execute: [...run.execute, Deno.realPathSync("/bin"), "/usr", "/lib"],
      };
      assertEquals(await tried({ command, policy: allowed }, tries), {
        system: true,
        own: "PermissionDenied",
      });
    }),
);

Deno.test(
  "connections and listeners are those of the ports that are named",
  { ignore },
  () =>
    inProject(async (_, order) => {
      using one = Deno.listen({ port: 0, hostname: "127.0.0.1" });
      using two = Deno.listen({ port: 0, hostname: "127.0.0.1" });
      const [first, second] = [one, two].map(({ addr }) => (addr as Deno.NetAddr).port);
      using free = Deno.listen({ port: 0, hostname: "127.0.0.1" });
      const { port } = free.addr as Deno.NetAddr;
      free.close();
      const openings = { net: "all", run: false, write: false } as const;
      const connect = (port: number | undefined) =>
        `Deno.connect({ port: ${port}, hostname: "127.0.0.1" }).then((it) => (it.close(), "open"))`;
      const listen = (port: number) =>
        `(Deno.listen({ port: ${port}, hostname: "127.0.0.1" }).close(), "open")`;
      const tries = {
        first: connect(first),
        second: connect(second),
        own: listen(port),
        other: listen(port + 1),
      };
      assertEquals(await tried(order({ connect: [first!], bind: [port], openings }), tries), {
        first: "open",
        second: "PermissionDenied",
        own: "open",
        other: "PermissionDenied",
      });
      assertEquals(await tried(order({ connect: null, bind: null, openings }), tries), {
        first: "open",
        second: "open",
        own: "open",
        other: "open",
      });
      assertEquals(await tried(order({ connect: [], bind: [], openings }), tries), {
        first: "PermissionDenied",
        second: "PermissionDenied",
        own: "PermissionDenied",
        other: "PermissionDenied",
      });
    }),
);

const status = (name: string) =>
  `/^${name}:\\s*(\\S+)/m.exec(Deno.readTextFileSync("/proc/self/status"))[1]`;
const limitOf = (name: string) =>
  `/^${name}\\s+(\\S+)\\s+(\\S+)/m.exec(Deno.readTextFileSync("/proc/self/limits")).slice(1).join()`;

Deno.test(
  "a program has its limits, its environment, a session of its own, and gives up all powers",
  { ignore },
  () =>
    inProject(async (_, order) => {
      const tries = {
        core: limitOf("Max core file size"),
        size: limitOf("Max file size"),
        data: limitOf("Max data size"),
        files: limitOf("Max open files"),
        privileges: status("NoNewPrivs"),
        filtered: status("Seccomp"),
        effective: status("CapEff"),
        permitted: status("CapPrm"),
        inherited: status("CapInh"),
        environment: `Deno.env.get("A") + Deno.env.has("PATH_OF_NOBODY")`,
        // The session's number is the sixth field, and the process's own.
        session:
          `Number(Deno.readTextFileSync("/proc/self/stat").split(") ")[1].split(" ")[3]) === Deno.pid`,
      };
      // 1,000 MB and a half, and two GiB for the program itself.
      const data = 3548 * 2 ** 20;
      // Of an administrator's powers two are kept, to read and write by the rules; of another user's none.
      const root = Deno.uid() === 0;
      const powers = (bits: number) => (root ? bits : 0).toString(16).padStart(16, "0");
      const expected = {
        core: "0,0",
        size: `${2 ** 30},${2 ** 30}`,
        data: `${data},${data}`,
        files: "4096,4096",
        privileges: "1",
        filtered: "2",
        effective: powers(0b110),
        permitted: powers(0b110),
        inherited: powers(0),
        environment: "1 b=cfalse",
        session: true,
      };
      assertEquals(await tried(order(), tries), expected);
      const writing = await tried(
        order({ largestFile: null, openings: { net: "none", run: false, write: true } }),
        tries,
      );
      // Where all may be written, owners and modes too.
      assertEquals([writing["effective"], writing["permitted"]], [
        powers(0b11111),
        powers(0b11111),
      ]);
      assertEquals(writing["size"] === expected.size, false);
    }),
);

Deno.test(
  "a program ends with the process that started it, however that ends",
  { ignore },
  () =>
    inProject(async (project, order) => {
      const { policy, command } = order();
      const endless = JSON.stringify({
        wait: "new Promise((resolve) => setTimeout(resolve, 60_000))",
      });
      const [program = "", ...args] = behindWall(
        wall,
        policy,
        [...command, endless],
        policy.runFolder,
      );
      const starter = await project.write(
        "starter.ts",
        `new Deno.Command(${quote(program)}, { args: ${
          JSON.stringify(args)
        }, stdout: "null", stderr: "null" }).spawn();
console.log("started");
setInterval(() => {}, 1000);`,
      );
      const child = new Deno.Command(Deno.execPath(), {
        args: ["run", "-A", "--no-config", "--no-lock", starter],
        stdout: "piped",
        stderr: "null",
      }).spawn();
      const reader = child.stdout.getReader();
      assertStringIncludes(new TextDecoder().decode((await reader.read()).value), "started");
      // The launcher has become the program when its own command line names it.
      const script = project.path("tries.ts");
      for (let wait = 0; wait < 200 && (await processesOf(script)).length === 0; wait++) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      assertEquals((await processesOf(script)).length, 1);
      child.kill("SIGKILL");
      await child.status;
      await reader.cancel();
      assertEquals(await processesLeft(project.root), []);
    }),
);
