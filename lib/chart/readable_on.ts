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
