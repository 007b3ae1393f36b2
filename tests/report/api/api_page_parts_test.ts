/** A room's page part by part, on rooms of a few exports. */
import { assertEquals } from "@std/assert";
import { parseHTML } from "linkedom";
import { apiPages } from "../../../lib/report/api/api_pages.ts";
import { declarationText, type DocumentedSymbol } from "../../../lib/report/api/read_docs.ts";

const symbol: DocumentedSymbol = {
  name: "count",
  kind: "function",
  declaration: "export function count(n: number): string",
  doc: "Writes a **count**.",
  tags: [],
  members: [],
};
// deno-lint-ignore no-explicit-any
function page(symbols: readonly DocumentedSymbol[], others: readonly string[] = []): any {
  const rooms = [
    { name: "display", about: "Words and numbers.", symbols },
    ...others.map((name) => ({ name, about: "", symbols: [] })),
  ];
  const [first] = apiPages(rooms);
  return (parseHTML(String(first!.content)) as unknown as { document: unknown }).document;
}
const said = (node: { textContent: string } | null) =>
  node?.textContent.replaceAll(/\s+/gu, " ").trim();

Deno.test("a room's page links to the other rooms and to each of its names, with commas between them only", () => {
  const document = page([symbol, { ...symbol, name: "percent" }], ["stats", "data", "chart"]);
  assertEquals(said(document.querySelector("p.soft")), "Other rooms: stats, data, chart.");
  assertEquals(said(document.querySelector("details summary")), "All names: 2");
  assertEquals(said(document.querySelector("details p")), "count, percent");
  // deno-lint-ignore no-explicit-any
  const links = [...document.querySelectorAll("details p a")].map((a: any) =>
    a.getAttribute("href")
  );
  assertEquals(links.map((href) => said(document.querySelector(href))), ["count", "percent"]);
});

Deno.test("an export has its declaration and its doc comment; lists only where it has members or tags", () => {
  const [plain, whole] = [
    page([symbol]),
    page([{
      ...symbol,
      tags: [
        { kind: "param", name: "n", doc: "How many." },
        { kind: "throws", name: "RangeError", doc: "for a fraction." },
        { kind: "deprecated", name: "", doc: "Since 2." },
        { kind: "example", name: "", doc: "A margin\n```ts\ncount(1);\n```" },
        { kind: "example", name: "", doc: "```ts\ncount(2);\n```" },
      ],
      members: [{ name: "least", doc: "The least." }, { name: "most", doc: "The most." }],
    }]),
  ];
  assertEquals(
    said(plain.querySelector("section pre")),
    "export function count(n: number): string",
  );
  assertEquals(said(plain.querySelector("section p")), "Writes a count.");
  assertEquals(plain.querySelectorAll("section dl").length, 0);
  // deno-lint-ignore no-explicit-any
  const lists = [...whole.querySelectorAll("section dl")].map((list: any) =>
    // deno-lint-ignore no-explicit-any
    [...list.children].map((child: any) => said(child))
  );
  assertEquals(lists, [
    ["least", "The least.", "most", "The most."],
    [
      "Takes n",
      "How many.",
      "Refuses RangeError",
      "for a fraction.",
      "deprecated",
      "Since 2.",
      "Example: A margin",
      "count(1);",
      "Example",
      "count(2);",
    ],
  ]);
});

Deno.test("a declaration without an end is its first line, and an arrow function ends at its arrow", () => {
  const source = "const a = 1;\nexport const f = (x: number) =>\n  x + 1;\nexport const open = [";
  assertEquals(declarationText(source, 1, "variable"), "export const f = (x: number)");
  assertEquals(declarationText(source, 3, "variable"), "export const open = [");
  assertEquals(declarationText("export enum E {\n  A,\n}", 0, "enum"), "export enum E {\n  A,\n}");
});
