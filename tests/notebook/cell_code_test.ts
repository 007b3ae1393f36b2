import { assertEquals, assertNotEquals } from "@std/assert";
import ts from "typescript";
import { codeHash } from "../../lib/notebook/cell_code.ts";

const cell =
  "const shares: number[] = [0.5, 0x10]; // a half\nshares.map((x) => `${x} of\n  all`);";

Deno.test("a cell's code stays what it is where comments and layout change", () => {
  for (
    const same of [
      cell.replace(" // a half", ""),
      cell.replace("a half", "50 percent"),
      `/* What follows is a list. */\n${cell}`,
      cell.replace("= [0.5, 0x10]", "=   [0.5,0x10]"),
      `\n\n${cell}\n// the end`,
    ]
  ) assertEquals(codeHash(same, ts), codeHash(cell, ts), same);
});

Deno.test("a cell's code is another where a value, a type, a name, an import or a text's blank changes", () => {
  const others = [
    cell.replace("0.5", "0.6"),
    cell.replace(": number[]", ": readonly number[]"),
    cell.replace("(x) => `${x}", "(y) => `${y}"),
    cell.replace("of\n  all", "of\n all"),
    cell.replace("shares.map", "shares?.map"),
    `import { margin } from "tallybook/election";\n${cell}`,
    `import "./effect.ts";\n${cell}`,
    cell.replace("const", "let"),
  ];
  const hashes = [cell, ...others].map((source) => codeHash(source, ts));
  assertEquals(new Set(hashes).size, hashes.length);
});

Deno.test("what is no code, or what directs the compiler in a comment, is taken letter by letter", () => {
  // The parser mends this one by itself, and would print it like the code that it should be.
  assertNotEquals(codeHash("f(1", ts), codeHash("f(1)", ts));
  assertNotEquals(codeHash("f(1 // one", ts), codeHash("f(1 // two", ts));
  assertNotEquals(
    codeHash('// @ts-expect-error: a number\nf("1");', ts),
    codeHash('// a number\nf("1");', ts),
  );
  assertNotEquals(codeHash("// @ts-ignore a\nf();", ts), codeHash("// @ts-ignore b\nf();", ts));
});
