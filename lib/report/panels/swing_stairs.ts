import type { SwingStep } from "../../election/uniform_swing.ts";
import { familyName } from "./election_data.ts";
import type { Scene } from "./panel.ts";
import { linearScale } from "../../chart/scale.ts";
import { line, linePath, type Shape } from "./shape.ts";

/** The largest swing that the panel shows, in points either way. */
export const MOST_SWING = 15;

const HEIGHT = 360;
const boxOf = (width: number) => ({
  left: 50,
  right: width - 20,
  top: 34,
  bottom: 310,
});
/** Electors as a step function of the swing. */
export function swingStairs(
  steps: readonly SwingStep[],
  majority: number,
  total: number,
  swing: number,
  toward: string,
  width: number,
): Scene {
  const box = boxOf(width);
  const x = linearScale([-MOST_SWING, MOST_SWING], [box.left, box.right]);
  const y = linearScale([0, total], [box.bottom, box.top]);
  const shapes: Shape[] = [];
  for (let tick = -15; tick <= 15; tick += 5) {
    shapes.push(line(x(tick), box.bottom, x(tick), box.bottom + 5, "axis"));
    const label = tick === 0 ? "as it was" : String(tick).replace("-", "−");
    shapes.push({
      kind: "text",
      x: x(tick),
      y: box.bottom + 20,
      text: label,
      anchor: "middle",
      look: "tick",
    });
  }
  for (const tick of [0, 100, 200, 300, 400, 500].filter((value) => value <= total)) {
    shapes.push(line(box.left, y(tick), box.right, y(tick), "grid"));
    shapes.push({
      kind: "text",
      x: box.left - 8,
      y: y(tick) + 4,
      text: String(tick),
      anchor: "end",
      look: "tick",
    });
  }
  shapes.push(line(box.left, y(majority), box.right, y(majority), "guide"));
  shapes.push({
    kind: "text",
    x: box.right,
    y: y(majority) - 5,
    text: `${majority} needed`,
    anchor: "end",
    look: "label",
  });
  let held = steps.filter((step) => step.points < -MOST_SWING).at(-1)?.cumulative ?? 0;
  const stairs: [number, number][] = [[x(-MOST_SWING), y(held)]];
  for (const step of steps.filter(({ points }) => points >= -MOST_SWING && points <= MOST_SWING)) {
    stairs.push([x(step.points), y(held)], [x(step.points), y(step.cumulative)]);
    held = step.cumulative;
  }
  stairs.push([x(MOST_SWING), y(held)]);
  shapes.push({ kind: "path", d: linePath(stairs), look: "curve deciding" });
  const now = steps.filter((step) => step.points < swing).at(-1)?.cumulative ?? 0;
  shapes.push(line(x(swing), box.top, x(swing), box.bottom, "guide"));
  shapes.push({ kind: "circle", x: x(swing), y: y(now), r: 6, look: "here" });
  shapes.push({
    kind: "text",
    x: 4,
    y: 16,
    text: `↑ Electors for ${familyName(toward)}`,
    look: "title",
  });
  shapes.push({
    kind: "text",
    x: box.right,
    y: HEIGHT - 8,
    text: `Swing toward ${familyName(toward)}, points →`,
    anchor: "end",
    look: "title",
  });
  return { width, height: HEIGHT, shapes };
}
