import { plainFill } from "./hatching.ts";
import { theme } from "./theme.ts";

/** The luminance of a color by WCAG's definition, from 0 for black to 1 for white. */
export function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** The contrast of two colors by WCAG's definition, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

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
