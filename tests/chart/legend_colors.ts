/** What a stored figure's legend shows: shapes and their colors, and which of them a grey print makes alike. */
import { luminance } from "../../lib/chart/luminance.ts";

/** An entry of a legend: its words, the shape of its mark without its color, and the color. */
interface Entry {
  readonly label: string;
  readonly shape: string;
  readonly color: string;
}

/** Lightness of CIELAB from a color's luminance, 0 to 100. */
const lightness = (color: string) => 116 * Math.cbrt(luminance(color)) - 16;

/** The entries of a composed figure's legend: each is a group of a mark and its words. */
export function legendEntries(svg: string): Entry[] {
  const entry =
    /<g transform="translate\([\d.]+,[\d.]+\)"><(rect|path)([^>]*)\/><text[^>]*>([^<]*)<\/text><\/g>/gu;
  return [...svg.matchAll(entry)].flatMap(([, element, attributes, label]) => {
    const color = /(?:fill|stroke)="(#[0-9a-f]{6})"/u.exec(attributes!)?.[1];
    const shape = `${element} ${attributes!.replace(color ?? "", "")}`;
    return color === undefined ? [] : [{ label: label!, shape, color }];
  });
}

/** Words that say how else a mark differs than by its color. */
const TOLD = /\((?:thin|thick)\)/u;

/** Pairs of a legend's entries with one shape whose colors are nearer in grey than the least difference. */
export function alikeInGrey(svg: string, least: number): string[] {
  const entries = legendEntries(svg);
  return entries.flatMap((a, i) =>
    entries.slice(i + 1)
      .filter((b) =>
        a.shape === b.shape && !(TOLD.test(a.label) && TOLD.test(b.label)) &&
        Math.abs(lightness(a.color) - lightness(b.color)) < least
      )
      .map((b) => `"${a.label}" and "${b.label}" are alike in grey`)
  );
}
