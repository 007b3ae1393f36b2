import * as Plot from "@observablehq/plot";
import { theme } from "./theme.ts";

/** A value that a chart's reader needs to compare with, drawn as a dashed line with its label. */
export interface Reference {
  /** Where the line is. */
  readonly value: number;
  /** What stands beside it. */
  readonly label: string;
}

/** Vertical reference lines, labeled above the plot. */
export function referencesX(references: readonly Reference[]): Plot.Markish[] {
  if (references.length === 0) return [];
  return [
    Plot.ruleX(references, { x: "value", stroke: theme.ink, strokeDasharray: "3,3" }),
    Plot.text(references, {
      x: "value",
      text: "label",
      frameAnchor: "top",
      dy: -15,
      fill: theme.ink,
      fontSize: theme.size.small,
    }),
  ];
}

/** Horizontal reference lines, labeled above their right or left end. */
export function referencesY(
  references: readonly Reference[],
  side: "left" | "right" = "right",
): Plot.Markish[] {
  if (references.length === 0) return [];
  return [
    Plot.ruleY(references, { y: "value", stroke: theme.ink, strokeDasharray: "3,3" }),
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
