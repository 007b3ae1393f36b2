import { plainFill } from "./hatching.ts";
import { contrast } from "./luminance.ts";
import { theme } from "./theme.ts";

/** White or ink, whichever has more contrast on a color; ink on the hatching of what has no data. */
export function readableOn(color: string): string {
  if (color === theme.missing) return theme.ink;
  const plain = plainFill(color);
  return contrast(plain, theme.background) >= contrast(plain, theme.ink)
    ? theme.background
    : theme.ink;
}

/** The least contrast of text by WCAG's level AA. */
const LEAST_CONTRAST = 4.5;

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
