/**
 * The one theme of all figures: type sizes in pixels, greys, and color-blind-safe palettes.
 * The tests hold every mark color to a contrast of 3:1 against the white card, and neighbors of
 * a palette apart both in greyscale and as a deuteranope sees them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { theme } from "tallybook/chart";
 *
 * assertEquals(theme.width, 680);
 * assertEquals(theme.background, "#ffffff");
 * ```
 */
export const theme = {
  /** Width of a figure unless it asks for another. */
  width: 680,
  /** Distance from the card's edge to what is drawn. */
  padding: 16,
  /** Always white: a figure keeps its card on a dark page, and prints. */
  background: "#ffffff",
  /** Text, and marks that need no color. */
  ink: "#1f2328",
  /** Secondary text: subtitle, axis labels, source. */
  muted: "#57606a",
  /** Reference lines and interval whiskers. */
  rule: "#6e7781",
  /** Grid lines. */
  grid: "#dfe3e8",
  /** Filled areas that carry no data of their own, such as a band behind marks. */
  shade: "#e4e9ef",
  /** Behind the one row or label that a reader must find. */
  highlight: "#fdf0c4",
  /** What has no data: hatched, as no step of any scale is, also in grey. */
  missing: "url(#no-data)",
  /** What the subject is set against without being of interest itself. */
  context: "#d7dce1",
  /** The same grey, as `context`. */
  noData: "#d7dce1",
  /** Sizes of type. */
  size: { title: 18, subtitle: 14, text: 12, small: 11 },
  /** The color of a figure's one subject. */
  accent: "#0b5cad",
  /** What the subject is set against. */
  contrast: "#c2410c",
  /** Categories without a color of their own, in order of use, dark and light in turn. */
  categories: ["#0b4f9c", "#d95f0e", "#00604c", "#c264a6", "#2a2f36", "#7f8894"],
  /** Sequential steps from little to much. */
  sequential: ["#e3edf7", "#b5d0ea", "#7fb0da", "#4e90c7", "#1f639f", "#0b3c6f"],
  /** Diverging steps from Republican through even to Democratic. */
  diverging: [
    "#7f1d12",
    "#b8402c",
    "#df8872",
    "#f6d5ca",
    "#d3e0f2",
    "#84aadb",
    "#3a6fb8",
    "#123a78",
  ],
} as const;
