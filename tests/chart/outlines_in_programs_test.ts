import { assert } from "@std/assert";
import { outlineText, svgToPng } from "tallybook/chart";
import {
  differingBlocks,
  drawnBy,
  FONTS,
  has,
  luminance,
  type Program,
  programs,
  sizeOf,
} from "./programs.ts";

const read = (name: string) =>
  Deno.readTextFileSync(new URL(`./snapshots/${name}`, import.meta.url));

/** Blocks that may differ by smoothing alone; the same figures with live text are beyond 10 times that. */
const MOST = 0.002;

/** How far a program's drawing is from ours; null where the program makes none. */
async function distance(program: Program, svg: string, drawing: string, fonts: string | null) {
  const size = sizeOf(svg);
  const png = await drawnBy(program, drawing, fonts);
  return png && differingBlocks(luminance(svgToPng(svg), size), luminance(png, size), size);
}

const sample = ["coefficient-ladder.svg", "scatter-fit.svg", "spoiler-map.svg"];

for (const program of programs) {
  Deno.test({
    name: `${program} draws outlined figures alike with any fonts`,
    ignore: !await has(program),
    fn: async () => {
      for (const name of program === "rsvg-convert" ? sample : sample.slice(0, 1)) {
        const svg = read(name);
        for (const [fonts, path] of Object.entries(FONTS)) {
          // LibreOffice does not start on a machine without a font.
          if (program === "soffice" && path === null) continue;
          const share = await distance(program, svg, outlineText(svg), path);
          assert(share !== null && share <= MOST, `${name} ${fonts}: ${share}`);
        }
      }
    },
  });
}

Deno.test({
  name: "the same figures with live text are drawn otherwise where the font is missing",
  ignore: !await has("rsvg-convert"),
  fn: async () => {
    for (const name of sample) {
      const svg = read(name);
      for (const path of Object.values(FONTS)) {
        const share = await distance("rsvg-convert", svg, svg, path);
        assert(share !== null && share > 5 * MOST, `${name}: ${share}`);
      }
    }
  },
});
