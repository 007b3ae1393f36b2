import { measureText } from "./fonts.ts";
import { theme } from "./theme.ts";

/** A point that wants a label, in pixels of the panel. */
export interface LabeledPoint {
  readonly x: number;
  readonly y: number;
  readonly label: string;
  /** The mark's radius, 4 unless given. */
  readonly radius?: number | undefined;
}

/** A label with the place it got; `anchor` is where its text hangs on `x`. */
export interface PlacedLabel extends LabeledPoint {
  readonly textX: number;
  readonly textY: number;
  readonly anchor: "start" | "middle" | "end";
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const covered = (a: Box, b: Box) =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

/**
 * Places labels beside points so that they cover neither each other nor the points: eight places
 * around each point are tried, nearest first, then the same farther out, and the one that covers
 * least is taken. Costs O(labels × (labels + points)).
 *
 * @param points What wants a label, most important first: the first ones get the best places.
 * @param room The panel's inner box, which labels do not leave.
 * @param marks Other marks to keep clear, as points in pixels.
 * @param size The font size.
 */
export function placeLabels(
  points: readonly LabeledPoint[],
  room: Box,
  marks: readonly Omit<LabeledPoint, "label">[] = [],
  size: number = theme.size.small,
): PlacedLabel[] {
  const dots: Box[] = [...points, ...marks].map(({ x, y, radius = 4 }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  const taken: Box[] = [];
  return points.map((point) => {
    const width = measureText(point.label, size);
    let best: { cost: number; label: PlacedLabel; box: Box } | undefined;
    for (const [rank, place] of places(point, size).entries()) {
      const left = place.textX -
        (place.anchor === "start" ? 0 : place.anchor === "end" ? width : width / 2);
      const box = {
        left,
        right: left + width,
        top: place.textY - size * 0.55,
        bottom: place.textY + size * 0.55,
      };
      const outside = Math.max(0, room.left - box.left) + Math.max(0, box.right - room.right) +
        Math.max(0, room.top - box.top) + Math.max(0, box.bottom - room.bottom);
      let cost = outside * 1000 + rank;
      for (const other of taken) cost += covered(box, other) * 20;
      for (const dot of dots) cost += covered(box, dot);
      if (best === undefined || cost < best.cost) {
        best = { cost, label: { ...point, ...place }, box };
      }
    }
    taken.push(best!.box);
    return best!.label;
  });
}

type Place = Pick<PlacedLabel, "textX" | "textY" | "anchor">;

function places({ x, y, radius = 4 }: LabeledPoint, size: number): Place[] {
  const around = (near: number): Place[] => [
    { textX: x + near, textY: y, anchor: "start" },
    { textX: x - near, textY: y, anchor: "end" },
    { textX: x, textY: y - near - size * 0.4, anchor: "middle" },
    { textX: x, textY: y + near + size * 0.4, anchor: "middle" },
    { textX: x + near * 0.7, textY: y - near * 0.7 - size * 0.3, anchor: "start" },
    { textX: x + near * 0.7, textY: y + near * 0.7 + size * 0.3, anchor: "start" },
    { textX: x - near * 0.7, textY: y - near * 0.7 - size * 0.3, anchor: "end" },
    { textX: x - near * 0.7, textY: y + near * 0.7 + size * 0.3, anchor: "end" },
  ];
  return [...around(radius + 3), ...around(radius + 12), ...around(radius + 22)];
}
