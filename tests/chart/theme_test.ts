import { assertEquals, assertGreater, assertGreaterOrEqual } from "@std/assert";
import { partyColor, theme } from "tallybook/chart";
import { contrast, luminance } from "../../lib/chart/luminance.ts";
import { readableInk, readableOn } from "../../lib/chart/readable_on.ts";

/** Lightness of CIELAB from a color's luminance, 0 to 100. */
const lightness = (color: string) => 116 * Math.cbrt(luminance(color)) - 16;

const linear = (color: string) =>
  [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });

// Machado, Oliveira and Fernandes (2009), complete deuteranopia and protanopia, on linear RGB.
const DEUTERANOPIA = [
  0.367322,
  0.860646,
  -0.227968,
  0.280085,
  0.672501,
  0.047413,
  -0.01182,
  0.04294,
  0.968881,
];
const PROTANOPIA = [
  0.152286,
  1.052583,
  -0.204868,
  0.114503,
  0.786281,
  0.099216,
  -0.003882,
  -0.048116,
  1.051998,
];

/** A color as CIELAB (D65), after a matrix on its linear RGB. */
function lab(color: string, matrix: readonly number[]): number[] {
  const [r, g, b] = linear(color);
  const [x, y, z] = [0, 3, 6].map((row) =>
    matrix[row]! * r! + matrix[row + 1]! * g! + matrix[row + 2]! * b!
  );
  const f = (t: number) => t > 0.008856 ? Math.cbrt(Math.max(0, t)) : 7.787 * t + 16 / 116;
  const X = f((0.4124 * x! + 0.3576 * y! + 0.1805 * z!) / 0.9505);
  const Y = f(0.2126 * x! + 0.7152 * y! + 0.0722 * z!);
  const Z = f((0.0193 * x! + 0.1192 * y! + 0.9505 * z!) / 1.089);
  return [116 * Y - 16, 500 * (X - Y), 200 * (Y - Z)];
}

const distance = (a: string, b: string, matrix: readonly number[]) => {
  const [p, q] = [lab(a, matrix), lab(b, matrix)];
  return Math.hypot(...p.map((value, i) => value - q[i]!));
};

const parties = ["Democratic", "Republican", "Libertarian", "Green", "Independent", "other"].map(
  partyColor,
);
const markColors = [
  ...theme.categories,
  ...parties,
  theme.accent,
  theme.contrast,
  theme.rule,
  theme.ink,
];

Deno.test("theme: every mark has a contrast of 3:1 or more against the white card", () => {
  for (const color of markColors) assertGreaterOrEqual(contrast(color, theme.background), 3, color);
});

Deno.test("theme: text has a contrast of 4.5:1 or more against the white card", () => {
  for (const color of [theme.ink, theme.muted, theme.accent]) {
    assertGreaterOrEqual(contrast(color, theme.background), 4.5, color);
  }
});

Deno.test("theme: words on a mark's or a step's color, and in a mark's, have a contrast of 4.5:1", () => {
  const steps = [...theme.sequential, ...theme.diverging];
  for (const color of [...markColors, ...steps]) {
    assertGreaterOrEqual(contrast(color, readableOn(color)), 4.5, color);
  }
  for (const color of markColors) {
    assertGreaterOrEqual(contrast(readableInk(color), theme.background), 4.5, color);
  }
  assertEquals(readableInk(theme.accent), theme.accent);
});

Deno.test("theme: neighbors among the categories are apart in greyscale", () => {
  for (const [i, color] of theme.categories.slice(1).entries()) {
    assertGreater(Math.abs(lightness(color) - lightness(theme.categories[i]!)), 15, color);
  }
});

Deno.test("theme: Democratic and Republican are apart in greyscale", () => {
  assertGreater(lightness(partyColor("Republican")) - lightness(partyColor("Democratic")), 20);
});

for (const [name, matrix] of [["deuteranope", DEUTERANOPIA], ["protanope", PROTANOPIA]] as const) {
  Deno.test(`theme: categories and parties are apart as a ${name} sees them`, () => {
    for (const palette of [theme.categories.slice(0, 5), parties.slice(0, 5)]) {
      for (const [i, a] of palette.entries()) {
        for (const b of palette.slice(i + 1)) {
          assertGreater(distance(a, b, matrix), 10, `${a} and ${b} look alike`);
        }
      }
    }
  });
}

Deno.test("theme: sequential steps darken evenly, also in greyscale", () => {
  const steps = theme.sequential.map(lightness);
  for (let i = 1; i < steps.length; i++) assertGreater(steps[i - 1]! - steps[i]!, 9);
});

Deno.test("theme: diverging steps darken from the middle to both ends, as many on either side", () => {
  const steps = theme.diverging.map(lightness);
  assertEquals(steps.length % 2, 0);
  const half = steps.length / 2;
  for (let i = 1; i < half; i++) assertGreater(steps[i]! - steps[i - 1]!, 9);
  for (let i = half; i < steps.length - 1; i++) assertGreater(steps[i]! - steps[i + 1]!, 9);
});
