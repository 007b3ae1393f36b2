import { parseHTML } from "linkedom";
import type { Block, Run, TableCellText } from "./block.ts";

/** The part of a node that reading a document needs. */
interface Node {
  readonly nodeType: number;
  readonly tagName?: string;
  readonly textContent: string;
  readonly childNodes: Iterable<Node>;
  readonly children: Iterable<Node>;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Node | null;
  querySelectorAll(selector: string): Iterable<Node>;
}

const TEXT = 3;
const ELEMENT = 1;
const INLINE =
  /^(a|abbr|b|br|cite|code|del|dfn|em|i|img|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var)$/;

const tagOf = (node: Node) => (node.tagName ?? "").toLowerCase();
const squeeze = (text: string) => text.replace(/\s+/g, " ");
const plain = (node: Node | null) => squeeze(node?.textContent ?? "").trim();

function runsOf(node: Node, look: Omit<Run, "text"> = {}): Run[] {
  if (node.nodeType === TEXT) {
    const text = squeeze(node.textContent);
    return text === "" ? [] : [{ ...look, text }];
  }
  if (node.nodeType !== ELEMENT) return [];
  const tag = tagOf(node);
  if (tag === "br") return [{ ...look, text: "\n" }];
  if (tag === "img") return [{ ...look, text: node.getAttribute("alt") ?? "" }];
  const href = tag === "a" ? node.getAttribute("href") : null;
  const toWeb = href !== null && /^https?:/.test(href);
  // A link to another page leads nowhere from a document, and is set as that page's title.
  const title = href !== null && !toWeb && !href.startsWith("#");
  const inside: Omit<Run, "text"> = {
    ...look,
    ...(tag === "b" || tag === "strong" ? { bold: true } : {}),
    ...(title || /^(i|em|cite|var)$/.test(tag) ? { italic: true } : {}),
    ...(tag === "code" || tag === "kbd" || tag === "samp" ? { code: true } : {}),
    ...(tag === "sub" || tag === "sup" ? { raised: tag } : {}),
    ...(toWeb ? { href } : {}),
  };
  return [...node.childNodes].flatMap((child) => runsOf(child, inside));
}

/** Without white space at the ends, where it means nothing. */
function trimmed(runs: readonly Run[]): Run[] {
  const kept = runs.map((run, i) => ({
    ...run,
    text: i === 0 ? run.text.trimStart() : run.text,
  }));
  const last = kept.at(-1);
  if (last) kept[kept.length - 1] = { ...last, text: last.text.trimEnd() };
  return kept.filter(({ text }) => text !== "");
}

function tableBlock(table: Node, nextNumber: () => number): Block {
  const cells = (row: Node): TableCellText[] =>
    [...row.children].filter((cell) => /^t[hd]$/.test(tagOf(cell))).map((cell) => ({
      text: plain(cell),
      right: cell.getAttribute("align") === "right",
    }));
  const caption = plain(table.querySelector("caption"));
  const rows = [...table.querySelectorAll("tr")];
  const inPart = (row: Node, part: string) =>
    [...table.querySelectorAll(`${part} tr`)].includes(row);
  const head = rows.find((row) => inPart(row, "thead")) ?? rows[0];
  return {
    kind: "table",
    caption,
    head: head ? cells(head) : [],
    rows: rows.filter((row) => row !== head && !inPart(row, "tfoot")).map(cells),
    foot: plain(table.querySelector("tfoot")),
    number: caption === "" ? null : nextNumber(),
  };
}

/**
 * Reads sanitized HTML as blocks: headings, paragraphs, lists, tables,
 * preformatted text. Elements without a block of their own give their content.
 *
 * @param nextNumber The number of the next table with a caption.
 */
export function htmlBlocks(html: string, nextNumber: () => number): Block[] {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`) as unknown as {
    document: { body: Node };
  };
  const blocks: Block[] = [];
  const walk = (node: Node, depth: number, quote: boolean): void => {
    let line: Run[] = [];
    const flush = () => {
      const runs = trimmed(line);
      line = [];
      if (runs.length > 0) blocks.push({ kind: "paragraph", runs, ...(quote ? { quote } : {}) });
    };
    for (const child of node.childNodes) {
      const tag = tagOf(child);
      if (child.nodeType === TEXT || INLINE.test(tag)) {
        line.push(...runsOf(child));
        continue;
      }
      if (child.nodeType !== ELEMENT) continue;
      flush();
      if (/^h[1-6]$/.test(tag)) {
        blocks.push({ kind: "heading", level: Number(tag[1]), runs: trimmed(runsOf(child)) });
      } else if (tag === "ul" || tag === "ol") list(child, tag === "ol", depth);
      else if (tag === "table") blocks.push(tableBlock(child, nextNumber));
      else if (tag === "pre") blocks.push({ kind: "code", text: child.textContent.trimEnd() });
      else walk(child, depth, quote || tag === "blockquote");
    }
    flush();
  };
  const list = (node: Node, ordered: boolean, depth: number): void => {
    [...node.children].filter((child) => tagOf(child) === "li").forEach((item, i) => {
      const nested: Node[] = [];
      const runs = [...item.childNodes].flatMap((child) => {
        if (!/^(ul|ol)$/.test(tagOf(child))) return runsOf(child);
        nested.push(child);
        return [];
      });
      blocks.push({ kind: "item", runs: trimmed(runs), ordered, depth, number: i + 1 });
      for (const inner of nested) list(inner, tagOf(inner) === "ol", depth + 1);
    });
  };
  walk(document.body, 0, false);
  return blocks;
}
