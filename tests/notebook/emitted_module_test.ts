import { assertEquals, assertNotEquals } from "@std/assert";
import ts from "typescript";
import { emitModule } from "../../lib/notebook/emitted_module.ts";

const emit = (text: string) => emitModule("a.ts", text, ts);

Deno.test("a comment or a type is not in what is emitted; code is", () => {
  const { hash } = emit(
    "/** Doubles. */\nexport function twice(n: number) {\n  return 2 * n;\n}\n",
  );
  const same =
    "export function twice(n: number | bigint): any {\n\n  // Why.\n    return 2 * n;\n}\nexport interface B {}\n";
  const spread = "export function twice(n) {\n  return 2 * n;\n}\n";
  assertEquals([emit(same).hash, emit(spread).hash], [hash, hash]);
  assertNotEquals(emit("export function twice(n: number) {\n  return 3 * n;\n}").hash, hash);
  assertNotEquals(
    emit('export const a = "// no comment";').hash,
    emit('export const a = "";').hash,
  );
});

Deno.test("emitModule() reads what is taken, handed on and done at loading", () => {
  const module = emit(`
    import { a as b, type T } from "./a.ts";
    import c from "./c.ts";
    import * as d from "./d.ts";
    import "./e.ts";
    export { f as g } from "./f.ts";
    export * from "./h.ts";
    export const use = [b, c, d, () => import("./i.ts")];
  `);
  assertEquals(module.imports.toSorted((x, y) => x.from < y.from ? -1 : 1), [
    { from: "./a.ts", names: ["a"] },
    { from: "./c.ts", names: ["default"] },
    { from: "./d.ts", names: null },
    { from: "./e.ts", names: null },
    { from: "./i.ts", names: null },
  ]);
  assertEquals(module.handsOn, [
    { as: "g", from: "./f.ts", name: "f" },
    { as: "*", from: "./h.ts", name: "*" },
  ]);
  assertEquals([module.onlyHandsOn, module.onlyDeclares], [false, true]);
  assertEquals(
    emit('export { a } from "./a.ts";\nexport type { T } from "./t.ts";').onlyHandsOn,
    true,
  );
  assertEquals(emit("globalThis.a = 1;\nexport {};").onlyDeclares, false);
});
