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
const EDGE = 8;

/** Room between the end of words and a line beside them. */
const BESIDE_WORDS = 6;

/** Rows whose words stand above their marks, so that the marks have the whole width. */
export interface RowsBelowWords {
  /** The margin left and right. */
  readonly edge: number;
  /** The height of a row. */
  readonly rowHeight: number;
  /** How far below the middle of its row a mark stands. */
  readonly dy: number;
  /** A vertical line at a value, dashed where asked; it breaks in each row whose words reach it. */
  readonly lineAt: (value: number, frame: FrameX, dash?: string) => Plot.Markish;
  /** The words, over a band scale of the rows' keys. */
  readonly words: Plot.Markish;
}

/**
 * Lays rows out for a phone: names and numbers above each row's marks, as many lines as they need.
 *
 * @param rows The rows as the marks have them, with the key of their band.
 * @param words What stands above each row; each text begins a line of its own.
 * @param width The panel's width in pixels.
 */
export function rowsBelowWords(
  rows: readonly { readonly key: string }[],
  words: readonly (readonly string[])[],
  width: number,
): RowsBelowWords {
  const lines = words.map((texts) =>
    texts.flatMap((text) => wrapText(text, width - 2 * EDGE, theme.size.text))
  );
  const ends = lines.map((each) =>
    EDGE + Math.max(...each.map((line) => measureText(line, theme.size.text))) + BESIDE_WORDS
  );
  const rowHeight = LINE * Math.max(...lines.map((each) => each.length)) + MARKS;
  return {
    edge: EDGE,
    rowHeight,
    dy: rowHeight / 2 - 10,
    lineAt: (value, { domain, left, right }, dash) => {
      const x = linearScale(domain, [left, right])(value);
      const reached = (_row: unknown, i: number) => ends[i]! > x;
      const dashes = dash === undefined ? {} : { strokeDasharray: dash };
      const tick = { x: () => value, y: "key", stroke: theme.ink, ...dashes };
      return [
        Plot.tickX(rows, { ...tick, filter: (row, i) => !reached(row, i) }),
        Plot.tickX(rows, { ...tick, filter: reached, insetTop: rowHeight - BELOW_WORDS }),
      ];
    },
    words: Plot.text(rows, {
      y: "key",
      text: (_row: unknown, i: number) => lines[i]!.join("\n"),
      frameAnchor: "left",
      textAnchor: "start",
      lineAnchor: "bottom",
      lineHeight: LINE / theme.size.text,
      dy: rowHeight / 2 - 20,
      fill: theme.ink,
      stroke: theme.background,
      strokeWidth: 4,
    }),
  };
}
