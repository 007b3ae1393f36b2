/** Tables are not built again only where nothing changed that their build rests on. */
import { assertEquals, assertNotEquals } from "@std/assert";
import { dirname, join } from "node:path";
import {
  BUILD_GROUND,
  buildGround,
  keepBuildGround,
} from "../../../lib/data/build/build_ground.ts";

/** Long before this process began. */
const BEFORE = new Date("2020-01-01T00:00:00Z");

async function project() {
  const root = await Deno.makeTempDir({ prefix: "ground" });
  const raw = await Deno.makeTempDir({ prefix: "ground" });
  const write = async (path: string, text: string, when: Date | null = BEFORE) => {
    await Deno.mkdir(dirname(path), { recursive: true });
    await Deno.writeTextFile(path, text);
    if (when !== null) await Deno.utime(path, when, when);
  };
  const files = ["deno.json", "deno.lock", "lib/data/a.ts", "data/a.csv", "data/sources/a.json"];
  for (const name of files) await write(join(root, name), name);
  await write(join(raw, "SOURCES.tsv"), "a");
  return {
    ...{ root, raw, write, files },
    async [Symbol.asyncDispose]() {
      for (const folder of [root, raw]) await Deno.remove(folder, { recursive: true });
    },
  };
}

Deno.test("a build's ground is another after any change of code, tables, versions or raw files", async () => {
  await using made = await project();
  const { root, raw, write, files } = made;
  const ground = buildGround(root, raw);
  assertEquals(buildGround(root, raw), ground);
  const seen = new Set([ground]);
  for (const path of [...files.map((name) => join(root, name)), join(raw, "SOURCES.tsv")]) {
    await write(path, "other");
    seen.add(buildGround(root, raw));
  }
  await write(join(root, "data/b.csv"), "");
  seen.add(buildGround(root, raw));
  await write(join(raw, "in/b.csv"), "");
  seen.add(buildGround(root, raw));
  await Deno.remove(join(root, "data/a.csv"));
  seen.add(buildGround(root, raw));
  assertEquals(seen.size, files.length + 5);
  assertEquals(seen.has(null), false);
});

Deno.test("what was written since the process began is no ground, and none is kept", async () => {
  await using made = await project();
  const { root, raw, write } = made;
  for (const path of [join(root, "data/a.csv"), join(root, "lib/b.ts"), join(raw, "b.csv")]) {
    await write(path, "new", null);
    assertEquals(buildGround(root, raw), null);
    await keepBuildGround(root, raw);
    assertEquals([...Deno.readDirSync(root)].some(({ name }) => name === ".tallybook"), false);
    await write(path, "new");
    assertNotEquals(buildGround(root, raw), null);
  }
  await keepBuildGround(root, raw);
  const kept = JSON.parse(await Deno.readTextFile(join(root, BUILD_GROUND)));
  assertEquals(kept, { ground: buildGround(root, raw) });
});
