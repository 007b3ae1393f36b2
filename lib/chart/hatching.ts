import { theme } from "./theme.ts";

/** A color with light stripes, as a fill that a figure knows how to draw. */
export function hatched(color: string): string {
  return `url(#hatch-${color.slice(1)})`;
}

/** The color below a hatched fill; any other fill as it is. */
export function plainFill(fill: string): string {
  return fill.replace(/^url\(#hatch-([0-9a-f]{6})\)$/u, "#$1");
}

function pattern(id: string, ground: string, stripe: string, width: number, opacity = 1): string {
  return `<pattern id="${id}" width="6" height="6" patternUnits="userSpaceOnUse"` +
    ` patternTransform="rotate(45)"><rect width="6" height="6" fill="${ground}"/>` +
    `<rect width="${width}" height="6" fill="${stripe}" fill-opacity="${opacity}"/></pattern>`;
}

/** Gives a figure's hatched fills, and what is missing, their patterns under the figure's own ids. */
export function withHatching(svg: string, id: string): string {
  const patterns: string[] = [];
  if (svg.includes(theme.missing)) {
    patterns.push(pattern(`${id}-no-data`, "#f4f5f7", "#aab2bb", 1.5));
  }
  for (const color of [...new Set(svg.match(/(?<=url\(#hatch-)[0-9a-f]{6}/gu))].sort()) {
    patterns.push(pattern(`${id}-hatch-${color}`, `#${color}`, theme.background, 1, 0.5));
  }
  if (patterns.length === 0) return svg;
  return `<defs>${patterns.join("")}</defs>` +
    svg.replaceAll(theme.missing, `url(#${id}-no-data)`).replaceAll(
      "url(#hatch-",
      `url(#${id}-hatch-`,
    );
}
