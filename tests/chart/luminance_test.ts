import { assertAlmostEquals, assertEquals, assertGreaterOrEqual } from "@std/assert";
import { greySvg, theme } from "tallybook/chart";
import { contrast, luminance } from "../../lib/chart/luminance.ts";
import { readableOn } from "../../lib/chart/readable_on.ts";

const grey = (level: number) => `#${level.toString(16).padStart(2, "0").repeat(3)}`;

// IEC 61966-2-1's curve, with mpmath; levels 10 and 11 lie on either side of its straight part's end.
const LIGHT: readonly (readonly [number, number])[] = [
  [0, 0],
  [10, 0.003035269835488375],
  [11, 0.003346535763899161],
  [15, 0.004776953480693729],
  [16, 0.005181516702338386],
  [64, 0.05126945837404324],
  [128, 0.21586050011389926],
  [188, 0.5028864580325687],
  [255, 1],
];

Deno.test("luminance: of greys by sRGB's curve, of red, green and blue by Rec. 709's weights", () => {
  for (const [level, light] of LIGHT) assertAlmostEquals(luminance(grey(level)), light, 1e-12);
  assertEquals(["#ff0000", "#00ff00", "#0000ff"].map(luminance), [0.2126, 0.7152, 0.0722]);
});

Deno.test("contrast: 21 of black and white, either way, and that of each grey by hand", () => {
  assertAlmostEquals(contrast("#000000", "#ffffff"), 21, 1e-12);
  for (const [level, light] of LIGHT) {
    assertAlmostEquals(contrast(grey(level), "#ffffff"), 1.05 / (light + 0.05), 1e-9);
    assertAlmostEquals(contrast(grey(level), "#000000"), (light + 0.05) / 0.05, 1e-9);
  }
});

Deno.test("greySvg() leaves each of the 256 greys as it is, however it is written", () => {
  for (let level = 0; level < 256; level++) {
    const mark = `<rect fill="${grey(level)}" stroke="rgb(${level}, ${level},${level})"/>`;
    assertEquals(greySvg(mark), `<rect fill="${grey(level)}" stroke="${grey(level)}"/>`);
  }
  // #ffaa00: 0.2126 + 0.7152 × 0.402 = 0.5001 of the light, which is level 188.
  assertEquals(
    greySvg('<a fill="#fA0" color="white" stop-color="black" stroke="none"/>'),
    `<a fill="${grey(188)}" color="#ffffff" stop-color="#000000" stroke="none"/>`,
  );
});

Deno.test("readableOn() takes ink for light colors, black where ink is too pale, white for dark ones, and ink on what has no data", () => {
  assertEquals(readableOn(theme.missing), theme.ink);
  const chosen = Array.from({ length: 256 }, (_, level) => readableOn(grey(level)));
  // Each of them has 4.5:1 by WCAG's definition, from sRGB's curve.
  for (const [level, color] of chosen.entries()) {
    const light = luminance(grey(level)) + 0.05;
    const onText = color === theme.background ? 1.05 / light : light / (luminance(color) + 0.05);
    assertGreaterOrEqual(onText, 4.5, grey(level));
  }
  // White to level 118, of which 1.05 / 4.5 is the most light; ink from level 137, since 4.5 times its 0.0665 is the least light.
  assertEquals(
    [118, 119, 136, 137].map((level) => chosen[level]),
    [theme.background, "#000000", "#000000", theme.ink],
  );
  assertEquals([readableOn("#000000"), readableOn("#ffffff")], [theme.background, theme.ink]);
});
