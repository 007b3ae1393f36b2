import { assertEquals } from "@std/assert";
import ts from "typescript";
import { emitModule } from "../../lib/notebook/emitted_module.ts";
import { neededModules } from "../../lib/notebook/needed_modules.ts";

const emit = (text: string) => emitModule("a.ts", text, ts);

/** The modules that `start` needs, of those given by name and text. */
async function needed(files: Readonly<Record<string, string>>): Promise<string[]> {
  const found = await neededModules("start", {
    read: (url) => Promise.resolve(files[url] === undefined ? null : emit(files[url])),
    resolve: (_, from) => from,
  });
  return [...found].sort();
}

Deno.test("neededModules() goes through modules that hand on to those that define", async () => {
  const library = {
    mod: 'export { one } from "one";\nexport { two as zwei } from "two";\nexport * from "more";',
    one: 'import { deep } from "inner";\nexport const one = () => deep();',
    inner: 'export { deep } from "deep";\nexport { flat } from "flat";',
    deep: "export const deep = () => 1;",
    flat: "export const flat = () => 2;",
    two: "export const two = 2;",
    more: 'export { three } from "three";',
    three: "export const three = 3;",
  };
  const start = (text: string) => needed({ ...library, start: text });
  assertEquals(await start('import { one } from "mod";\none();'), ["deep", "inner", "mod", "one"]);
  assertEquals(await start('import { zwei } from "mod";\nzwei;'), ["mod", "two"]);
  assertEquals(await start('import { three } from "mod";\nthree;'), ["mod", "more", "three"]);
  const all = ["deep", "inner", "mod", "more", "one", "three", "two"];
  assertEquals(await start('import * as it from "mod";\nit.one();'), all);
  assertEquals(await start('const it = await import("mod");\nit.one();'), all);
  // One after the other.
  assertEquals(
    await start('import { zwei } from "mod";\nimport { three } from "mod";\n[zwei, three];'),
    [
      "mod",
      "more",
      "three",
      "two",
    ],
  );
  // What loads with the rest, and does more than declare.
  const flat = "Object.freeze(globalThis);\nexport const flat = () => 2;";
  assertEquals(await needed({ ...library, flat, start: 'import { zwei } from "mod";\nzwei;' }), [
    "flat",
    "mod",
    "two",
  ]);
  // A circle ends.
  assertEquals(
    await needed({ start: 'import "a";', a: 'export * from "b";', b: 'export * from "a";' }),
    ["a", "b"],
  );
});
