import { assertEquals, assertThrows } from "@std/assert";
import { theme } from "tallybook/chart";
import { colorValue, stepColor, stepColors, stepLegend } from "../../lib/chart/color_steps.ts";

const steps = { label: "Lead, points", breaks: [-10, 0, 10], colors: ["#a", "#b", "#c", "#d"] };

Deno.test("a number has the color of its step; a border belongs to the step above it", () => {
  const values = [-1e9, -10.1, -10, -0.1, 0, 9.9, 10, 1e9];
  assertEquals(
    values.map((value) => stepColor(steps, value)),
    ["#a", "#a", "#b", "#b", "#c", "#c", "#d", "#d"],
  );
  for (const value of [NaN, Infinity, -Infinity]) {
    assertEquals(stepColor(steps, value), theme.missing);
  }
});

Deno.test("colors that are not given are the theme's, evenly, and the two ends among them", () => {
  const sequential = (count: number) =>
    stepColors({ label: "x", breaks: Array.from({ length: count - 1 }, (_, i) => i) })
      .map((color) => (theme.sequential as readonly string[]).indexOf(color));
  assertEquals(sequential(2), [0, 5]);
  assertEquals(sequential(3), [0, 3, 5]);
  assertEquals(sequential(6), [0, 1, 2, 3, 4, 5]);
  const diverging = (count: number) =>
    stepColors({
      label: "x",
      breaks: Array.from({ length: count - 1 }, (_, i) => i),
      diverging: true,
    })
      .map((color) => (theme.diverging as readonly string[]).indexOf(color));
  // As many from either end; two are the strong colors, not the palest nor the darkest.
  assertEquals(diverging(2), [1, 6]);
  assertEquals(diverging(4), [0, 3, 4, 7]);
  assertEquals(diverging(6), [0, 2, 3, 4, 5, 7]);
  assertEquals(diverging(8), [0, 1, 2, 3, 4, 5, 6, 7]);
});

Deno.test("borders have to ascend, and colors to be as many as steps", () => {
  for (const breaks of [[], [1, 1], [2, 1]]) {
    assertThrows(
      () => stepColors({ label: "x", breaks }),
      RangeError,
      "expected ascending numbers",
    );
  }
  assertThrows(
    () => stepColors({ label: "x", breaks: [1, 2], colors: ["#a", "#b"] }),
    RangeError,
    'colors of "x": found 2, expected 3 for 2 breaks',
  );
  // The theme has six.
  assertThrows(
    () => stepColors({ label: "x", breaks: [1, 2, 3, 4, 5, 6] }),
    RangeError,
    "expected 7",
  );
});

Deno.test("the steps below the middle can be hatched, so that a grey print keeps the sides apart", () => {
  const plain = (color: string) => color.startsWith("#");
  assertEquals(stepColors({ ...steps, hatchLow: true }).map(plain), [false, false, true, true]);
  const three = { label: "x", breaks: [0, 1], colors: ["#a", "#b", "#c"], hatchLow: true };
  assertEquals(stepColors(three).map(plain), [false, true, true]);
});

Deno.test("the legend has the label, the colors and the borders as they are written", () => {
  const { title, colors, breaks, ends, missing } = stepLegend({
    ...steps,
    ends: ["red", "blue"],
    missing: "no data",
    format: (value) => `${value} p`,
  });
  assertEquals([title, colors, breaks], [steps.label, steps.colors, ["-10 p", "0 p", "10 p"]]);
  assertEquals([ends, missing], [["red", "blue"], "no data"]);
});

Deno.test("a value's color is by steps or by category, and none without a value", () => {
  assertEquals(colorValue(5, { steps }, 0), "#c");
  const categories = { won: "#1", lost: "#2" };
  assertEquals(colorValue("lost", { categories }, 0), "#2");
  for (const value of [null, undefined]) {
    assertEquals(colorValue(value, { steps }, 0), undefined);
    assertEquals(colorValue(value, { categories }, 0), undefined);
  }
  assertThrows(
    () => colorValue("wom", { categories }, 3),
    RangeError,
    'category of row 3: found "wom", expected one of "won", "lost"; nearest: "won"',
  );
  for (const neither of [{}, { steps, categories }]) {
    assertThrows(() => colorValue(1, neither, 0), TypeError, "expected either categories or steps");
  }
});
