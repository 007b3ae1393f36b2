import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { type SymbolName, symbolPath } from "../../lib/chart/symbol_path.ts";

const corners = (name: SymbolName): [number, number][] =>
  [...symbolPath(name, 100).matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map((
    [, x, y],
  ) => [Number(x), Number(y)]);

/** A polygon's area by its corners. */
const area = (points: readonly (readonly [number, number])[]) =>
  Math.abs(points.reduce((sum, [x, y], i) => {
    const [next, below] = points[(i + 1) % points.length]!;
    return sum + x * below - next * y;
  }, 0)) / 2;

Deno.test("a circle has the radius asked for, from its right to its left and back", () => {
  assertEquals(symbolPath("circle", 5), "M5,0A5,5 0 1 1 -5,0A5,5 0 1 1 5,0Z");
});

Deno.test("squares, diamonds and triangles are symmetric and nearly as large as the circle", () => {
  for (
    const [name, count, share] of [["square", 4, 1.03], ["diamond", 4, 0.91], [
      "triangle",
      3,
      0.75,
    ]] as const
  ) {
    const points = corners(name);
    assertEquals(points.length, count);
    assertAlmostEquals(area(points) / (Math.PI * 100 ** 2), share, 0.005, name);
    for (const [x, y] of points) {
      assert(points.some(([other, same]) => other === -x && same === y), name);
    }
  }
  // The triangle stands on its base, whose corners are as far from the middle as the top is high.
  const [top, right, left] = corners("triangle");
  assertEquals([top![0], right![1]], [0, left![1]]);
  assert(top![1] < 0 && right![1] > 0);
});

Deno.test("a cross is two strokes between the corners of the square", () => {
  assertEquals(new Set(corners("cross").map(String)), new Set(corners("square").map(String)));
  assertEquals(symbolPath("cross", 10), "M-9,-9L9,9M-9,9L9,-9");
});

Deno.test("a star has five points upward and five corners between, at even angles", () => {
  const points = corners("star");
  assertEquals(points.length, 10);
  points.forEach(([x, y], i) => {
    assertAlmostEquals(Math.hypot(x, y), i % 2 === 0 ? 135 : 60, 0.02);
    const angle = Math.atan2(x, -y);
    assertAlmostEquals((angle + 2 * Math.PI) % (2 * Math.PI), i * Math.PI / 5, 1e-3);
  });
});
