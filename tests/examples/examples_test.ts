import { assertEquals } from "@std/assert";
import { basename } from "node:path";
import { examplesOf } from "./examples.ts";

const FENCE = "```";

Deno.test("examplesOf() gives each block of code with the line that it begins on", () => {
  const text = [
    "const before = `/** no comment's */`;",
    "/**",
    " * One.",
    " *",
    " * @example",
    ` * ${FENCE}ts`,
    ' * import { one } from "./one.ts";',
    " *",
    " * one(`a",
    " *   b`);",
    ` * ${FENCE}`,
    ` * ${FENCE}ts ignore`,
    " * notRun();",
    ` * ${FENCE}`,
    ` * ${FENCE}sh`,
    " * no code of ours",
    ` * ${FENCE}`,
    " */",
    "export class A {",
    "  /**",
    `   * ${FENCE}ts`,
    "   * two();",
    `   * ${FENCE}`,
    "   */",
    "}",
  ].join("\n");
  assertEquals(examplesOf(text, "lib/a.ts"), [
    { place: "lib/a.ts:6", code: 'import { one } from "./one.ts";\n\none(`a\n  b`);' },
    { place: "lib/a.ts:21", code: "two();" },
  ]);
});

Deno.test("each room has its examples tested", () => {
  const names = (folder: string) => [...Deno.readDirSync(new URL(folder, import.meta.url))];
  const rooms = names("../../lib").filter(({ isDirectory }) => isDirectory).map(({ name }) => name);
  const tested = names(".").map(({ name }) => basename(name, "_test.ts"));
  assertEquals(rooms.filter((room) => !tested.includes(room)), []);
});
