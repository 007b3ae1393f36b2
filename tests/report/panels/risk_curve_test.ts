import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { riskCurve } from "../../../lib/report/panels/risk_curve.ts";
import type { Shape } from "../../../lib/report/panels/shape.ts";

/** The points of a path. */
const pointsOf = (shape: Shape): [number, number][] =>
  shape.kind === "path"
    ? [...shape.d.matchAll(/[ML]([-\d.]+) ([-\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])
    : [];
const ofLook = (shapes: readonly Shape[], look: string) =>
  shapes.filter((shape) => shape.look === look);

/** Risks that each draw multiplies by the same. */
const course = (draws: number, step: number) =>
  Array.from({ length: draws }, (_, i) => step ** (i + 1));

Deno.test("a risk that falls by the same factor is a straight line from 100 percent to the last draw", () => {
  for (const draws of [10, 400, 401, 5000]) {
    const least = 0.05;
    const risks = course(draws, least ** (1 / draws));
    const shapes = riskCurve(risks, 0.1, 600, 260);
    const points = pointsOf(ofLook(shapes, "range")[0]!);
    const [x0, y0] = points[0]!;
    const [x1, y1] = points.at(-1)!;
    assertEquals([x0, x1], [46, 600 - 16]);
    assertEquals(y0, 32);
    // A logarithmic scale: 5 percent of a scale that ends at 4 percent.
    assertAlmostEquals((y1 - y0) / (260 - 44 - y0), Math.log(0.05) / Math.log(0.05 * 0.8), 1e-3);
    for (const [x, y] of points) {
      assertAlmostEquals((y - y0) / (y1 - y0), (x - x0) / (x1 - x0), 2e-3);
    }
    // A point for 100 percent, and at most 400 more with the last draw.
    assertEquals(
      points.length,
      1 + (draws <= 400 ? draws : Math.floor(draws / Math.ceil(draws / 400)) +
        (draws % Math.ceil(draws / 400) === 0 ? 0 : 1)),
    );
  }
});

Deno.test("lines stand at the shares that lie on the scale, and the limit at its own", () => {
  const shapes = riskCurve(course(20, 0.9), 0.05, 600, 260);
  const labels = ofLook(shapes, "tick").flatMap((shape) => shape.kind === "text" ? [shape] : []);
  const shares = labels.filter(({ anchor }) => anchor === "end");
  // The scale ends at eight tenths of the smaller of the limit and the last risk: 4 percent.
  assertEquals(shares.map(({ text }) => text), ["100%", "50%", "20%", "10%", "5%"]);
  const grid = ofLook(shapes, "grid").map((shape) => pointsOf(shape)[0]![1]);
  assertEquals(grid.length, shares.length);
  const height = (share: number) => 32 + (260 - 44 - 32) * Math.log(share) / Math.log(0.04);
  [1, 0.5, 0.2, 0.1, 0.05].forEach((share, i) => assertAlmostEquals(grid[i]!, height(share), 0.06));
  const [guide] = ofLook(shapes, "guide");
  for (const [, y] of pointsOf(guide!)) assertAlmostEquals(y, height(0.05), 0.06);
});

Deno.test("draws are numbered by whole numbers, fewer where the drawing is narrow", () => {
  const numbers = (draws: number, width: number) =>
    ofLook(riskCurve(course(draws, 0.99), 0.05, width, 260), "tick")
      .flatMap((shape) => shape.kind === "text" && shape.anchor === "middle" ? [shape.text] : []);
  assertEquals(numbers(300, 500), ["0", "50", "100", "150", "200", "250", "300"]);
  assert(numbers(300, 499).length <= 4);
  assertEquals(numbers(2, 600), ["0", "1", "2"]);
  assertEquals(numbers(2000, 600).at(-1), "2,000");
});
