/** An element of XML, or of JSON that stands for it: its name without a prefix, and what is in it. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  text: string;
  /** The line on which it starts. */
  readonly line: number;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** Elements inside elements beyond this depth are no file of results. */
const MOST_DEEP = 1000;
const LARGEST_CODE_POINT = 0x10ffff;

function unescaped(text: string): string {
  return text.includes("&")
    ? text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
      if (!name.startsWith("#")) return ENTITIES[name] ?? whole;
      const hex = name[1] === "x" || name[1] === "X";
      const code = parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
      return code <= LARGEST_CODE_POINT ? String.fromCodePoint(code) : whole;
    })
    : text;
}

const NAME = /[^\s/>]+/y;
const ATTRIBUTE = /([^\s="']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;

/** What is skipped or taken as it stands, by how it begins, and how it ends. */
const APART = [["<!--", "-->"], ["<![CDATA[", "]]>"], ["<?", "?>"], ["<!", ">"]] as const;

/**
 * Reads XML into a tree: elements, attributes and text, without namespaces. Enough for files of
 * results; no DTD is followed and nothing outside the file is read. Takes time in proportion to the
 * text, whatever it is.
 *
 * @returns The root, or undefined where elements are not closed as they were opened, or stand in
 * each other beyond all use.
 */
export function xmlTree(text: string): XmlNode | undefined {
  const root: XmlNode = { name: "", attributes: {}, children: [], text: "", line: 1 };
  const open: XmlNode[] = [root];
  let line = 1;
  let counted = 0;
  let at = 0;
  while (at < text.length) {
    const top = open.at(-1)!;
    if (text[at] !== "<") {
      const end = text.indexOf("<", at);
      const plain = text.slice(at, end === -1 ? text.length : end).trim();
      if (plain !== "") top.text += unescaped(plain);
      at = end === -1 ? text.length : end;
      continue;
    }
    const apart = APART.find(([start]) => text.startsWith(start, at));
    if (apart !== undefined) {
      const [start, stop] = apart;
      const end = text.indexOf(stop, at + start.length);
      if (end === -1) return undefined;
      if (start === "<![CDATA[") top.text += text.slice(at + start.length, end);
      at = end + stop.length;
      continue;
    }
    const closing = text[at + 1] === "/";
    NAME.lastIndex = at + (closing ? 2 : 1);
    const rawName = NAME.exec(text)?.[0];
    const end = rawName === undefined ? -1 : tagEnd(text, NAME.lastIndex);
    if (rawName === undefined || end === -1) return undefined;
    const name = rawName.replace(/^[^:]*:/, "");
    const from = NAME.lastIndex;
    const start = at;
    at = end + 1;
    if (closing) {
      if (open.length === 1 || top.name !== name) return undefined;
      open.pop();
      continue;
    }
    for (; counted < start; counted++) if (text.charCodeAt(counted) === 10) line++;
    const empty = text[end - 1] === "/";
    const attributes: Record<string, string> = {};
    for (
      const [, key, double, single] of text.slice(from, empty ? end - 1 : end).matchAll(ATTRIBUTE)
    ) {
      const value = double ?? single;
      if (value !== undefined) attributes[key!.replace(/^[^:]*:/, "")] = unescaped(value);
    }
    const node: XmlNode = { name, attributes, children: [], text: "", line };
    top.children.push(node);
    if (empty) continue;
    if (open.length > MOST_DEEP) return undefined;
    open.push(node);
  }
  return open.length === 1 ? root.children[0] : undefined;
}

/** Where a tag ends, outside quotation marks; -1 where it does not. */
function tagEnd(text: string, from: number): number {
  let quote = "";
  for (let at = from; at < text.length; at++) {
    const letter = text[at]!;
    if (quote !== "") {
      if (letter === quote) quote = "";
    } else if (letter === ">") return at;
    else if (letter === '"' || letter === "'") quote = letter;
  }
  return -1;
}

/** Whether XML declares entities of its own: what they stand for is not read. */
export function declaresEntities(text: string): boolean {
  const start = text.indexOf("<!DOCTYPE");
  return start !== -1 && text.indexOf("<!ENTITY", start) !== -1;
}

/** Whether lists and objects of JSON stand in each other beyond all use. */
export function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_DEEP) return true;
    level = level.flatMap((one) =>
      typeof one === "object" && one !== null
        ? Object.values(one).filter((member) => typeof member === "object" && member !== null)
        : []
    );
  }
  return false;
}

/**
 * JSON in the shape of {@linkcode xmlTree}: a member of an object is an element, a list several of
 * one name, `@id` and `@type` are attributes ObjectId and type.
 */
export function jsonTree(name: string, value: unknown): XmlNode {
  const node: XmlNode = { name, attributes: {}, children: [], text: "", line: 1 };
  if (typeof value !== "object" || value === null) {
    node.text = value === null || value === undefined ? "" : String(value);
    return node;
  }
  const attributes = node.attributes as Record<string, string>;
  for (const [key, member] of Object.entries(value)) {
    if (key === "@id") attributes.ObjectId = String(member);
    else if (key === "@type") attributes.type = String(member);
    else {
      for (const one of Array.isArray(member) ? member : [member]) {
        node.children.push(jsonTree(key, one));
      }
    }
  }
  return node;
}

/** All elements of a name, at any depth. */
export function allOf(node: XmlNode, name: string): XmlNode[] {
  const found: XmlNode[] = [];
  const visit = (one: XmlNode): void => {
    for (const child of one.children) {
      if (child.name === name) found.push(child);
      visit(child);
    }
  };
  visit(node);
  return found;
}

/** The first child of a name. */
export function childOf(node: XmlNode, name: string): XmlNode | undefined {
  return node.children.find((child) => child.name === name);
}

/** The text of the first child of a name, with the text of what is in it; "" where there is none. */
export function textOf(node: XmlNode, name: string): string {
  const child = childOf(node, name);
  return child === undefined ? "" : deepText(child);
}

function deepText(node: XmlNode): string {
  if (node.text !== "") return node.text;
  for (const child of node.children) {
    if (child.name === "Language" || child.name === "language") continue;
    const text = deepText(child);
    if (text !== "") return text;
  }
  return "";
}
