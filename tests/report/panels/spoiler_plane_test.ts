import { assertAlmostEquals, assertEquals } from "@std/assert";
import { pathToMajority, spoilerUnits } from "../../../lib/election/mod.ts";
import { spoilerPlane } from "../../../lib/report/panels/spoiler_plane.ts";

const path = pathToMajority(
  spoilerUnits([
    { unit: "A", electors: 5, votes: { X: 50, Y: 40, Z: 20 } },
    { unit: "B", electors: 5, votes: { X: 50, Y: 45, Z: 20 } },
    { unit: "C", electors: 6, votes: { X: 30, Y: 60, Z: 10 } },
  ], { beneficiary: "Y", opponent: "X", without: ["Z"] }),
);
const { shapes } = spoilerPlane(path, "Y", { turnout: "50", preference: "75" }, 640);
const texts = shapes.flatMap((shape) => shape.kind === "text" ? [shape] : []);

Deno.test("spoilerPlane() has the same five ticks on both axes, evenly set", () => {
  const ticks = texts.filter(({ text }) => /^\d+%$/.test(text));
  const below = ticks.filter(({ anchor }) => anchor === "middle");
  const beside = ticks.filter(({ anchor }) => anchor === "end");
  const labels = ["0%", "25%", "50%", "75%", "100%"];
  assertEquals([below, beside].map((axis) => axis.map(({ text }) => text)), [labels, labels]);
  for (const [axis, along] of [[below, "x"], [beside, "y"]] as const) {
    const steps = axis.slice(1).map((tick, i) => tick[along] - axis[i]![along]);
    for (const step of steps) assertAlmostEquals(step, steps[0]!, 1e-9);
  }
});

Deno.test("spoilerPlane() puts half of the voters at three quarters on B's break-even", () => {
  // B ties at a net share of 5 in 20: half of them voting, three in four for Y, is 0.5 × 0.5.
  const here = shapes.find((shape) => shape.kind === "circle")!;
  const curve = shapes.find(({ look }) => look === "curve deciding")!;
  const points = [...(curve as { d: string }).d.matchAll(/[ML]([\d.]+) ([\d.]+)/g)]
    .map(([, x, y]) => [Number(x), Number(y)] as const);
  const { x, y } = here as { x: number; y: number };
  const after = points.findIndex(([place]) => place >= x);
  const [[x1, y1], [x2, y2]] = [points[after - 1]!, points[after]!];
  assertAlmostEquals(y, y1 + (y2 - y1) * (x - x1) / (x2 - x1), 0.5);
  // It begins where all must prefer Y, a quarter of them, and ends where all vote.
  const tick = (label: string) =>
    texts.find((one) => one.text === label && one.anchor === "middle")!.x;
  assertAlmostEquals(points[0]![0], tick("25%"), 0.1);
  assertAlmostEquals(points.at(-1)![0], tick("100%"), 0.1);
});
