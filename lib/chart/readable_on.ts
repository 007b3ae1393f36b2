import { plainFill } from "./hatching.ts";
import { contrast } from "./luminance.ts";
import { theme } from "./theme.ts";

/** The least contrast of text by WCAG's level AA. */
const LEAST_CONTRAST = 4.5;

/** Darker than ink. */
const BLACK = "#000000";

/**
 * White or ink, whichever has more contrast on a color, or black where ink is too pale on a color
 * of middle lightness; ink on the hatching of what has no data.
 */
export function readableOn(color: string): string {
  if (color === theme.missing) return theme.ink;
  const plain = plainFill(color);
  const [onWhite, onInk] = [theme.background, theme.ink].map((each) => contrast(plain, each));
  if (onWhite! >= LEAST_CONTRAST || onInk! >= LEAST_CONTRAST) {
    return onWhite! >= onInk! ? theme.background : theme.ink;
  }
  // Of white and black one always has the contrast: their product on any color is 21, of which the root is 4.58.
  return onWhite! >= contrast(plain, BLACK) ? theme.background : BLACK;
}

/** A mark's color as words may have it: darkened, where they would be too pale on the white card. */
export function readableInk(color: string): string {
  let channels = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  const hex = () =>
    `#${channels.map((each) => Math.round(each).toString(16).padStart(2, "0")).join("")}`;
  while (contrast(hex(), theme.background) < LEAST_CONTRAST) {
    channels = channels.map((each) => each * 0.97);
  }
  return hex();
}
