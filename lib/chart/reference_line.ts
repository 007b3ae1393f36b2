import * as Plot from "@observablehq/plot";
import { measureText } from "./fonts.ts";
import { linearScale } from "./scale.ts";
import { theme } from "./theme.ts";

/** A value that a chart's reader needs to compare with, drawn as a dashed line with its label. */
export interface Reference {
  /** Where the line is. */
  readonly value: number;
  /** What stands beside it. */
  readonly label: string;
}

/** A panel's horizontal scale, and the width that its labels must stay within. */
export interface FrameX {
  /** The values at the ends of the scale. */
  readonly domain: readonly [number, number];
  /** The scale's left end in pixels. */
  readonly left: number;
  /** The scale's right end in pixels. */
  readonly right: number;
  /** The panel's width in pixels. */
  readonly width: number;
  /** How a line at a value is drawn; from top to bottom unless given. */
  readonly lineAt?: ((value: number, frame: FrameX, dash?: string) => Plot.Markish) | undefined;
}

/** The dashes of reference lines. */
const DASH = "3,3";

/**
 * Vertical reference lines, labeled above the plot.
 *
 * @param frame Where labels must stay inside; they stand over the middle of their lines without it.
 */
export function referencesX(
  references: readonly Reference[],
  frame?: FrameX,
): Plot.Markish[] {
  if (references.length === 0) return [];
  const label = (some: readonly Reference[], dx: number) =>
    Plot.text(some, {
      x: "value",
      text: "label",
      frameAnchor: "top",
      dy: -15,
      dx,
      fill: theme.ink,
      fontSize: theme.size.small,
    });
  return [
    frame?.lineAt === undefined
      ? Plot.ruleX(references, { x: "value", stroke: theme.ink, strokeDasharray: DASH })
      : references.map(({ value }) => frame.lineAt!(value, frame, DASH)),
    frame === undefined
      ? label(references, 0)
      : references.map((each) => label([each], insideShift(each, frame))),
  ];
}

/** How far a centered label must move to stay inside its panel. */
function insideShift({ value, label }: Reference, frame: FrameX): number {
  const x = linearScale(frame.domain, [frame.left, frame.right])(value);
  const half = measureText(label, theme.size.small) / 2 + 1;
  return Math.max(0, half - x) - Math.max(0, x + half - frame.width);
}

/** Horizontal reference lines, labeled above their right or left end. */
export function referencesY(
  references: readonly Reference[],
  side: "left" | "right" = "right",
): Plot.Markish[] {
  if (references.length === 0) return [];
  return [
    Plot.ruleY(references, { y: "value", stroke: theme.ink, strokeDasharray: DASH }),
    Plot.text(references, {
      y: "value",
      text: "label",
      frameAnchor: side,
      textAnchor: side === "right" ? "end" : "start",
      dx: side === "right" ? -2 : 2,
      dy: -8,
      fill: theme.ink,
      fontSize: theme.size.small,
      stroke: theme.background,
      strokeWidth: 3,
    }),
  ];
}
