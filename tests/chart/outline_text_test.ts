import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { outlineText, svgToPng } from "tallybook/chart";
import { textBoxes, textProblems } from "../../lib/chart/text_problems.ts";
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

const folder = new URL("./snapshots/", import.meta.url);
const names = [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
const read = (name: string) => Deno.readTextFileSync(new URL(name, folder));

/** Blocks that may differ by smoothing alone; the same figures with live text are beyond 10 times that. */
const MOST = 0.002;

Deno.test("every snapshot's words stay in its outlined drawing, at their places", () => {
  for (const name of names) {
    const svg = read(name);
    const outlined = outlineText(svg);
    const boxes = (drawing: string) =>
      textBoxes(drawing).map((box) => [box.text, Math.round(box.left), Math.round(box.top)]);
    assertEquals(boxes(outlined), boxes(svg), name);
    assertEquals(textProblems(outlined), [], name);
    const shown = outlined.replaceAll(/<text [^>]*fill-opacity="0" stroke="none">/gu, "");
    assert(!shown.includes("<text"), `${name} has a text that is shown as text`);
  }
});

Deno.test("outlines are where resvg sets the text in the figures' font", () => {
  for (const name of names.filter((_, i) => i % 4 === 0)) {
    const svg = read(name);
    const size = sizeOf(svg);
    const drawn = (drawing: string) => luminance(svgToPng(drawing), size);
    const share = differingBlocks(drawn(svg), drawn(outlineText(svg)), size);
    assert(share <= MOST, `${name}: ${share} of the blocks differ`);
  }
});

Deno.test("a label's halo is a shape below its letters, and a drawing without words stays as it is", () => {
  const halo = outlineText(
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20">' +
      '<g stroke="#ffffff" stroke-width="4" paint-order="stroke"><text x="5" y="15">A&amp;B</text></g></svg>',
  );
  // 4 pixels at 12 pixels to 1,000 units of the font.
  assertStringIncludes(halo, 'fill="#ffffff" stroke-width="333"');
  assertStringIncludes(halo, ">A&amp;B</text>");
  assertEquals(halo.match(/<use /gu)?.length, 6);
  const bare = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/></svg>';
  assertEquals(outlineText(bare), bare);
});

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
