import { parseHTML } from "linkedom";
import type { SearchEntry } from "./entry.ts";

/** A table's or section's words beyond this are found by its page alone. */
const MOST_TEXT = 6000;

/** How much of the words around a number is shown with it. */
const AROUND = 70;

const plain = (text: string | null | undefined, most = MOST_TEXT) =>
  (text ?? "").replace(/\s+/g, " ").trim().slice(0, most);

interface Found {
  readonly tagName: string;
  readonly id: string;
  readonly textContent: string | null;
  readonly nextElementSibling: Found | null;
  remove(): void;
  getAttribute(name: string): string | null;
  matches(selector: string): boolean;
  closest(selector: string): Found | null;
  querySelector(selector: string): Found | null;
  querySelectorAll(selector: string): Iterable<Found>;
}

/** The words of a section: what follows its heading up to the next one, without figures, tables and code. */
function sectionWords(heading: Found): string {
  const parts: string[] = [];
  for (let at = heading.nextElementSibling; at !== null; at = at.nextElementSibling) {
    if (/^H[1-3]$/.test(at.tagName)) break;
    if (at.matches("figure, .table-box, details, .output, section, aside")) continue;
    parts.push(at.textContent ?? "");
  }
  return plain(parts.join(" "));
}

/** A number with the words around it in its paragraph. */
function numberEntry(element: Found, page: string): SearchEntry {
  const number = plain(element.textContent);
  const block = element.closest("p, li, tr, h1, h2, h3, caption, figcaption");
  const words = plain(block?.textContent);
  const at = Math.max(0, words.indexOf(number));
  const start = at <= AROUND ? 0 : words.indexOf(" ", at - AROUND) + 1;
  const behind = at + number.length;
  const end = behind + AROUND >= words.length
    ? words.length
    : Math.max(behind, words.lastIndexOf(" ", behind + AROUND));
  return {
    kind: "Number",
    title: number,
    href: `${page}#${element.id}`,
    text: `${start > 0 ? "… " : ""}${words.slice(start, end)}${end < words.length ? " …" : ""}`,
  };
}

/** Drawings: a reader searches for what stands beside them, and they are half of a page. */
const DRAWINGS = /<svg\b[^>]*>[\s\S]*?<\/svg>/gu;

/** What can be found on a page: its question, sections, figures, tables and numbers, each once. */
export function pageEntries(html: string, page: string): SearchEntry[] {
  const { document } = parseHTML(html.replace(DRAWINGS, "")) as unknown as { document: Found };
  // A formula stands on a page three times: as it is read aloud, as it was written, and as it is drawn.
  for (const again of document.querySelectorAll("annotation, .katex-html")) again.remove();
  const question = document.querySelector("h1");
  if (question === null) return [];
  const entries: SearchEntry[] = [{
    kind: "Question",
    title: plain(question.textContent),
    href: page,
    text: plain(document.querySelector(".lead")?.textContent),
  }];
  for (const heading of document.querySelectorAll(".flow h2[id], .flow h3[id]")) {
    entries.push({
      kind: "Section",
      title: plain(heading.textContent),
      href: `${page}#${heading.id}`,
      text: sectionWords(heading),
    });
  }
  for (const figure of document.querySelectorAll("figure.figure[id]")) {
    const line = plain(figure.querySelector(".figure-line")?.textContent);
    entries.push({
      kind: "Figure",
      title: line,
      href: `${page}#${figure.id}`,
      text: plain(figure.querySelector("figcaption details p")?.textContent),
    });
  }
  for (const box of document.querySelectorAll(".table-box[id]")) {
    const caption = box.querySelector("caption");
    if (caption === null) continue;
    const cells = [...box.querySelectorAll("th, td")].map((cell) => cell.textContent ?? "");
    entries.push({
      kind: "Table",
      title: plain(caption.textContent),
      href: `${page}#${box.id}`,
      text: plain(cells.join(" ")),
    });
  }
  const numbers = [...document.querySelectorAll(".from[id]")].map((it) => numberEntry(it, page));
  // The same number in the same words is one.
  const distinct = new Map(numbers.map((entry) => [`${entry.title} ${entry.text}`, entry]));
  return [...entries, ...distinct.values()];
}
