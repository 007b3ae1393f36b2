import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { kindOf, readLiteral } from "../../lib/notebook/literal.ts";

const read = (text: string) => readLiteral(text, 0)?.value;

Deno.test("readLiteral() reads numbers as TypeScript spells them", () => {
  const cases: ReadonlyArray<readonly [string, number]> = [
    ["2016", 2016],
    ["-0.5e-1", -0.05],
    ["1_000_000", 1e6],
    [".5", 0.5],
    ["0xff", 255],
    ["+3", 3],
  ];
  for (const [text, value] of cases) assertEquals(read(text), value);
});

Deno.test("readLiteral() reads strings in all three quotes", () => {
  assertEquals(read("'it\\'s'"), "it's");
  assertEquals(read('"say \\"hi\\" \\u00e9\\n"'), 'say "hi" é\n');
  assertEquals(read("'say \"hi\"'"), 'say "hi"');
  assertEquals(read("`two\nlines`"), "two\nlines");
});

Deno.test("readLiteral() reads lists, with comments and a comma behind the last item", () => {
  assertEquals(read('[ "WI", /* and */ "MI", // and\n "PA", ]'), ["WI", "MI", "PA"]);
  assertEquals(read("[[1, 2], [], [null, true]]"), [[1, 2], [], [null, true]]);
});

Deno.test("readLiteral() is undefined for what is no literal", () => {
  for (const text of ["year", "{ a: 1 }", "`a ${b}`", "[1, year]", "[1 2]", "", "'open"]) {
    assertEquals(readLiteral(text, 0), undefined, text);
  }
});

Deno.test("readLiteral() takes a sign after two backslashes as it stands", () => {
  for (const value of ["\\$", "\\'", "\\`", '\\"', "\\\\$", "a\\\\`b"]) {
    const text = JSON.stringify(value);
    assertEquals<unknown>(readLiteral(text, 0), { value, end: text.length });
  }
  assertEquals<unknown>(readLiteral("'it\\'s \\$5'", 0), { value: "it's $5", end: 11 });
});

Deno.test("readLiteral() reads back every value that JSON can spell without objects", () => {
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x === 0 ? 0 : x),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 4 }),
    ),
  }));
  fc.assert(fc.property(value, (value) => {
    const text = JSON.stringify(value);
    assertEquals<unknown>(readLiteral(text, 0), { value, end: text.length });
  }));
});

Deno.test("kindOf() says what a value is in words", () => {
  assertEquals(
    [1, "a", true, null, [], [1, 2], [1, "a"], [["a"]]].map((value) => kindOf(value)),
    [
      "number",
      "string",
      "boolean",
      "null",
      "list",
      "list of numbers",
      "list of mixed values",
      "list of lists of strings",
    ],
  );
});

Deno.test("readLiteral() is undefined for lists within lists beyond all use", () => {
  assertEquals(readLiteral("[".repeat(100_000) + "]".repeat(100_000), 0), undefined);
  assertEquals(readLiteral("[".repeat(50) + "]".repeat(50), 0)?.end, 100);
});
