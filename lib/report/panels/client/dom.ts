import { browser, type PageElement } from "./browser.ts";
import { curlyText } from "../../curly_marks.ts";
import type { Shape } from "../shape.ts";
import type { OutcomeTable, Scene } from "../panel.ts";

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element with attributes and content; text is text, never markup. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...content: (PageElement | string)[]
): PageElement {
  const made = browser.document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

function svgElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
): PageElement {
  const made = browser.document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

function drawShape(shape: Shape): PageElement {
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
      made.textContent = curlyText(shape.text);
      return made;
    }
  }
}

/** A drawing. What it shows is in the readout and the table, so that it is hidden from readers of the screen. */
export function drawScene({ width, height, shapes }: Scene): PageElement {
  const svg = svgElement("svg", { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" });
  svg.append(...shapes.map(drawShape));
  return svg;
}

/** A cell of more characters takes a line a word in a phone's column; rows are cards there then. */
const LONG = 30;

/** Columns that no phone has room for beside each other. */
const TOO_MANY_COLUMNS = 6;

/** The letters of a name and its value that half a card's line has room for. */
const HALF_LINE = 28;

/** A table with its apostrophes and quotation marks as those of prose. */
export const withCurlyMarks = ({ caption, columns, rows }: OutcomeTable): OutcomeTable => ({
  caption: curlyText(caption),
  columns: columns.map((column) => ({ ...column, label: curlyText(column.label) })),
  rows: rows.map((row) => row.map(curlyText)),
});

/** A table of an outcome. */
export function drawTable({ caption, columns, rows }: OutcomeTable): PageElement {
  const align = (i: number): Record<string, string> =>
    columns[i]?.numeric ? { align: "right" } : {};
  const isWide = columns.length >= TOO_MANY_COLUMNS ||
    rows.some((row) => row.some((cell, i) => i > 0 && cell.length > LONG));
  const label = (i: number): Record<string, string> => {
    if (!isWide) return {};
    const name = columns[i]?.label ?? "";
    const needsLine = rows.some((row) => name.length + 2 + (row[i] ?? "").length > HALF_LINE);
    return { "data-label": name, ...(needsLine ? { "data-wide": "" } : {}) };
  };
  const labels = columns.map((_, i) => label(i));
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
        element(
          "tr",
          {},
          ...row.map((cell, i) => element("td", { ...align(i), ...labels[i] }, cell)),
        )
      ),
    ),
  );
  return element(
    "div",
    { class: "table-box", role: "region", tabindex: "0", "aria-label": caption },
    table,
  );
}
