/** What holds of every panel's drawing, whatever is set. */
import { assert, assertEquals } from "@std/assert";
import { allocationBars, barsHeight } from "../../../lib/report/panels/allocation_bars.ts";
import { ELECTION_PANELS } from "../../../lib/report/panels/all_panels.ts";
import { panelElections } from "../../../lib/report/panels/panel_data.ts";
import type { Shape } from "../../../lib/report/panels/shape.ts";
import { swingStairs } from "../../../lib/report/panels/swing_stairs.ts";
import { swingSteps } from "../../../lib/election/mod.ts";

type Text = Extract<Shape, { kind: "text" }>;
const textsOf = (shapes: readonly Shape[]) =>
  shapes.filter((shape): shape is Text => shape.kind === "text");

const elections = panelElections();

Deno.test("every shape of a drawing lies within its height", () => {
  for (const panel of Object.values(ELECTION_PANELS)) {
    for (const width of [340, 680]) {
      const { scene } = panel.run(elections, panel.start(elections, {}), width);
      // The plan of an audit is words and a table.
      for (const shape of scene?.shapes ?? []) {
        if (!("y" in shape)) continue;
        const foot = shape.y + (shape.kind === "rect" ? shape.height : 0);
        assert(shape.y >= 0 && foot <= scene!.height, `${panel.id}: ${JSON.stringify(shape)}`);
      }
    }
  }
});

Deno.test("bars of electors: the first candidate's words stand left, the second's right, within the height", () => {
  const electors = { "Ann A.": 60, "Ben B.": 30 };
  const result = { winner: "Ann A.", electors, total: 100, majority: 51 };
  const rules = [{ name: "One", result }, { name: "Two", result }];
  const shapes = allocationBars(
    rules as unknown as Parameters<typeof allocationBars>[0],
    ["Ann A.", "Ben B."],
    () => "Other",
    500,
  );
  const inside = textsOf(shapes).filter(({ look }) => look === "inside");
  assertEquals(inside.map(({ text, anchor }) => [text, anchor]), [
    ["A. 60", undefined],
    ["B. 30", "end"],
    ["A. 60", undefined],
    ["B. 30", "end"],
  ]);
  assert(inside[0]!.x < 20 && inside[1]!.x > 480);
  // Half is marked dark upon light, so that it is seen on a bar of any color.
  const lines = shapes.flatMap((shape) => shape.kind === "path" ? [shape] : []);
  assertEquals(lines.map(({ look }) => look), ["below", "half", "below", "half"]);
  assertEquals(lines[0]!.d, lines[1]!.d);
  const lowest = Math.max(...textsOf(shapes).map(({ y }) => y));
  assert(lowest < barsHeight(2) && lowest > barsHeight(1), `${lowest}`);
});

Deno.test("bars of electors: gray is explained where anything is left to it, a fraction of an elector too", () => {
  const grey = (second: number) => {
    const electors = { "Ann A.": 60, "Ben B.": second };
    const rules = [{
      name: "One",
      result: { winner: "Ann A.", electors, total: 100, majority: 51 },
    }];
    const shapes = allocationBars(
      rules as unknown as Parameters<typeof allocationBars>[0],
      ["Ann A.", "Ben B."],
      () => "Other",
      500,
    );
    return textsOf(shapes).filter(({ look }) => look === "tick").length;
  };
  assertEquals([grey(40), grey(40 - 1e-9), grey(39.5), grey(38)], [1, 1, 2, 2]);
});

Deno.test("swings: their numbers stand under the axis, electors' numbers left of it", () => {
  // 100 votes each: the steps are at the margins, 10 and −20 points.
  const contests = [
    { unit: "AA", electors: 5, votes: { Ann: 55, Ben: 45 } },
    { unit: "BB", electors: 4, votes: { Ann: 40, Ben: 60 } },
  ];
  const steps = swingSteps(contests, { toward: "Ben", from: "Ann", of: "all votes" });
  const { shapes, height } = swingStairs(steps, 5, 9, 0, "Ben", 600);
  const numbers = textsOf(shapes).filter(({ look }) => look === "tick");
  const axis = Math.max(
    ...shapes.flatMap((shape) =>
      shape.kind === "path" && shape.look === "axis" ? [Number(shape.d.split(" ").at(-1))] : []
    ),
  );
  const under = numbers.filter(({ anchor }) => anchor === "middle");
  assertEquals(under.map(({ text }) => text), ["−15", "−10", "−5", "as it was", "5", "10", "15"]);
  for (const { y } of under) assert(y > axis && y < height, `${y}`);
  // 20 points toward Ann had made BB hers: it is Ben's from −20 on, and AA from 10.
  assertEquals(steps.map(({ unit, points }) => [unit, Math.round(points)]), [["BB", -20], [
    "AA",
    10,
  ]]);
});
