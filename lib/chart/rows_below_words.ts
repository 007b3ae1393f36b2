import * as Plot from "@observablehq/plot";
import { measureText } from "./fonts.ts";
import type { FrameX } from "./reference_line.ts";
import { linearScale } from "./scale.ts";
import { theme } from "./theme.ts";
import { wrapText } from "./wrap_text.ts";

/** Distance of lines above a row's marks. */
const LINE = 15;

/** Room of a row's marks below its words. */
const MARKS = 26;

/** Room between a row's end and the descenders of its words. */
const BELOW_WORDS = 17;

/** Distance of the words from the picture's edge. */
export const EDGE = 8;

/** Room between the end of words and a line beside them. */
const BESIDE_WORDS = 6;

/** A panel's horizontal scale, and the values at which lines stand in it. */
export interface LinesOfRows {
  /** The values at the ends of the scale. */
  readonly domain: readonly [number, number];
  /** Room between the margin and the scale's ends. */
  readonly insets?: { readonly left: number; readonly right: number };
  /** Where lines stand: zero, unless given, and what is compared with. */
  readonly values?: readonly number[];
}

/** Rows whose words stand above their marks, so that the marks have the whole width. */
export interface RowsBelowWords {
  /** The margin left and right. */
  readonly edge: number;
  /** The height of a row. */
  readonly rowHeight: number;
  /** How far below the middle of its row a mark stands. */
  readonly dy: number;
  /** A vertical line at a value, dashed where asked; it breaks at each line of words that reaches it. */
  readonly lineAt: (value: number, frame: FrameX, dash?: string) => Plot.Markish;
  /** The words, over a band scale of the rows' keys. */
  readonly words: Plot.Markish;
}

/**
 * Lays rows out for a phone: names and numbers above each row's marks, as many lines as they need.
 * Words begin at the edge; where a line would stand in them, and there is room, they begin right of it,
 * so that it stays whole.
 *
 * @param rows The rows as the marks have them, with the key of their band.
 * @param words What stands above each row; each text begins a line of its own.
 * @param width The panel's width in pixels.
 * @param scale The scale below the words, and the lines in it.
 */
export function rowsBelowWords(
  rows: readonly { readonly key: string }[],
  words: readonly (readonly string[])[],
  width: number,
  scale: LinesOfRows,
): RowsBelowWords {
  const { insets = { left: 0, right: 0 }, values = [0] } = scale;
  const toX = linearScale(scale.domain, [EDGE + insets.left, width - EDGE - insets.right]);
  const [low, high] = scale.domain;
  const drawn = values.filter((value) => value >= low && value <= high);
  const { start, lines } = wordsClearOf(drawn.map(toX), words, width);
  const end = (line: string) => start + measureText(line, theme.size.text) + BESIDE_WORDS;
  const rowHeight = LINE * Math.max(...lines.map((each) => each.length)) + MARKS;
  return {
    edge: EDGE,
    rowHeight,
    dy: rowHeight / 2 - 10,
    lineAt: (value, { domain, left, right }, dash) => {
      const x = linearScale(domain, [left, right])(value);
      const dashes = dash === undefined ? {} : { strokeDasharray: dash };
      const parts = new Map<string, { top: number; bottom: number; keys: Set<string> }>();
      rows.forEach(({ key }, i) => {
        const isReached = lines[i]!.map((line) => start - BESIDE_WORDS < x && end(line) > x);
        for (const { top, bottom } of freeParts(isReached, rowHeight)) {
          const part = parts.get(`${top} ${bottom}`) ?? { top, bottom, keys: new Set() };
          part.keys.add(key);
          parts.set(`${top} ${bottom}`, part);
        }
      });
      return [...parts.values()].map(({ top, bottom, keys }) =>
        Plot.tickX(rows, {
          x: () => value,
          y: "key",
          stroke: theme.ink,
          ...dashes,
          filter: ({ key }: { key: string }) => keys.has(key),
          insetTop: top,
          insetBottom: rowHeight - bottom,
        })
      );
    },
    words: Plot.text(rows, {
      y: "key",
      text: (_row: unknown, i: number) => lines[i]!.join("\n"),
      frameAnchor: "left",
      textAnchor: "start",
      lineAnchor: "bottom",
      lineHeight: LINE / theme.size.text,
      dx: start - EDGE,
      dy: rowHeight / 2 - 20,
      fill: theme.ink,
      stroke: theme.background,
      strokeWidth: 4,
    }),
  };
}

/**
 * Where words begin, and their lines: at the edge, or right of a line that would stand in them, if
 * fewer of them are then crossed and no row needs more lines than the longest has at the edge.
 */
function wordsClearOf(xs: readonly number[], words: readonly (readonly string[])[], width: number) {
  const from = (start: number) => {
    const lines = words.map((texts) =>
      texts.flatMap((text) => wrapText(text, width - EDGE - start, theme.size.text))
    );
    const crossed =
      lines.flat().filter((line) =>
        xs.some((x) =>
          x > start - BESIDE_WORDS && x < start + measureText(line, theme.size.text) + BESIDE_WORDS
        )
      ).length;
    return { start, lines, crossed, most: Math.max(...lines.map((each) => each.length)) };
  };
  const atEdge = from(EDGE);
  return xs.filter((x) => x < width / 2).map((x) => from(x + BESIDE_WORDS))
    .filter(({ most }) => most <= atEdge.most)
    .reduce((best, each) => each.crossed < best.crossed ? each : best, atEdge);
}

/** The parts of a row's height that no line of words covers which reaches a place. */
function freeParts(isReached: readonly boolean[], rowHeight: number) {
  const parts: { top: number; bottom: number }[] = [];
  let top = 0;
  isReached.forEach((reached, i) => {
    if (!reached) return;
    const begin = rowHeight - BELOW_WORDS - LINE * (isReached.length - i);
    if (begin > top) parts.push({ top, bottom: begin });
    top = begin + LINE;
  });
  return [...parts, { top, bottom: rowHeight }];
}
