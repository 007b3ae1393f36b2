/** What a session says that its notebook read and was refused, from what its broker was asked. */
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { sha256 } from "../../lib/files/hash.ts";
import { cacheFolder } from "../../lib/notebook/sandbox/deno_folder.ts";
import { NotebookSession } from "../../lib/notebook/session.ts";
import { testProject } from "./project.ts";

const BROKER = {
  reads: [] as string[],
  refused: [] as string[],
  others: [] as string[],
  loads: 0,
  programs: false,
};
const TOLD = { uncaught: [] as string[], denied: [] as string[], loads: 0, unlisted: false };
/** A session without a kernel: its own start would make one. */
const sessionOf = (root: string, broker: object, kernel = {}, folder: object = { path: root }) =>
  Reflect.construct(NotebookSession, [
    kernel,
    { missing: null },
    { ...BROKER, ...broker },
    root,
    folder,
  ]) as NotebookSession;

Deno.test("files of the project are named from its root, others by their whole path, each with its hash, in order", async () => {
  await using project = await testProject();
  await using other = await testProject();
  await project.write("data/b.csv", "b");
  await project.write("data/a.csv", "a");
  await project.write("lib/c.ts", "export {};");
  const outside = await other.write("d.csv", "d");
  const reads = [
    project.path("data/b.csv"),
    project.path("data/a.csv"),
    // Modules are no data, what is gone has no hash, and the run's own folder and the cache are nobody's.
    project.path("lib/c.ts"),
    project.path("gone.csv"),
    await other.write("run/e.csv", "e"),
    join(cacheFolder(), "x.csv"),
    outside,
  ];
  const refused = [project.path("secret"), "/etc/x", project.root, "/etc/x"];
  const session = sessionOf(
    project.root,
    { reads, refused, others: ["run access", "net access"] },
    {},
    { path: other.path("run") },
  );
  session.newUncaught({ ...TOLD, denied: ["net access", "env access"] });
  const { project: own, ...rest } = await session.reads();
  assertEquals(Object.entries(own), [["data/a.csv", sha256("a")], ["data/b.csv", sha256("b")]]);
  assertEquals(rest, {
    outside: { [outside]: sha256("d") },
    refused: [".", "/etc/x", "secret"],
    denied: ["env access", "net access", "run access"],
    unlisted: [],
  });
});

Deno.test("native code is unlisted where the kernel says so, or was loaded more often than it tells", async () => {
  await using project = await testProject();
  const unlisted = async (asked: number, told: number, more: object = {}, says = false) => {
    const session = sessionOf(project.root, { loads: asked, ...more });
    session.newUncaught({ ...TOLD, loads: told, unlisted: says });
    return (await session.reads()).unlisted;
  };
  assertEquals([await unlisted(2, 2), await unlisted(1, 2)], [[], []]);
  assertEquals(await unlisted(3, 2), ["native code"]);
  assertEquals(await unlisted(2, 2, {}, true), ["native code"]);
  assertEquals(await unlisted(0, 0, { programs: true }), ["programs"]);
  assertEquals(await unlisted(1, 0, { programs: true }), ["native code", "programs"]);
});

Deno.test("what nobody caught is told once, behind the cell that it came from", () => {
  const session = sessionOf("/", {});
  const told = (...uncaught: string[]) => session.newUncaught({ ...TOLD, uncaught });
  assertEquals([told("a", "b"), told("a", "b"), told("a", "b", "c"), told("a", "b", "c")], [
    ["a", "b"],
    [],
    ["c"],
    [],
  ]);
});

Deno.test("a session that ends takes kernel, broker and folder with it", async () => {
  const ended: string[] = [];
  const session = sessionOf("/", {
    close: () => ended.push("broker"),
    takeDenied: () => ["once"],
  }, {
    kill: () => Promise.resolve(ended.push("kernel")),
  }, { path: "/tmp/of this run", remove: () => ended.push("folder") });
  assertEquals([session.folder, session.takeDenied()], ["/tmp/of this run", ["once"]]);
  await session.end();
  assertEquals(ended, ["kernel", "broker", "folder"]);
});
