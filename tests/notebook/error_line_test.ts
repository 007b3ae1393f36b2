import { assertEquals } from "@std/assert";
import { errorLine, topLevelLine, withAwaitedImports } from "../../lib/notebook/error_line.ts";

Deno.test("withAwaitedImports() writes imports as the kernel does, line for line", () => {
  const cases: ReadonlyArray<readonly [string, string]> = [
    ['import "a";', 'await import("a");'],
    ['import a from "a";', 'const { default: a,  } = await import("a");'],
    ['import * as a from "a";', 'const a = await import("a");'],
    ['import { a, b as c } from "a";', 'const {  a, b: c  } = await import("a");'],
    ['import a, { b } from "a";', 'const { default: a,  b  } = await import("a");'],
    // What runs imports no types.
    ['import { a, type B, c } from "a";', 'const {  a,  c  } = await import("a");'],
    ['import type { A } from "a";', 'import type { A } from "a";'],
    ['const text = `\n  from "x"`;', 'const text = `\n  from "x"`;'],
  ];
  for (const [code, expected] of cases) assertEquals(withAwaitedImports(code), expected);
  const long = 'import {\n  a,\n  b,\n} from "a";\nimport c from "c";\na(b, c);';
  assertEquals(withAwaitedImports(long).split("\n").length, long.split("\n").length);
});

Deno.test("topLevelLine() takes the frame of the cell itself, not that of a function", () => {
  const at = (...frames: string[]) => topLevelLine(["Error: no", ...frames]);
  assertEquals(at("    at f (<anonymous>:4:20)", "    at <anonymous>:2:1"), 2);
  assertEquals(at("    at async <anonymous>:7:3"), 7);
  assertEquals(at("    at f (<anonymous>:4:20)"), null);
  assertEquals(at("    at file:///a.ts:1:1"), null);
});

Deno.test("errorLine() counts the lines that the kernel drops: blank ones, types and long imports", async () => {
  const code = [
    "import {", // 1
    "  a,", // 2
    '} from "a";', // 3
    "", // 4
    "interface Row {", // 5
    "  x: number;", // 6
    "}", // 7
    "", // 8
    "fail(a);", // 9
  ].join("\n");
  // The kernel runs "const { a } = await import(...);" and "fail(a);": two lines.
  assertEquals(await errorLine(code, ["Error: no", "    at <anonymous>:2:1"]), 9);
  assertEquals(await errorLine(code, ["Error: no"]), null);
});
