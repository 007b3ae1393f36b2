import { DOMParser } from "linkedom";
import { type FontWeight, measureText, missingGlyphs } from "./fonts.ts";

/** A line of text of an SVG and the box it takes, in the SVG's pixels. */
export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** An affine transform as SVG writes it: a b c d e f. */
type Matrix = readonly [number, number, number, number, number, number];

interface Node {
  readonly nodeName: string;
  readonly nodeType: number;
  readonly childNodes: Iterable<Node>;
  readonly textContent: string;
  getAttribute?(name: string): string | null;
}

interface Style {
  readonly matrix: Matrix;
  readonly size: number;
  readonly weight: FontWeight;
  readonly anchor: string;
}

const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

function parseTransform(text: string | null): Matrix {
  let result: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [, name, list] of text?.matchAll(/([a-z]+)\(([^)]*)\)/giu) ?? []) {
    const [a = 0, b = 0, c = 0] = list!.split(/[\s,]+/u).map(Number);
    if (name === "translate") result = multiply(result, [1, 0, 0, 1, a, b]);
    else if (name === "scale") result = multiply(result, [a, 0, 0, b || a, 0, 0]);
    else if (name === "rotate") {
      const angle = (a * Math.PI) / 180;
      const turn: Matrix = [
        Math.cos(angle),
        Math.sin(angle),
        -Math.sin(angle),
        Math.cos(angle),
        0,
        0,
      ];
      result = multiply(multiply(multiply(result, [1, 0, 0, 1, b, c]), turn), [1, 0, 0, 1, -b, -c]);
    }
  }
  return result;
}

const length = (text: string | null | undefined, size: number) =>
  text === null || text === undefined || text === ""
    ? 0
    : text.endsWith("em")
    ? parseFloat(text) * size
    : parseFloat(text);

/**
 * The boxes of all lines of text of an SVG that this room composed, by the font's own metrics.
 *
 * @param svg A standalone SVG, as `figure().toSvg()` gives.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { textBoxes } from "./text_problems.ts";
 *
 * const [box] = textBoxes('<svg xmlns="http://www.w3.org/2000/svg"><text x="5" y="20">Votes</text></svg>');
 * assertEquals([box?.text, box?.left], ["Votes", 5]);
 * ```
 */
export function textBoxes(svg: string): TextBox[] {
  const root = new DOMParser().parseFromString(svg, "image/svg+xml") as unknown as {
    documentElement: Node;
  };
  const boxes: TextBox[] = [];
  walk(
    root.documentElement,
    { matrix: [1, 0, 0, 1, 0, 0], size: 12, weight: 400, anchor: "start" },
    boxes,
  );
  return boxes;
}

function walk(node: Node, outer: Style, boxes: TextBox[]): void {
  if (node.nodeType !== 1 || node.nodeName === "title" || node.nodeName === "desc") return;
  const own = (name: string) => node.getAttribute?.(name) ?? null;
  const style: Style = {
    matrix: multiply(outer.matrix, parseTransform(own("transform"))),
    size: length(own("font-size"), outer.size) || outer.size,
    weight: own("font-weight") === null
      ? outer.weight
      : /bold|[6-9]00/u.test(own("font-weight")!)
      ? 600
      : 400,
    anchor: own("text-anchor") ?? outer.anchor,
  };
  if (node.nodeName !== "text") {
    for (const child of node.childNodes) walk(child, style, boxes);
    return;
  }
  let x = length(own("x"), style.size) + length(own("dx"), style.size);
  let y = length(own("y"), style.size) + length(own("dy"), style.size);
  for (const child of joinedTexts(node.childNodes)) {
    if (child.nodeType === 1) {
      const at = (name: string) => child.getAttribute?.(name) ?? null;
      if (at("x") !== null) x = length(at("x"), style.size);
      if (at("y") !== null) y = length(at("y"), style.size);
      y += length(at("dy"), style.size);
    }
    if (child.nodeName !== "title" && child.textContent.trim() !== "") {
      boxes.push(boxOf(child.textContent, x, y, style));
    }
  }
}

/** Children with neighboring texts as one: the parser starts a new one at an entity such as &lt;. */
function joinedTexts(children: Iterable<Node>): Node[] {
  const joined: Node[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (child.nodeType === 3 && last?.nodeType === 3) {
      joined[joined.length - 1] = {
        nodeName: last.nodeName,
        nodeType: 3,
        childNodes: [],
        textContent: last.textContent + child.textContent,
      };
    } else joined.push(child);
  }
  return joined;
}

function boxOf(text: string, x: number, y: number, style: Style): TextBox {
  const width = measureText(text, style.size, style.weight);
  const left = x - (style.anchor === "middle" ? width / 2 : style.anchor === "end" ? width : 0);
  const [a, b, c, d, e, f] = style.matrix;
  // Ascent and descent of capitals, digits and descenders, not of the font's tallest accents.
  const corners = [y - 0.7 * style.size, y + 0.2 * style.size].flatMap((v) =>
    [left, left + width].map((u) => [a * u + c * v + e, b * u + d * v + f] as const)
  );
  const xs = corners.map((corner) => corner[0]);
  const ys = corners.map((corner) => corner[1]);
  return {
    text,
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

/**
 * What is wrong with a figure's text, in sentences: text that leaves the picture, texts that
 * overlap each other, characters that the font lacks. An empty list means that nothing is.
 *
 * @param svg A standalone SVG, as `figure().toSvg()` gives and a notebook's output stores.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { textProblems } from "./text_problems.ts";
 *
 * const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20">' +
 *   '<text x="2" y="14" font-size="12">Wisconsin</text></svg>';
 * assertEquals(textProblems(svg), ['"Wisconsin" leaves the picture by 13 pixels']);
 * ```
 */
export function textProblems(svg: string): string[] {
  const [, width = "0", height = "0"] = svg.match(/viewBox="0 0 ([\d.]+) ([\d.]+)"/u) ?? [];
  const boxes = textBoxes(svg);
  const problems = boxes.flatMap((box) => {
    const out = Math.max(
      -box.left,
      -box.top,
      box.right - Number(width),
      box.bottom - Number(height),
    );
    const lacking = missingGlyphs(box.text);
    return [
      ...out > 0.5 ? [`"${box.text}" leaves the picture by ${Math.ceil(out)} pixels`] : [],
      ...lacking.length > 0
        ? [`"${box.text}" has characters that the font lacks: ${lacking.join(" ")}`]
        : [],
    ];
  });
  for (const [index, a] of boxes.entries()) {
    for (const b of boxes.slice(index + 1)) {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 1 && down > 1.5) problems.push(`"${a.text}" and "${b.text}" overlap`);
    }
  }
  return problems;
}
