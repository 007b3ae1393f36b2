import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { Resvg } from "@resvg/resvg-js";
import { measureText } from "tallybook/chart";
import { fontPaths, missingGlyphs, openFont } from "../../lib/chart/fonts.ts";

/** The width of a text's ink as the renderer draws it, at 100 pixels. */
function inkWidth(text: string, weight: 400 | 600): number {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="5000" height="200"><text x="10" y="100" font-family="Source Sans 3" font-weight="${weight}" font-size="100">${text}</text></svg>`;
  const options = { font: { fontFiles: Object.values(fontPaths), loadSystemFonts: false } };
  return new Resvg(svg, options).innerBBox()!.width;
}

Deno.test("measureText() agrees with the renderer, kerning included", () => {
  for (const weight of [400, 600] as const) {
    for (const text of ["AVATAR To We", "Votes: 2,868,686 − 1,002,049", "“Wisconsin” – 0.77%"]) {
      // Between two upright bars the text's own width shows; the bars' widths cancel out.
      const drawn = inkWidth(`I${text}I`, weight) - inkWidth("II", weight);
      assertAlmostEquals(
        measureText(`I${text}I`, 100, weight) - measureText("II", 100, weight),
        drawn,
        1.5,
      );
    }
  }
});

Deno.test("measureText() of a line is what the font sets, as no letter is kerned with a space", () => {
  for (const weight of [400, 600] as const) {
    const font = openFont(weight);
    const printed = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i));
    // Each letter before and after a space, and spaces beside each other.
    for (const letter of [...printed, ..."−–—×½“”’…→"]) {
      for (const text of [`${letter} A`, `V ${letter}`, `${letter}  T`, ` ${letter} `]) {
        const width = font.layout(text).advanceWidth / font.unitsPerEm;
        assertAlmostEquals(measureText(text, 1, weight), width, 1e-12, `"${text}"`);
      }
    }
  }
});

Deno.test("measureText() grows in proportion to the size", () => {
  assertAlmostEquals(measureText("Pennsylvania", 24), 2 * measureText("Pennsylvania", 12), 1e-9);
  assertEquals(measureText("", 12), 0);
});

Deno.test("missingGlyphs() names what the font cannot show", () => {
  assertEquals(missingGlyphs("Votes − “ok” → ≥ ½"), []);
  assert(missingGlyphs("票 counted").includes("票"));
});
