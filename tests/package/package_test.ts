import { assert, assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { emit } from "../../lib/package/emit.ts";
import { makeJsr } from "../../lib/package/make_jsr.ts";
import { makePackage } from "../../lib/package/make_package.ts";
import { ROOMS } from "../../lib/package/entries.ts";
import { ownRoot } from "../../lib/files/project_root.ts";
import { examplesOfRooms } from "./examples.ts";
import { run } from "./try_package.ts";

const ROOT = ownRoot();
const read = (path: string) => Deno.readTextFileSync(join(ROOT, path));

Deno.test("the package has an entry a room and a topic, each with code and declarations", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const entries = await makePackage(ROOT, folder);
    const names = entries.map(({ name }) => name);
    for (const room of ROOMS) assert(names.includes(room), room);
    for (const topic of ["election/tally", "election/audit", "stats/least_squares"]) {
      assert(names.includes(topic), topic);
    }
    const json = JSON.parse(await Deno.readTextFile(join(folder, "package.json")));
    assertEquals(Object.keys(json.exports), names.map((name) => `./${name}`));
    for (const paths of Object.values<Record<string, string>>(json.exports)) {
      for (const path of Object.values(paths)) {
        const text = await Deno.readTextFile(join(folder, path));
        assert(!/^(?:import|export)[^;]*from "\.[^"]*\.ts"/m.test(text), path);
      }
    }
    const deferring = await Deno.readTextFile(join(folder, "stats/distribution.js"));
    assert(!/^import defer\b/m.test(deferring), "Node reads no deferred import");
    assertEquals(json.version, JSON.parse(read("deno.json")).version);
    for (const version of Object.values<string>(json.dependencies)) {
      assert(/^\d+\.\d+\.\d+$/.test(version), version);
    }
    const readme = await Deno.readTextFile(join(folder, "README.md"));
    for (const name of names) assert(readme.includes(`\`tallybook/${name}\``), name);
    assert(readme.includes("`tally`, `tallyCast`"), "a topic's functions are named");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("JSR would take the package: an entry a room and a topic, each with its types stated", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const entries = await makeJsr(ROOT, folder);
    const json = JSON.parse(await Deno.readTextFile(join(folder, "jsr.json")));
    assertEquals(Object.keys(json.exports), entries.map(({ name }) => `./${name}`));
    assertEquals(json.version, JSON.parse(read("deno.json")).version);
    for (const { module } of entries) {
      const source = await Deno.readTextFile(join(folder, module));
      assert(
        !/^(?:import|export|\}).*?from "@/m.test(source),
        `${module}: a package without version`,
      );
    }
    // What has no stated type is refused there ("slow types"), and what cannot be resolved.
    await run(folder, Deno.execPath(), "publish", "--dry-run", "--allow-dirty");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("every package that the published rooms import or pass on is a dependency", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await makePackage(ROOT, folder);
    const { dependencies } = JSON.parse(await Deno.readTextFile(join(folder, "package.json")));
    const named = new Set<string>();
    const visit = async (path: string) => {
      for await (const { name, isDirectory } of Deno.readDir(path)) {
        if (isDirectory) await visit(join(path, name));
        else if (name.endsWith(".js")) {
          const source = await Deno.readTextFile(join(path, name));
          for (
            const [, from] of source.matchAll(/^(?:import|export|\}).*?from "([^."][^"]*)";/gm)
          ) {
            named.add(from!);
          }
        }
      }
    };
    await visit(folder);
    assertEquals(
      [...named].filter((name) => !name.startsWith("tallybook")).sort(),
      Object.keys(dependencies),
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("code that Node 20 lacks is refused when the package is made", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(
      join(folder, "groups.ts"),
      "export const groups = Map.groupBy([1, 2], (it: number) => it % 2);\n",
    );
    const error = await assertRejects(
      () => emit(folder, ["groups.ts"], join(folder, "out")),
      Error,
    );
    assert(error.message.includes("groups.ts:1: Property 'groupBy' does not exist"), error.message);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("version and change log are one: the newest entry is the version that is made", () => {
  const { version } = JSON.parse(read("deno.json"));
  assert(/^\d+\.\d+\.\d+$/.test(version));
  const newest = /^## (\d+\.\d+\.\d+)$/m.exec(read("CHANGELOG.md"))?.[1];
  assertEquals(newest, version);
  assertEquals(/^version: (.*)$/m.exec(read("CITATION.cff"))?.[1], version);
});

Deno.test("the examples of every published room are found", () => {
  const examples = examplesOfRooms(join(ROOT, "lib"), ROOMS);
  for (const room of ROOMS) {
    assert(examples.some(({ where }) => where.startsWith(`${room}/`)), room);
  }
  assert(examples.some(({ code }) => code.includes('from "tallybook/election"')));
});
