/** What a program reaches behind the wall that Linux builds, and what it does not, each on the running system. */
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { testProject } from "../project.ts";
import { ignore, inProject, quote, tried } from "./behind_wall.ts";

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
      // Two that are free: both are held before either is given back.
      const free = [0, 0].map((port) => Deno.listen({ port, hostname: "127.0.0.1" }));
      const [port, another] = free.map(({ addr }) => (addr as Deno.NetAddr).port);
      for (const listener of free) listener.close();
      const openings = { net: "all", run: false, write: false } as const;
      const connect = (port: number | undefined) =>
        `Deno.connect({ port: ${port}, hostname: "127.0.0.1" }).then((it) => (it.close(), "open"))`;
      const listen = (port: number | undefined) =>
        `(Deno.listen({ port: ${port}, hostname: "127.0.0.1" }).close(), "open")`;
      const tries = {
        first: connect(first),
        second: connect(second),
        own: listen(port),
        other: listen(another),
      };
      assertEquals(await tried(order({ connect: [first!], bind: [port!], openings }), tries), {
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
