import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { DOMParser } from "linkedom";
import { coefficientLadder, figure, theme } from "tallybook/chart";
import { textBoxes } from "../../lib/chart/text_problems.ts";
import { assertNarrow } from "./narrow_figures.ts";
import { assertFigure } from "./snapshot.ts";

const estimate = (point: number, lower: number, upper: number) => ({ point, lower, upper });

Deno.test("coefficientLadder() shows each estimate's interval, numbers and reference", () => {
  const rows = [
    { model: "Counties, unadjusted", n: 72, estimate: estimate(-7.77, -11.82, -3.73) },
    { model: "Municipalities, unadjusted", n: 1808, estimate: estimate(-2.52, -3.44, -1.61) },
    { model: "Municipalities, by votes", n: 1808, estimate: estimate(-13.45, -20.52, -6.37) },
    { model: "… adjusted, no county effects", n: 1808, estimate: estimate(-1.36, -2.09, -0.63) },
    { model: "… with county effects", n: 1808, estimate: estimate(-1.18, -2.25, -0.1) },
    { model: "… and size", n: 1808, estimate: estimate(-0.63, -1.8, 0.55) },
  ];
  assertFigure(figure({
    id: "coefficient-ladder",
    title: "The machine gap shrinks as like is compared with like",
    subtitle: "Difference in Clinton's two-party share, DRE minus paper, with 95% intervals",
    caption: "Filled: the interval excludes zero. Hollow: it includes zero.",
    source: "Wisconsin Elections Commission, EL-190 and returns of 2016",
    alt:
      "Six estimates. Counties −7.77 points (−11.82 to −3.73); with county effects and size −0.63 (−1.80 to 0.55), above the −3.90 that would change the winner.",
    estimand: "difference in two-party share, points",
    ...coefficientLadder(rows, {
      label: "model",
      axis: "Difference, percentage points",
      note: (row) => `n ${row.n.toLocaleString("en-US")}`,
      references: [{ value: -3.9, label: "would flip the state" }],
    }),
  }));
});

Deno.test("coefficientLadder() breaks long names into lines", () => {
  const rows = ["undervotes", "overvotes"].map((kind, i) => ({
    model: `Votomatic punch card instead of an optical scanner in the precinct, ${kind}`,
    estimate: estimate(1.1 - i, 0.7 - i, 1.5 - i),
  }));
  assertFigure(figure({
    id: "coefficient-ladder-long",
    title: "Long names take two lines",
    source: "Made for this test",
    alt: "Undervotes 1.10 points (0.70 to 1.50), overvotes 0.10 (−0.30 to 0.50).",
    estimand: "effect, points",
    width: 600,
    ...coefficientLadder(rows, { label: "model", axis: "Effect, points" }),
  }));
});

Deno.test("coefficientLadder() refuses an interval whose ends are the wrong way round", () => {
  assertThrows(
    () =>
      coefficientLadder([{ label: "a", estimate: estimate(0, 1, -1) }], {
        label: "label",
        axis: "points",
      }),
    RangeError,
    "row 0, lower of the estimate: found 1, expected a finite number of at most -1",
  );
});

Deno.test("coefficientLadder() on a phone: names and numbers above each interval, none out of view", () => {
  const rows = ["unadjusted", "adjusted, within counties and by size"].map((model, i) => ({
    model: `Municipalities with electronic machines, ${model}`,
    estimate: estimate(-7.77 + 7 * i, -11.82 + 9 * i, -3.73 + 4 * i),
  }));
  const narrow = assertNarrow(figure({
    id: "coefficient-ladder-phone",
    title: "The gap disappears with adjustment",
    source: "Made for this test",
    alt: "−7.77 points (−11.82 to −3.73), then −0.77 (−2.82 to 0.27).",
    estimand: "difference, points",
    ...coefficientLadder(rows, {
      label: "model",
      axis: "Difference, points",
      references: [{ value: -3.9, label: "3.9 would make the margin" }],
    }),
  }));
  const boxes = textBoxes(narrow.svg);
  const values = boxes.filter(({ text }) => /^−[\d.]+ \(/u.test(text));
  assertEquals(values.map(({ text }) => text), [
    "−7.77 (−11.82 to −3.73)",
    "−0.77 (−2.82 to 0.27)",
  ]);
  for (const { left, right } of boxes) assert(left >= 0 && right <= narrow.width);
  // No line through the words: those at zero and at the reference break where words stand.
  const [, dx, dy] = /translate\(([\d.]+),([\d.]+)\)" text-anchor="middle"/u.exec(narrow.svg)!;
  const drawing = new DOMParser().parseFromString(narrow.svg, "image/svg+xml");
  const lines = [...drawing.querySelectorAll("line")]
    .filter((line) => line.parentElement?.getAttribute("stroke") === theme.ink)
    .map((line) => ["x1", "y1", "y2"].map((name) => Number(line.getAttribute(name))))
    .map(([x, y1, y2]) => ({
      x: x! + Number(dx),
      top: Math.min(y1!, y2!) + Number(dy),
      bottom: Math.max(y1!, y2!) + Number(dy),
    }));
  // A row is three lines of words of 15 pixels high, and 26 pixels of marks: of the two rows' height
  // each line has all that no line of words takes which comes nearer to it than 6 pixels.
  const places = [...new Set(lines.map(({ x }) => x))];
  assertEquals(places.length, 2);
  for (const place of places) {
    const length = lines.filter(({ x }) => x === place)
      .reduce((sum, { top, bottom }) => sum + bottom - top, 0);
    const reached = boxes.filter(({ left, right }) => left < 20 && right + 6 > place);
    assertAlmostEquals(length, rows.length * (3 * 15 + 26) - 15 * reached.length, 0.1);
  }
  for (const { text, left, right, top, bottom } of boxes.filter((box) => box.left < 20)) {
    const through = lines.filter((line) =>
      line.x > left && line.x < right && line.top < bottom && line.bottom > top
    );
    assertEquals(through, [], text);
  }
  // Each stands left and below its name.
  for (const { left, top } of values) {
    assert(left < 20);
    assert(boxes.some((box) => /machines/u.test(box.text) && box.top < top));
  }
});
