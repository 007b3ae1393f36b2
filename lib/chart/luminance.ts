/** The share of light that a channel of sRGB stands for, both from 0 to 1 (IEC 61966-2-1). */
const toLight = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;

/** The luminance of a color "#rrggbb" by WCAG's definition, from 0 for black to 1 for white. */
export function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => toLight(parseInt(color.slice(at, at + 2), 16) / 255));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** The contrast of two colors by WCAG's definition, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}
