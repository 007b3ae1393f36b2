import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { fileURLToPath } from "node:url";
import { API_ROOMS, declarationText, readDocs } from "../../../lib/report/api/read_docs.ts";
import { apiPages } from "../../../lib/report/api/api_pages.ts";
import { HEADER_SCRIPT } from "../../../lib/report/site_header.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

Deno.test("each room has a page with every export, its declaration, doc comment and examples", async () => {
  const rooms = await readDocs(ROOT);
  const pages = apiPages(rooms);
  assertEquals(pages.map(({ path }) => path), API_ROOMS.map((room) => `api_${room}.html`));
  for (const [i, { name, symbols }] of rooms.entries()) {
    const exported = Object.keys(await import(`../../../lib/${name}/mod.ts`));
    const named = new Set(symbols.map((symbol) => symbol.name));
    assertEquals(exported.filter((each) => !named.has(each)), [], name);
    const html = String(pages[i]!.content);
    for (const { name, doc, declaration, kind } of symbols) {
      assert(doc.length > 10, `${name} has no doc comment`);
      assertStringIncludes(declaration, name.split(".")[0]!);
      assert(!/^\s*\*/u.test(declaration), `${name}: ${declaration.slice(0, 60)}`);
      if (kind === "function") assert(!declaration.endsWith("{"), name);
    }
    // Each link in the page leads to a place of it, and each place has one name.
    const ids = [...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id!);
    assertEquals(new Set(ids).size, ids.length, name);
    for (const [, id] of html.matchAll(/href="#([^"]+)"/gu)) assert(ids.includes(id!), id);
    // One script, that of the header: no doc comment adds another.
    assertEquals(html.match(/<script/gu)?.length, 1);
    assertStringIncludes(html, HEADER_SCRIPT);
  }
  const display = String(pages[1]!.content);
  assertStringIncludes(display, "Example: A margin of votes");
  assertStringIncludes(display, "<code>RangeError</code>");
});

Deno.test("a declaration is a type as a whole, and a function up to its body", () => {
  const source = [
    "/** A. */",
    "export interface A {",
    "  readonly b: string;",
    "}",
    "export function f(",
    "  a: A,",
    "): string {",
    "  return a.b;",
    "}",
    'export type B = "x" | "y";',
    "export type C =",
    '  | "x"',
    '  | "y";',
    "export const g = (a: A): string => f(a);",
  ].join("\n");
  const at = (line: number, kind: string) => declarationText(source, line, kind);
  assertEquals(at(1, "interface"), "export interface A {\n  readonly b: string;\n}");
  assertEquals(at(4, "function"), "export function f(\n  a: A,\n): string");
  assertEquals(at(9, "typeAlias"), 'export type B = "x" | "y";');
  assertEquals(at(10, "typeAlias"), 'export type C =\n  | "x"\n  | "y";');
});
