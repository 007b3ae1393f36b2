/** One mark of a drawing; classes name its look in the style sheet. */
export type Shape =
  | { readonly kind: "path"; readonly d: string; readonly look: string; readonly title?: string }
  | {
    readonly kind: "rect";
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly look: string;
    readonly title?: string;
  }
  | {
    readonly kind: "circle";
    readonly x: number;
    readonly y: number;
    readonly r: number;
    readonly look: string;
  }
  | {
    readonly kind: "text";
    readonly x: number;
    readonly y: number;
    readonly text: string;
    readonly anchor?: "start" | "middle" | "end";
    readonly look: string;
  };

const round = (value: number) => Math.round(value * 10) / 10;

/** A line through points, as a path. */
export function linePath(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("");
}

/** A line between two points. */
export const line = (x1: number, y1: number, x2: number, y2: number, look: string): Shape => ({
  kind: "path",
  d: linePath([[x1, y1], [x2, y2]]),
  look,
});
