import { refusal } from "../check/mod.ts";
import type { FontWeight } from "./fonts.ts";
import { measureText } from "./fonts.ts";
import { coordinate, escapeXml } from "./svg_document.ts";
import { symbolPath } from "./symbol_path.ts";
import { theme } from "./theme.ts";

/** One entry of a legend: what a mark looks like, and what it stands for. */
export interface LegendItem {
  /** What the entry stands for. */
  readonly label: string;
  /** The color, as #rrggbb. */
  readonly color: string;
  /** The shape of the mark; a filled square unless given. */
  readonly symbol?:
    | "area"
    | "line"
    | "dashed"
    | "circle"
    | "square"
    | "triangle"
    | "diamond"
    | "cross"
    | "star"
    | undefined;
  /** Draw the shape's outline only. */
  readonly hollow?: boolean | undefined;
}

/** A legend of colored steps: `colors[i]` stands for values from `breaks[i - 1]` to `breaks[i]`. */
export interface StepLegend {
  /** What the colors measure, with its unit. */
  readonly title: string;
  /** The colors of the steps, one more than there are breaks. */
  readonly colors: readonly string[];
  /** One label a border between two colors: one fewer than there are colors. */
  readonly breaks: readonly string[];
  /** Labels below the two ends of the scale. */
  readonly ends?: readonly [string, string] | undefined;
  /** An entry for what has no value. */
  readonly missing?: string | undefined;
  /** The color of what has no value; the theme's unless given. */
  readonly missingColor?: string | undefined;
}

/** A legend: a list of entries, or a scale of colored steps. */
export type Legend = readonly LegendItem[] | StepLegend;

/** A piece of SVG and the height that it takes. */
export interface Drawn {
  readonly svg: string;
  readonly height: number;
}

const SIZE = theme.size.text;
const text = (x: number, y: number, label: string, more = "", size: number = SIZE) =>
  `<text x="${coordinate(x)}" y="${coordinate(y)}" font-size="${size}"${more}>${
    escapeXml(label)
  }</text>`;

/** Draws a legend into a width; entries wrap to as many lines as they need. */
export function drawLegend(legend: Legend, width: number): Drawn {
  return Array.isArray(legend)
    ? drawItems(legend as readonly LegendItem[], width)
    : drawSteps(legend as StepLegend, width);
}

const ROW = 19;
const MARK = 22;

function drawItems(items: readonly LegendItem[], width: number): Drawn {
  const parts: string[] = [];
  let x = 0;
  let y = 0;
  for (const item of items) {
    const wide = MARK + measureText(item.label, SIZE) + 18;
    if (x > 0 && x + wide - 18 > width) {
      x = 0;
      y += ROW;
    }
    parts.push(`<g transform="translate(${coordinate(x)},${coordinate(y)})">`);
    parts.push(drawMark(item), text(MARK, 13, item.label), "</g>");
    x += wide;
  }
  return { svg: parts.join(""), height: items.length === 0 ? 0 : y + ROW };
}

function drawMark({ symbol = "area", color, hollow = false }: LegendItem): string {
  if (symbol === "area") {
    return hollow
      ? `<rect x="1.75" y="3.75" width="13.5" height="10.5" fill="none" stroke="${color}" stroke-width="1.5"/>`
      : `<rect x="1" y="3" width="15" height="12" fill="${color}"/>`;
  }
  if (symbol === "line" || symbol === "dashed") {
    const dashes = symbol === "dashed" ? ' stroke-dasharray="4,3"' : "";
    return `<path d="M0,9H18" fill="none" stroke="${color}" stroke-width="2.25"${dashes}/>`;
  }
  const shape = symbolPath(symbol, 5);
  const paint = hollow || symbol === "cross"
    ? `fill="none" stroke="${color}" stroke-width="1.75"`
    : `fill="${color}"`;
  return `<path transform="translate(9,9)" d="${shape}" ${paint}/>`;
}

function drawSteps(legend: StepLegend, width: number): Drawn {
  const { colors, breaks, title, ends, missing } = legend;
  if (breaks.length !== colors.length - 1) {
    throw new RangeError(refusal({
      task: "draw a legend",
      where: `breaks of "${title}"`,
      found: breaks.length,
      expected: `${colors.length - 1}, one between each two of ${colors.length} colors`,
    }));
  }
  const missingWidth = missing === undefined ? 0 : MARK + measureText(missing, SIZE) + 24;
  const widest = Math.max(...breaks.map((label) => measureText(label, theme.size.small)), 0);
  // Each step must have room for its label; beyond 64 pixels a step only wastes ink.
  const step = Math.min(64, Math.max(36, widest + 12), (width - missingWidth) / colors.length);
  const parts = [text(0, 12, title, ` fill="${theme.muted}"`)];
  for (const [index, color] of colors.entries()) {
    parts.push(
      `<rect x="${coordinate(index * step)}" y="19" width="${
        coordinate(step)
      }" height="11" fill="${color}"/>`,
    );
  }
  for (const [index, label] of breaks.entries()) {
    const x = (index + 1) * step;
    parts.push(`<path d="M${coordinate(x)},19V34" stroke="${theme.ink}" stroke-width="1"/>`);
    parts.push(text(x, 45, label, ' text-anchor="middle"', theme.size.small));
  }
  let height = breaks.length === 0 ? 32 : 48;
  if (ends !== undefined) {
    const y = height + 11;
    const end = colors.length * step;
    const weight: FontWeight = 600;
    parts.push(text(0, y, ends[0], ` font-weight="${weight}"`, theme.size.small));
    const used = measureText(ends[0], theme.size.small, weight) +
      measureText(ends[1], theme.size.small, weight);
    // Where both do not fit below the scale, the second starts after the first.
    const anchor = used + 10 <= end
      ? [end, ' text-anchor="end"'] as const
      : [measureText(ends[0], theme.size.small, weight) + 12, ""] as const;
    parts.push(
      text(anchor[0], y, ends[1], ` font-weight="${weight}"${anchor[1]}`, theme.size.small),
    );
    height += 16;
  }
  if (missing !== undefined) {
    const x = colors.length * step + 24;
    const color = legend.missingColor ?? theme.missing;
    parts.push(
      `<rect x="${
        coordinate(x)
      }" y="18" width="15" height="12" fill="${color}" stroke="${theme.rule}" stroke-width="0.5"/>`,
      text(x + MARK, 28, missing),
    );
  }
  return { svg: parts.join(""), height };
}
