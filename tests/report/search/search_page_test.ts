import { assert, assertEquals } from "@std/assert";
import { DOMParser } from "linkedom";
import type { EntryKind, SearchEntry } from "../../../lib/report/search/entry.ts";
import { searchPage } from "../../../lib/report/search/search_page.ts";

const entry = (kind: EntryKind, title: string, href: string): SearchEntry => ({
  kind,
  title,
  href,
  text: `${title}'s words`,
});
const ENTRIES = [
  entry("Question", "Who won?", "01.html"),
  entry("Section", "The data", "01.html#data"),
  entry("Figure", "Figure 1", "01.html#figure"),
  entry("Table", "Table 1", "01.html#table"),
  entry("Number", "537", "01.html#number-0"),
  entry("Claim", "A claim of the page", "01.html#claim"),
  entry("Question", "Who counted?", "011.html"),
  entry("Section", "The count", "011.html#count"),
  entry("Panel", "Swing", "panels.html#swing"),
  entry("Claim", "Ten times", "claims.html#M6"),
  entry("Data", "counts", "data/counts.csv"),
];
const page = new DOMParser().parseFromString(searchPage(ENTRIES), "text/html");

Deno.test("without scripts a page's sections, figures and tables are listed under its question", () => {
  const lists = [...page.querySelectorAll(".everything details")].map((details) => [
    details.querySelector("summary")!.textContent,
    [...details.querySelectorAll("li")].map((item) =>
      [item.textContent, item.querySelector("a")!.getAttribute("href")].join(" → ")
    ),
  ]);
  assertEquals(lists, [
    ["Who won?", [
      "The page → 01.html",
      "The data → 01.html#data",
      "Figure 1 → 01.html#figure",
      "Table 1 → 01.html#table",
      "Claim A claim of the page → 01.html#claim",
    ]],
    ["Who counted?", ["The page → 011.html", "The count → 011.html#count"]],
    ["Panels and claims", [
      "Claim A claim of the page → 01.html#claim",
      "Panel Swing → panels.html#swing",
      "Claim Ten times → claims.html#M6",
    ]],
  ]);
});

Deno.test("the search's script has every entry as a row, and the library without its comments", () => {
  assertEquals(
    JSON.parse(page.querySelector("#entries")!.textContent!),
    ENTRIES.map(({ kind, title, href, text }) => [kind, title, href, text]),
  );
  const scripts = [...page.querySelectorAll("script")].map((script) => script.textContent).join(
    "\n",
  );
  assert(/class MiniSearch\b/.test(scripts) && !/^export\b/m.test(scripts));
});
