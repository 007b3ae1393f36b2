import { luminance } from "./luminance.ts";

/** The channel of sRGB that a share of light has, both from 0 to 1. */
const fromLight = (light: number): number =>
  light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;

/** The grey of a color's luminance (Rec. 709, linear light), both as #rrggbb. */
function greyOf(color: string): string {
  const long = color.length === 4 ? color.replaceAll(/[0-9a-f]/giu, "$&$&") : color;
  const grey = Math.round(255 * fromLight(luminance(long)));
  return `#${grey.toString(16).padStart(2, "0").repeat(3)}`;
}

/** Colors that a drawing names by word. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ["white", "#ffffff"],
  ["black", "#000000"],
]);

/**
 * A figure's SVG without color: each fill and stroke in the grey of its luminance, as a grey print
 * shows it.
 *
 * @param svg A standalone SVG, as `figure().toSvg()` gives and a notebook's output stores.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { greySvg } from "tallybook/chart";
 *
 * assertEquals(greySvg('<rect fill="#0b5cad"/>'), '<rect fill="#5c5c5c"/>');
 * ```
 */
export function greySvg(svg: string): string {
  return svg.replaceAll(
    /\s(fill|stroke|stop-color|color|flood-color)="([^"]*)"/gu,
    (whole, name: string, value: string) => {
      const color = NAMED.get(value) ?? value;
      if (/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/iu.test(color)) return ` ${name}="${greyOf(color)}"`;
      const parts = /^rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)$/u.exec(color);
      if (parts === null) return whole;
      const hex = parts.slice(1).map((part) => Number(part).toString(16).padStart(2, "0")).join("");
      return ` ${name}="${greyOf(`#${hex}`)}"`;
    },
  );
}
