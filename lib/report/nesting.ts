/** Deeper than anybody writes; parsers take time that grows with the square of the depth. */
const DEEPEST = 500;

/** Elements that stand alone, and those that the next of their kind ends. */
const SHALLOW = new Set([
  ...["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"],
  ...["p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "colgroup"],
]);

/**
 * Whether markup opens far more elements than it closes, at any place. What stands in comments and
 * attributes counts as if it were markup.
 *
 * Cost: linear in the length of the source.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { isNestedTooDeep } from "./nesting.ts";
 *
 * assertEquals(isNestedTooDeep("<p>a</p>".repeat(1000)), false);
 * assertEquals(isNestedTooDeep("<div>".repeat(1000)), true);
 * ```
 */
export function isNestedTooDeep(source: string): boolean {
  let depth = 0;
  for (const [, end, name = ""] of source.matchAll(/<(\/?)([a-z][a-z0-9]*)(?![^<>]*\/>)/gi)) {
    if (SHALLOW.has(name.toLowerCase())) continue;
    depth = end ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}
