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

function unescaped(text: string): string {
  return text.includes("&")
    ? text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
      if (!name.startsWith("#")) return ENTITIES[name] ?? whole;
      const hex = name[1] === "x" || name[1] === "X";
      return String.fromCodePoint(parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10));
    })
    : text;
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<(\/?)([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Reads XML into a tree: elements, attributes and text, without namespaces. Enough for files of
 * results; no DTD is followed and nothing outside the file is read.
 *
 * @returns The root, or undefined where elements are not closed as they were opened.
 */
export function xmlTree(text: string): XmlNode | undefined {
  const root: XmlNode = { name: "", attributes: {}, children: [], text: "", line: 1 };
  const open: XmlNode[] = [root];
  let line = 1;
  let counted = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [, cdata, closing, rawName, rawAttributes, empty, plain] = match;
    const top = open.at(-1)!;
    if (cdata !== undefined) top.text += cdata;
    else if (plain !== undefined) {
      if (plain.trim() !== "") top.text += unescaped(plain.trim());
    } else if (rawName !== undefined) {
      const name = rawName.replace(/^[^:]*:/, "");
      if (closing === "/") {
        if (open.length === 1 || top.name !== name) return undefined;
        open.pop();
        continue;
      }
      for (; counted < match.index; counted++) if (text.charCodeAt(counted) === 10) line++;
      const attributes: Record<string, string> = {};
      for (const [, key, double, single] of rawAttributes!.matchAll(ATTRIBUTE)) {
        attributes[key!.replace(/^[^:]*:/, "")] = unescaped(double ?? single ?? "");
      }
      const node: XmlNode = { name, attributes, children: [], text: "", line };
      top.children.push(node);
      if (empty !== "/") open.push(node);
    }
  }
  return open.length === 1 ? root.children[0] : undefined;
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
