/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Shape } from "../shape.ts";
import type { OutcomeTable, Scene } from "../panel.ts";

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element with attributes and content; text is text, never markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

function svgElement(name: string, attributes: Readonly<Record<string, string | number>>): Element {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

function drawShape(shape: Shape): Element {
  switch (shape.kind) {
    case "path":
    case "rect": {
      const { kind, look, title, ...geometry } = shape;
      const made = svgElement(kind, { ...geometry, class: look });
      if (title) {
        const name = svgElement("title", {});
        name.textContent = title;
        made.append(name);
      }
      return made;
    }
    case "circle":
      return svgElement("circle", { cx: shape.x, cy: shape.y, r: shape.r, class: shape.look });
    case "text": {
      const made = svgElement("text", {
        x: shape.x,
        y: shape.y,
        class: shape.look,
        "text-anchor": shape.anchor ?? "start",
      });
      made.textContent = shape.text;
      return made;
    }
  }
}

/** A drawing. What it shows is in the readout and the table, so that it is hidden from readers of the screen. */
export function drawScene({ width, height, shapes }: Scene): Element {
  const svg = svgElement("svg", { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" });
  svg.append(...shapes.map(drawShape));
  return svg;
}

/** A table of an outcome. */
export function drawTable({ caption, columns, rows }: OutcomeTable): HTMLElement {
  const align = (i: number): Record<string, string> =>
    columns[i]?.numeric ? { align: "right" } : {};
  const table = element(
    "table",
    {},
    element("caption", {}, caption),
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        ...columns.map(({ label }, i) => element("th", { scope: "col", ...align(i) }, label)),
      ),
    ),
    element(
      "tbody",
      {},
      ...rows.map((row) =>
        element("tr", {}, ...row.map((cell, i) => element("td", align(i), cell)))
      ),
    ),
  );
  return element(
    "div",
    { class: "table-box", role: "region", tabindex: "0", "aria-label": caption },
    table,
  );
}
