/** Colors at the values where they change: words on a color, grey, the borders of a legend. */
import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import * as Plot from "@observablehq/plot";
import { type ChartSpec, figure } from "tallybook/chart";
import { greySvg } from "../../lib/chart/grey.ts";
import { contrast } from "../../lib/chart/luminance.ts";
import { readableInk, readableOn } from "../../lib/chart/readable_on.ts";
import { theme } from "../../lib/chart/theme.ts";

const drawn = (spec: ChartSpec): string =>
  figure({ id: "edges", title: "Edges", source: "Made for this test", alt: "Edges.", ...spec })
    .toSvg();

Deno.test("words on a color have its contrast: white, ink or black, whichever the color asks for", () => {
  for (let red = 0; red < 256; red += 15) {
    for (let green = 0; green < 256; green += 15) {
      const color = `#${[red, green, 120].map((x) => x.toString(16).padStart(2, "0")).join("")}`;
      const words = readableOn(color);
      assert(contrast(color, words) >= 4.5, `${words} on ${color}`);
      const [white, ink] = [theme.background, theme.ink].map((each) => contrast(color, each));
      // Black only where neither of the two has it.
      assertEquals(words === "#000000", white! < 4.5 && ink! < 4.5, color);
      if (words !== "#000000") assertEquals(words, white! >= ink! ? theme.background : theme.ink);
      const darker = readableInk(color);
      assert(contrast(darker, theme.background) >= 4.5, `${darker} of ${color}`);
      // A color that is dark enough stays; another is no darker than one step of three percent more.
      if (white! >= 4.5) assertEquals(darker, color);
      else {
        const lighter = `#${
          [1, 3, 5].map((at) =>
            Math.min(255, Math.ceil((parseInt(darker.slice(at, at + 2), 16) + 1) / 0.97))
              .toString(16).padStart(2, "0")
          ).join("")
        }`;
        assert(contrast(lighter, theme.background) < 4.5, `${darker} of ${color}`);
      }
    }
  }
  assertEquals(readableOn(theme.missing), theme.ink);
});

Deno.test("greySvg() keeps the luminance of each color by sRGB's own transfer", () => {
  // IEC 61966-2-1: linear below 0.04045 of a channel, a power of 2.4 above; 0.2126, 0.7152 and 0.0722 of each.
  const linear = (byte: number) => {
    const c = byte / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  const light = (color: string) => {
    const [r, g, b] = [1, 3, 5].map((at) => linear(parseInt(color.slice(at, at + 2), 16)));
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  for (
    const color of [
      "#000000",
      "#ffffff",
      "#030303",
      "#0a0b0c",
      "#d6483a",
      "#123f86",
      "#00ff00",
      "#0000ff",
    ]
  ) {
    const grey = greySvg(`<rect fill="${color}"/>`).match(/#[0-9a-f]{6}/u)![0];
    const byte = parseInt(grey.slice(1, 3), 16);
    const near = [byte - 1, byte, byte + 1].filter((each) => each >= 0 && each <= 255)
      .map((each) => Math.abs(linear(each) - light(color)));
    assertAlmostEquals(Math.min(...near), Math.abs(linear(byte) - light(color)), 1e-12, color);
  }
  assertStringIncludes(greySvg('<rect fill="none"/>'), 'fill="none"');
});

Deno.test("the legend of a continuous scale has eight colors, each of its step's middle, and the borders between", () => {
  const svg = drawn({
    data: [{ x: 1, y: 1, z: 10 }],
    plot: () => ({
      color: {
        legend: true,
        type: "linear",
        label: "Points",
        domain: [10, 26],
        range: ["#000000", "#ffffff"],
      },
      marks: [Plot.dot([{ x: 1, y: 1, z: 10 }], { x: "x", y: "y", fill: "z" })],
    }),
  });
  const at = svg.indexOf(">Points</text>");
  const legend = svg.slice(at);
  const borders = [...legend.matchAll(/text-anchor="middle"[^>]*>([\d.]+)<\/text>/gu)].map((
    [, b],
  ) => b);
  assertEquals(borders.slice(0, 7), ["12", "14", "16", "18", "20", "22", "24"]);
  const light = [...legend.matchAll(/height="11" fill="([^"]+)"/gu)].map(([, color]) =>
    parseInt(
      /\d+/u.exec(color!.startsWith("#") ? String(parseInt(color!.slice(1, 3), 16)) : color!)![0],
    )
  );
  // Of black to white in RGB, at a sixteenth, three sixteenths and so on.
  assertEquals(
    light.slice(0, 8),
    Array.from({ length: 8 }, (_, i) => Math.round(255 * (2 * i + 1) / 16)),
  );
});
