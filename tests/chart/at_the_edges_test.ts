/** What charts draw at the values where their drawing changes: nothing counted, a zero inside the axis, equal ends. */
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import {
  type ChartSpec,
  figure,
  lineOverTime,
  logDots,
  scatterFit,
  slopeChart,
  stackedShares,
} from "tallybook/chart";
import { greySvg } from "../../lib/chart/grey.ts";
import { contrast } from "../../lib/chart/luminance.ts";
import { readableInk, readableOn } from "../../lib/chart/readable_on.ts";
import { theme } from "../../lib/chart/theme.ts";

const drawn = (spec: ChartSpec): string =>
  figure({ id: "edges", title: "Edges", source: "Made for this test", alt: "Edges.", ...spec })
    .toSvg();
const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text!);

Deno.test("stackedShares() draws nothing of a bar without votes, and no part of a share of 0", () => {
  const rows = [
    { bar: "a", part: "x", value: 3 },
    { bar: "a", part: "y", value: 1 },
    { bar: "a", part: "z", value: 0 },
    { bar: "b", part: "x", value: 0 },
    { bar: "b", part: "y", value: 0 },
    { bar: "c", part: "z", value: 2 },
  ];
  const svg = drawn(stackedShares(rows, { bar: "bar", part: "part", value: "value" }));
  assertEquals(texts(svg).filter((text) => text.endsWith("%")), ["75%", "25%", "100%"]);
  // All names stand at the left, all parts in the legend.
  for (const name of ["a", "b", "c", "x", "y", "z"]) assert(texts(svg).includes(name), name);
});

Deno.test("lineOverTime() writes a reference's label where the line is farther from it", () => {
  const side = (values: readonly number[], value = 0) => {
    const svg = drawn(lineOverTime(values.map((y, x) => ({ x, y })), {
      x: "x",
      y: "y",
      label: "y",
      references: [{ value, label: "level" }],
    }));
    const label = svg.match(/<g[^>]*text-anchor="(\w+)"[^>]*><text[^>]*>level</u);
    assert(label !== null, svg.slice(0, 2_000));
    return label[1] === "start" ? "left" : "right";
  };
  assertEquals(side([9, 8, 5, 3, 2, 1]), "left");
  assertEquals(side([1, 2, 3, 5, 8, 9]), "right");
  // Of six values two are a third: the middle ones do not count.
  assertEquals(side([9, 5, 0, 0, 4, 9]), "left");
  assertEquals(side([9, 4, 0, 0, 5, 9]), "right");
  // Below the line as above it; equally far, the right.
  assertEquals(side([9, 8, 5, 3, 2, 1], 10), "right");
  assertEquals(side([3, 1, 3]), "right");
});

Deno.test("scatterFit() draws a line at zero where zero is inside the vertical axis", () => {
  const lines = (ys: readonly number[]) => {
    const rows = ys.map((y, i) => ({ x: i + 1, y }));
    const svg = drawn(scatterFit(rows, { x: "x", y: "y", xLabel: "x", yLabel: "y" }));
    return svg.split('aria-label="rule"').length - 1;
  };
  assertEquals(lines([-3, -1, 2, 4]) - lines([10, 11, 13, 14]), 1);
  assertEquals(lines([-14, -13, -11, -10]), lines([10, 11, 13, 14]));
});

Deno.test("slopeChart() draws all rows alike unless some are to be lit", () => {
  const rows = [{ name: "a", from: 1, to: 4, lit: true }, {
    name: "b",
    from: 2,
    to: 3,
    lit: false,
  }];
  const options = { label: "name", from: "from", to: "to", ends: ["2012", "2016"] } as const;
  const fills = (highlight?: "lit") => {
    const svg = drawn(slopeChart(rows, { ...options, ...highlight ? { highlight } : {} }));
    const dots = [...svg.matchAll(/<g[^>]*fill="(#\w+)"[^>]*><circle/gu)];
    return dots.map(([, color]) => color);
  };
  assertEquals(fills(), [theme.accent, theme.accent]);
  assertEquals(fills("lit"), [theme.accent, theme.rule]);
});

Deno.test("logDots() refuses an empty list of values", () => {
  assertThrows(
    () =>
      logDots(
        [{ name: "a", x: 1 }],
        { label: "name", values: [], axis: "x", format: String } as never,
      ),
    RangeError,
    "values",
  );
});

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
