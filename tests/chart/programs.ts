import { Buffer } from "node:buffer";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Resvg } from "@resvg/resvg-js";

/** Programs that draw an SVG, each with the arguments that make a PNG of it. */
const PROGRAMS = {
  "rsvg-convert": (svg: string, png: string) => [svg, "-o", png],
  inkscape: (svg: string, png: string) => [svg, "--export-type=png", "-o", png],
  soffice: (svg: string, _png: string, folder: string) => [
    `-env:UserInstallation=${pathToFileURL(join(folder, "office")).href}`,
    ...["--headless", "--convert-to", "png:draw_png_Export", "--outdir", folder, svg],
  ],
  chromium: (svg: string, png: string, folder: string, size: readonly [number, number]) => [
    ...["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run"],
    ...[`--user-data-dir=${join(folder, "profile")}`, `--window-size=${size.join(",")}`],
    ...[`--screenshot=${png}`, pathToFileURL(svg).href],
  ],
} as const;

/** A program that draws an SVG. */
export type Program = keyof typeof PROGRAMS;

/** The programs that are tried. */
export const programs = Object.keys(PROGRAMS) as Program[];

/** Folders of the only fonts that a program is to find; none for the last. */
export const FONTS = {
  "with DejaVu": "/usr/share/fonts/truetype/dejavu",
  "with Arial's widths": "/usr/share/fonts/truetype/liberation2",
  "without a font": null,
} as const;

/** Whether this machine has a program. */
export async function has(program: string): Promise<boolean> {
  for (const folder of (Deno.env.get("PATH") ?? "").split(":")) {
    if (await Deno.stat(join(folder, program)).then((it) => it.isFile, () => false)) return true;
  }
  return false;
}

/** The size that an SVG states. */
export function sizeOf(svg: string): [number, number] {
  const [, width, height] = svg.match(/ width="([\d.]+)" height="([\d.]+)"/u) ?? [];
  return [Math.round(Number(width)), Math.round(Number(height))];
}

/** Draws an SVG with a program that finds no fonts but those of a folder; null where it makes no file. */
export async function drawnBy(
  program: Program,
  svg: string,
  fonts: string | null,
): Promise<Uint8Array | null> {
  const folder = await Deno.makeTempDir();
  try {
    const [from, to, config] = ["figure.svg", "figure.png", "fonts.conf"].map((name) =>
      join(folder, name)
    ) as [string, string, string];
    await Deno.writeTextFile(from, svg);
    await Deno.writeTextFile(
      config,
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${
        fonts === null ? "" : `<dir>${fonts}</dir>`
      }<cachedir>${join(folder, "cache")}</cachedir></fontconfig>`,
    );
    await new Deno.Command(program, {
      args: PROGRAMS[program](from, to, folder, sizeOf(svg)),
      env: { FONTCONFIG_FILE: config, HOME: folder },
      stdout: "null",
      stderr: "null",
    }).output();
    return await Deno.readFile(to).catch(() => null);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** The pixels of a PNG at the size given, as luminance from 0 to 255. */
export function luminance(
  png: Uint8Array,
  [width, height]: readonly [number, number],
): Float64Array {
  const picture = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
      `<rect width="${width}" height="${height}" fill="white"/>` +
      `<image width="${width}" height="${height}" preserveAspectRatio="none" href="data:image/png;base64,${
        Buffer.from(png).toString("base64")
      }"/></svg>`,
  ).render().pixels;
  return Float64Array.from(
    { length: width * height },
    (_, i) =>
      0.2126 * picture[4 * i]! + 0.7152 * picture[4 * i + 1]! + 0.0722 * picture[4 * i + 2]!,
  );
}

/**
 * How far apart two drawings are: the share of blocks of 8 by 8 pixels whose mean luminance differs
 * by more than a tenth of the range. Programs smooth edges each in its own way, which blocks even out;
 * a word in another font, or at another place, fills and empties whole blocks.
 */
export function differingBlocks(
  a: Float64Array,
  b: Float64Array,
  [width, height]: readonly [number, number],
): number {
  const side = 8;
  let blocks = 0;
  let differing = 0;
  for (let top = 0; top + side <= height; top += side) {
    for (let left = 0; left + side <= width; left += side) {
      let difference = 0;
      for (let y = top; y < top + side; y++) {
        for (let x = left; x < left + side; x++) {
          difference += a[y * width + x]! - b[y * width + x]!;
        }
      }
      blocks++;
      if (Math.abs(difference) / side ** 2 > 25.5) differing++;
    }
  }
  return differing / blocks;
}
