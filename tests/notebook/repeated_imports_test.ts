/** Imports of a cell that were made before, name by name. */
import { assertEquals } from "@std/assert";
import { withoutImportsOf, withoutRepeatedImports } from "../../lib/notebook/cell_imports.ts";
import {
  needsNameServer,
  netAddressText,
  parseNetAddress,
} from "../../lib/notebook/net_address.ts";

/** What is left of the second cell. */
const second = (first: string, again: string) => {
  const known = new Set<string>();
  assertEquals(withoutRepeatedImports(first, known), first);
  return withoutRepeatedImports(again, known);
};

Deno.test("an import that was made before is left out, whatever its blanks and quotation marks", () => {
  assertEquals(second('import { a, b } from "x";', "import {b,  a} from 'x'"), "");
  assertEquals(second('import d from "x";', '  import d from "x"; d();'), " d();");
  assertEquals(second('import * as all from "x";', 'import  *  as  all from "x";'), "");
  assertEquals(second('import { a as b } from "x";', 'import { a  as  b } from "x";'), "");
});

Deno.test("of several names those that are new stay, each in its own form", () => {
  assertEquals(
    second('import { a } from "x";', 'import { a, b, c as d } from "x";'),
    'import { b, c as d } from "x";',
  );
  assertEquals(second('import d from "x";', 'import d, { a } from "x";'), 'import { a } from "x";');
  assertEquals(second('import { a } from "x";', 'import d, { a } from "x";'), 'import d from "x";');
  assertEquals(
    second('import { a } from "x";', 'import d, * as all from "x";'),
    'import d, * as all from "x";',
  );
  assertEquals(
    second('import type { A } from "x";', '  import type { A, B } from "x";'),
    '  import type { B } from "x";',
  );
  assertEquals(
    second(
      'import { a } from "x" with { type: "json" };',
      'import { a, b } from "x" with { type: "json" };',
    ),
    'import { b } from "x" with { type: "json" };',
  );
});

Deno.test("the same name from another module, under another name, or for its effects alone is another import", () => {
  for (
    const [first, again] of [
      ['import { a } from "x";', 'import { a } from "y";'],
      ['import { a } from "x";', 'import { a as b } from "x";'],
      ['import { a } from "x";', 'import a from "x";'],
      ['import "x";', 'import "x";'],
      ['import { a } from "x";', 'const a = await import("x");'],
      ['import { a } from "x";', '// import { a } from "x";'],
    ] as const
  ) assertEquals(second(first, again), again);
});

Deno.test("lines behind an import keep their numbers where a part of it stays", () => {
  const again = second('import { a } from "x";', 'import {\n  a,\n  b,\n} from "x";\nb();');
  assertEquals(again, 'import { b } from "x";\n\n\n\nb();');
});

Deno.test("imports are taken out with their lines, from 1", () => {
  const taken: [string, number][] = [];
  const rest = withoutImportsOf(
    'import { a } from "x";\na();\nimport {\n  b,\n} from "y";\nb(); import("z");',
    (text, line) => taken.push([text, line]),
  );
  assertEquals(taken, [['import { a } from "x";', 1], ['import {\n  b,\n} from "y";', 3]]);
  assertEquals(rest, '\na();\n\n\n\nb(); import("z");');
});

Deno.test("an address is one host and a port from 1 to 65535, and nothing else", () => {
  const at = (text: string) => {
    const found = parseNetAddress(text);
    return found && netAddressText(found);
  };
  assertEquals([at("Example.ORG:443"), at("[::1]:1"), at("127.0.0.1:65535")], [
    "example.org:443",
    "[::1]:1",
    "127.0.0.1:65535",
  ]);
  assertEquals(at("b\u00fccher.de:80"), "xn--bcher-kva.de:80");
  for (
    const text of [
      ...["", "example.org", "example.org:", ":80", "example.org:0", "example.org:65536"],
      ...["example.org:-1", "example.org:8e1", "a b:80", "a/b:80", "x@y:80", "example.org:000080"],
      "[1]:80",
    ]
  ) assertEquals(at(text), null, text);
});

Deno.test("a name of elsewhere takes a name server, numbers and this machine's own name do not", () => {
  const needs = (host: string) => needsNameServer({ host, port: 1 });
  assertEquals([needs("example.org"), needs("1.2.3.4.example"), needs("localhost.org")], [
    true,
    true,
    true,
  ]);
  assertEquals([needs("localhost"), needs("127.0.0.1"), needs("[::1]")], [false, false, false]);
});
