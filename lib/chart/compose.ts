import { drawLegend, type Legend } from "./legend.ts";
import { type DrawnPanel, roundCoordinates } from "./draw_panel.ts";
import { FONT_STACK, type FontWeight } from "./fonts.ts";
import { coordinate, escapeXml } from "./svg_document.ts";
import { withHatching } from "./hatching.ts";
import { theme } from "./theme.ts";
import { wrapText } from "./wrap_text.ts";

/** What a composed figure says and shows. */
export interface Composition {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string | undefined;
  readonly caption: string | undefined;
  readonly source: string;
  readonly alt: string;
  readonly legend: Legend | undefined;
  readonly panels: readonly DrawnPanel[];
  readonly columns: number;
  readonly width: number;
  /** Without title, subtitle, caption and source, and with less room at the edges: they stand beside it. */
  readonly bare?: boolean;
}

/** A standalone SVG and its size. */
export interface ComposedSvg {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Distance between panels. */
export const GAP = 20;

/** Room between a row of panels and the headings of the next. */
const BETWEEN_ROWS = 12;

/** Distance from the edge to what is drawn. */
export const paddingOf = (bare: boolean): number => bare ? 4 : theme.padding;

/** Puts title, subtitle, legend, panels, caption and source into one standalone SVG. */
export function compose(figure: Composition): ComposedSvg {
  const { id, width, bare = false } = figure;
  const pad = paddingOf(bare);
  const inner = width - 2 * pad;
  const parts: string[] = [];
  let y = 12;
  const paragraph = (text: string, size: number, weight: FontWeight, color: string) => {
    const line = Math.round(size * 1.36);
    const lines = wrapText(text, inner, size, weight);
    const spans = lines.map((words, index) =>
      `<tspan x="${pad}" y="${coordinate(y + line * index + size)}">${escapeXml(words)}</tspan>`
    );
    const bold = weight === 400 ? "" : ` font-weight="${weight}"`;
    parts.push(`<text font-size="${size}"${bold} fill="${color}">${spans.join("")}</text>`);
    y += line * lines.length;
  };

  if (!bare) {
    paragraph(figure.title, theme.size.title, 600, theme.ink);
    if (figure.subtitle) {
      y += 2;
      paragraph(figure.subtitle, theme.size.subtitle, 400, theme.muted);
    }
    y += 10;
  }
  if (figure.legend !== undefined) {
    const legend = drawLegend(figure.legend, inner);
    parts.push(`<g transform="translate(${pad},${coordinate(y)})">${legend.svg}</g>`);
    y += legend.height + 6;
  }
  const grid = placePanels(figure.panels, figure.columns, y, pad);
  parts.push(grid.svg);
  y = grid.bottom;
  if (!bare) {
    y += 10;
    if (figure.caption) {
      paragraph(figure.caption, theme.size.text, 400, theme.ink);
      y += 4;
    }
    paragraph(`Source: ${figure.source}`, theme.size.small, 400, theme.muted);
  }

  const height = Math.ceil(y + (bare ? pad : 12));
  const head =
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"` +
    ` width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"` +
    ` aria-labelledby="${id}-title ${id}-desc" font-family="${FONT_STACK}"` +
    ` font-size="${theme.size.text}" fill="${theme.ink}">`;
  const body = parts.join("").replaceAll(/ font-family="system-ui, sans-serif"/gu, "");
  const svg = head +
    `<title id="${id}-title">${escapeXml(figure.title)}</title>` +
    `<desc id="${id}-desc">${escapeXml(`${figure.alt} Source: ${figure.source}`)}</desc>` +
    `<rect width="${width}" height="${height}" fill="${theme.background}"/>` +
    roundCoordinates(stableIds(withHatching(body, id), id)) + "</svg>\n";
  return { svg, width, height };
}

/** Lays panels out row by row; a row is as high as its highest panel. */
function placePanels(panels: readonly DrawnPanel[], columns: number, top: number, pad: number) {
  const parts: string[] = [];
  let y = top;
  for (let first = 0; first < panels.length; first += columns) {
    const row = panels.slice(first, first + columns);
    const headings = row.map((panel) =>
      panel.heading === undefined ? [] : wrapText(panel.heading, panel.width, 13, 600)
    );
    const headingHeight = Math.max(...headings.map((lines) => lines.length * 17));
    // Between an axis' label and a heading, so that each stands with its own panel.
    if (first > 0 && headingHeight > 0) y += BETWEEN_ROWS;
    for (const [index, panel] of row.entries()) {
      const x = pad + index * (panel.width + GAP);
      for (const [line, words] of headings[index]!.entries()) {
        parts.push(
          `<text x="${coordinate(x)}" y="${
            coordinate(y + 13 + 17 * line)
          }" font-size="13" font-weight="600">${escapeXml(words)}</text>`,
        );
      }
      parts.push(
        `<g transform="translate(${coordinate(x)},${
          coordinate(y + headingHeight)
        })" text-anchor="middle">${panel.svg}</g>`,
      );
    }
    y += headingHeight + Math.max(...row.map((panel) => panel.height)) + 4;
  }
  return { svg: parts.join(""), bottom: y };
}

/** Plot numbers its clip paths through a process; here they are numbered within the figure. */
function stableIds(svg: string, id: string): string {
  const names = new Map<string, string>();
  return svg.replace(/plot-clip-\d+/gu, (old) => {
    const name = names.get(old) ?? `${id}-clip-${names.size + 1}`;
    names.set(old, name);
    return name;
  });
}
