import * as Plot from "@observablehq/plot";

type Row = Readonly<Record<string, unknown>>;
type Pair = readonly [number, number];

/** The part of a Plot mark that tells what it draws. */
interface DrawnMark {
  readonly data?: unknown;
  readonly channels?: Readonly<Record<string, { readonly value?: unknown } | undefined>>;
}

/** The interval that a row carries, itself or in one of its fields (an `Estimate`), if any. */
export function intervalOf(row: Row): Pair | undefined {
  for (const candidate of [row, ...Object.values(row)]) {
    if (typeof candidate !== "object" || candidate === null) continue;
    const { point, lower, upper } = candidate as Row;
    if (typeof point === "number" && typeof lower === "number" && typeof upper === "number") {
      if (Number.isFinite(lower) && Number.isFinite(upper) && lower !== upper) {
        return [lower, upper];
      }
    }
  }
  return undefined;
}

/** Every pair of values that some mark spans along x or y. */
function drawnPairs(panels: readonly Plot.PlotOptions[]): Pair[] {
  const pairs: Pair[] = [];
  for (const mark of panels.flatMap((panel) => flatMarks(panel.marks))) {
    for (const [from, to] of [["x1", "x2"], ["y1", "y2"]] as const) {
      const a = values(mark, from);
      const b = values(mark, to);
      for (let i = 0; i < Math.min(a.length, b.length); i++) pairs.push([a[i]!, b[i]!]);
    }
  }
  return pairs;
}

function flatMarks(marks: unknown): DrawnMark[] {
  if (Array.isArray(marks)) return marks.flatMap(flatMarks);
  return typeof marks === "object" && marks !== null ? [marks as DrawnMark] : [];
}

function values(mark: DrawnMark, channel: string): number[] {
  const value = mark.channels?.[channel]?.value;
  if (value === undefined || value === null) return [];
  try {
    // A transform's channel has no values before Plot renders; it is then no raw interval either.
    const list = Plot.valueof(mark.data as Plot.Data, value as Plot.ChannelValue);
    return list === null || list === undefined ? [] : list.map(Number);
  } catch {
    return [];
  }
}

/** Whether a drawn span is the interval, in the same unit or in a multiple such as percent. */
function shows([a, b]: Pair, [lower, upper]: Pair): boolean {
  if (a === b) return false;
  const scale = (Math.abs(a) + Math.abs(b)) * (Math.abs(lower) + Math.abs(upper)) * 1e-9;
  return Math.abs(a * upper - b * lower) <= scale || Math.abs(a * lower - b * upper) <= scale;
}

/**
 * The rows that carry an interval (`point`, `lower`, `upper`) which no mark of the panels draws.
 * A mark draws an interval when it spans from its lower to its upper end along x or y.
 */
export function undrawnIntervals(
  rows: readonly Row[],
  panels: readonly Plot.PlotOptions[],
): number[] {
  const pairs = drawnPairs(panels);
  return rows.flatMap((row, index) => {
    const interval = intervalOf(row);
    return interval === undefined || pairs.some((pair) => shows(pair, interval)) ? [] : [index];
  });
}
