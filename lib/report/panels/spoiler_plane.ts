import type { PathToMajority } from "../../election/spoiler/mod.ts";
import { percent } from "../../display/format.ts";
import { familyName } from "./election_data.ts";
import type { PanelState, Scene } from "./panel.ts";
import { linearScale } from "../../chart/scale.ts";
import { breakEvenCurve } from "../../chart/spoiler_geometry.ts";
import { line, linePath, type Shape } from "./shape.ts";

const HEIGHT = 420;
const LABEL_HEIGHT = 14;
const boxOf = (width: number) => ({
  left: 62,
  right: width - 40,
  top: 26,
  bottom: 368,
});

/** The plane of turnout and preference, with each state's break-even as a curve. */
export function spoilerPlane(
  path: PathToMajority,
  beneficiary: string,
  state: PanelState,
  width: number,
): Scene {
  const box = boxOf(width);
  const x = linearScale([0, 1], [box.left, box.right]);
  const y = linearScale([0, 1], [box.bottom, box.top]);
  const shapes: Shape[] = [];
  const curve = (netShare: number): [number, number][] =>
    // Of a larger lead not even everybody's vote makes a tie.
    Math.abs(netShare) > 1
      ? []
      : breakEvenCurve(netShare, 0).map(({ turnout, preference }) => [x(turnout), y(preference)]);
  shapes.push({
    kind: "rect",
    x: box.left,
    y: box.top,
    width: box.right - box.left,
    height: box.bottom - box.top,
    look: "field",
  });
  let region = false;
  if (path.netShare !== undefined && path.start < path.majority) {
    const edge = curve(path.netShare);
    if (edge.length > 1) {
      region = true;
      shapes.push({
        kind: "path",
        d: linePath([...edge, [x(1), y(1)], [edge[0]![0], y(1)]]) + "Z",
        look: "region",
        title: `${familyName(beneficiary)} has a majority`,
      });
    }
  }
  for (const tick of [0, 0.25, 0.5, 0.75, 1]) {
    shapes.push(line(x(tick), box.bottom, x(tick), box.bottom + 5, "axis"));
    shapes.push(line(box.left - 5, y(tick), box.left, y(tick), "axis"));
    const label = `${tick * 100}%`;
    shapes.push({
      kind: "text",
      x: x(tick),
      y: box.bottom + 20,
      text: label,
      anchor: "middle",
      look: "tick",
    });
    shapes.push({
      kind: "text",
      x: box.left - 9,
      y: y(tick) + 4,
      text: label,
      anchor: "end",
      look: "tick",
    });
  }
  shapes.push(line(box.left, y(0.5), box.right, y(0.5), "guide"));
  let lowest = Infinity;
  for (const step of path.steps) {
    const points = curve(step.netShare);
    if (points.length < 2) continue;
    shapes.push({
      kind: "path",
      d: linePath(points),
      look: step.netShare === path.netShare ? "curve deciding" : "curve",
      title: `${step.unit}: net share ${percent(step.netShare, { digits: 2 })}`,
    });
    // Labels stand at the right edge from the bottom up, each at its curve or just above the one before.
    const [right, height] = points.at(-1)!;
    lowest = Math.min(height, lowest - LABEL_HEIGHT);
    if (lowest < box.top) continue;
    shapes.push({ kind: "text", x: right + 6, y: lowest + 4, text: step.unit, look: "label" });
  }
  shapes.push({
    kind: "circle",
    x: x(Number(state.turnout) / 100),
    y: y(Number(state.preference) / 100),
    r: 6,
    look: "here",
  });
  shapes.push({
    kind: "text",
    x: box.left,
    y: 16,
    text: `↑ For ${familyName(beneficiary)}, of those who vote`,
    look: "title",
  });
  shapes.push({
    kind: "text",
    x: box.right,
    y: HEIGHT - 8,
    text: "Would have voted for one of the two →",
    anchor: "end",
    look: "title",
  });
  if (!region) return { width, height: HEIGHT, shapes };
  // What the shade stands for is told below: inside, curves would cross the words.
  const swatch = { x: box.left, y: HEIGHT + 6, width: 12, height: 12 };
  shapes.push({ kind: "rect", ...swatch, look: "region" });
  shapes.push({
    kind: "text",
    x: box.left + 18,
    y: HEIGHT + 16.5,
    text: `${familyName(beneficiary)} has a majority`,
    look: "tick",
  });
  return { width, height: HEIGHT + 26, shapes };
}
