/** Elements that a drawing may have once each of its references is drawn in its place. */
const MOST = 300_000;
/** References that lead to references, at most. */
const DEEPEST = 1000;

interface Part {
  /** Elements in it that belong to no part of their own. */
  elements: number;
  /** The parts in it, and those that it draws again. */
  readonly parts: string[];
}

/** The parts of a drawing by their identifiers; "" is the drawing itself. */
function partsOf(svg: string): Map<string, Part> {
  const parts = new Map<string, Part>([["", { elements: 0, parts: [] }]]);
  const open: string[] = [""];
  for (const [, end, attributes = ""] of svg.matchAll(/<(\/?)[a-z][\w:]*([^<>]*)>/gi)) {
    if (end) {
      if (open.length > 1) open.pop();
      continue;
    }
    const outer = open.at(-1) ?? "";
    const id = / id="([^"]*)"/.exec(attributes)?.[1];
    const inner = id ?? outer;
    if (id !== undefined) parts.get(outer)?.parts.push(id);
    const part = parts.get(inner) ?? { elements: 0, parts: [] };
    parts.set(inner, part);
    part.elements++;
    for (const [, href, url] of attributes.matchAll(/href="#([^"]*)"|url\(#([^)"]{1,300})\)/g)) {
      part.parts.push(href ?? url ?? "");
    }
    if (!attributes.endsWith("/")) open.push(inner);
  }
  return parts;
}

/**
 * Whether a sanitized drawing, with every reference drawn in its place, has more parts than a
 * browser can show: some thirty elements that each draw the one before twice are a thousand million.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { repeatsTooOften } from "./svg_expansion.ts";
 *
 * assertEquals(repeatsTooOften('<svg><g id="a"></g><use href="#a"></use></svg>'), false);
 * assertEquals(repeatsTooOften('<svg><g id="a"><use href="#a"></use></g></svg>'), true);
 * ```
 */
export function repeatsTooOften(svg: string): boolean {
  const parts = partsOf(svg);
  const known = new Map<string, number>();
  const size = (id: string, depth: number): number => {
    const part = parts.get(id);
    if (part === undefined) return 0;
    if (depth > DEEPEST) return Infinity;
    // A part in the making is one that draws itself.
    const before = known.get(id);
    if (before !== undefined) return before;
    known.set(id, Infinity);
    let sum = part.elements;
    for (const inner of part.parts) {
      sum += size(inner, depth + 1);
      if (sum > MOST) break;
    }
    known.set(id, sum);
    return sum;
  };
  return size("", 0) > MOST;
}
