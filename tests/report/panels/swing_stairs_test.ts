/** The stairs of electors by swing, at the ends of what the panel shows. */
import { assertEquals } from "@std/assert";
import { MOST_SWING, swingStairs } from "../../../lib/report/panels/swing_stairs.ts";
import type { Shape } from "../../../lib/report/panels/shape.ts";

type Step = Parameters<typeof swingStairs>[0][number];
const steps = (...all: readonly (readonly [points: number, electors: number])[]): Step[] => {
  let cumulative = 0;
  return all.map(([points, electors], i) => {
    cumulative += electors;
    return { unit: `U${i}`, points, electors, cumulative } as unknown as Step;
  });
};

// 300 pixels for 30 points, and 276 for 276 electors: a unit each.
const WIDTH = 370;
const TOTAL = 276;
const x = (points: number) => 200 + 10 * points;
const y = (electors: number) => 310 - electors;
const drawn = (some: Step[], swing = 0) => swingStairs(some, 139, TOTAL, swing, "Ada Lee", WIDTH);
interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor?: string;
}
const of = (shapes: readonly Shape[], look: string) =>
  shapes.filter((shape) => shape.look === look) as unknown as Placed[];
const stairs = (some: Step[]) =>
  (of(drawn(some).shapes, "curve deciding")[0] as unknown as { d: string }).d;
const path = (...points: readonly (readonly [number, number])[]) =>
  points.map(([a, b], i) => `${i === 0 ? "M" : "L"}${a} ${b}`).join("");

Deno.test("the stairs begin with what is held beyond the left end, and rise at each unit that is shown", () => {
  assertEquals(MOST_SWING, 15);
  assertEquals(
    stairs(steps([-20, 30], [-16, 10], [-5, 20], [2, 40], [18, 50])),
    path(
      [x(-15), y(40)],
      [x(-5), y(40)],
      [x(-5), y(60)],
      [x(2), y(60)],
      [x(2), y(100)],
      [x(15), y(100)],
    ),
  );
  assertEquals(stairs(steps([20, 30])), path([x(-15), y(0)], [x(15), y(0)]));
});

Deno.test("a unit at either end of what is shown is a stair there", () => {
  assertEquals(
    stairs(steps([-15, 30], [15, 40])),
    path(
      [x(-15), y(0)],
      [x(-15), y(0)],
      [x(-15), y(30)],
      [x(15), y(30)],
      [x(15), y(70)],
      [x(15), y(70)],
    ),
  );
});

Deno.test("the point is at what a swing holds: a unit is won where the swing is more than its margin", () => {
  const at = (swing: number) => {
    const [{ x, y }] = of(drawn(steps([-5, 20], [2, 40]), swing).shapes, "here") as [Placed];
    return [x, y];
  };
  assertEquals(at(-6), [x(-6), y(0)]);
  assertEquals(at(-5), [x(-5), y(0)]);
  assertEquals(at(0), [x(0), y(20)]);
  assertEquals(at(2), [x(2), y(20)]);
  assertEquals(at(2.1), [x(2.1), y(60)]);
});

Deno.test("the scales have ticks each five points and hundred electors, up to all of them", () => {
  const texts = (shapes: readonly Shape[]) =>
    of(shapes, "tick").map((
      { text, x, y },
    ) => [text, x, y]);
  const all = texts(drawn(steps([0, 1])).shapes);
  assertEquals(all.slice(0, 7), [
    ...[["−15", x(-15), 330], ["−10", x(-10), 330], ["−5", x(-5), 330]],
    ["as it was", x(0), 330],
    ...[["5", x(5), 330], ["10", x(10), 330], ["15", x(15), 330]],
  ] as [string, number, number][]);
  assertEquals(all.slice(7), [
    ...[["0", 42, 314], ["100", 42, 214], ["200", 42, 114]],
  ] as [string, number, number][]);
  const { shapes, width, height } = drawn(steps([0, 1]));
  assertEquals([width, height], [WIDTH, 360]);
  const [needed] = of(shapes, "label") as [Placed];
  assertEquals([needed.text, needed.x, needed.y, needed.anchor], [
    "139 needed",
    350,
    y(139) - 5,
    "end",
  ]);
  const titles = of(shapes, "title");
  assertEquals(titles.map(({ text, x, y }) => [text, x, y]), [
    ["↑ Electors for Lee", 4, 16],
    ["Swing toward Lee, points →", 350, 352],
  ]);
  // 300 of 300 electors have a line of their own.
  const even = swingStairs(steps([0, 1]), 151, 300, 0, "Ada Lee", WIDTH);
  assertEquals(texts(even.shapes).slice(7).map(([text]) => text), ["0", "100", "200", "300"]);
});
