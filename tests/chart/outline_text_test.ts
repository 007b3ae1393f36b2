import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { outlineText, svgToPng } from "tallybook/chart";
import { textBoxes, textProblems } from "../../lib/chart/text_problems.ts";
import { differingBlocks, luminance, sizeOf } from "./programs.ts";

const folder = new URL("./snapshots/", import.meta.url);
const names = [...Deno.readDirSync(folder)].filter(({ isFile }) => isFile)
  .map(({ name }) => name).sort();
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

Deno.test("texts without a halo leave what their group says to those after them", () => {
  // Halos of 4 pixels: at 20 pixels 4 of 20 of the font's 1,000 units, at 10 of 10.
  const halos = (texts: string) =>
    outlineText(
      `<svg xmlns="http://www.w3.org/2000/svg"><g font-size="20" stroke-width="4">${texts}</g></svg>`,
      { onlyHalos: true },
    ).match(/stroke-width="\d{3}"/gu);
  const halo = (more = "") => `<text ${more} stroke="white" paint-order="stroke">A</text>`;
  const plain = '<text font-size="10">A</text>';
  assertEquals(halos(halo()), ['stroke-width="200"']);
  assertEquals(halos(plain + plain + halo() + plain + halo('font-size="10"') + halo()), [
    'stroke-width="200"',
    'stroke-width="400"',
    'stroke-width="200"',
  ]);
});
