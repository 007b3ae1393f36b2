import * as Plot from "@observablehq/plot";
import { measureText } from "./fonts.ts";
import { tickValues } from "./scale.ts";
import { theme } from "./theme.ts";
import { wrapText } from "./wrap_text.ts";

/** How an axis is labeled. */
export interface AxisOptions {
  readonly label?: string | null | undefined;
  readonly format?: ((value: number) => string) | undefined;
  readonly ticks?: number | readonly number[] | undefined;
  readonly grid?: boolean | undefined;
}

/**
 * Numbers as axes write them: grouped by thousands, in millions from a million on, with a true
 * minus sign and no needless digits; below 0.0005 with their power of ten, "2.5e−7".
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { axisNumber } from "tallybook/chart";
 *
 * assertEquals([-0.5, 12500, 2500000].map(axisNumber), ["−0.5", "12,500", "2.5 million"]);
 * ```
 */
export function axisNumber(value: number): string {
  const size = Math.abs(value);
  if (size > 0 && size < 0.0005) {
    return value.toExponential(2).replace(/\.?0*e/u, "e").replaceAll("-", "\u2212");
  }
  const text = size >= 1e6
    ? `${(size / 1e6).toLocaleString("en-US", { maximumFractionDigits: 2 })} million`
    : size.toLocaleString("en-US", { maximumFractionDigits: 4 });
  return value < 0 && text !== "0" ? `\u2212${text}` : text;
}

/** A number on an axis with few digits that may be below zero: with a true minus sign. */
export function signedTick(value: number): string {
  return String(value).replace("-", "\u2212");
}

const LOOK = {
  fontSize: theme.size.text,
  fill: theme.muted,
  tickSize: 0,
  labelArrow: "none",
} as const;

/** An axis' label in as many lines as its width asks for. */
export interface AxisLabel {
  /** The lines, joined by line breaks. */
  readonly text: string;
  /** What the lines after the first add to the margin below the plot. */
  readonly more: number;
}

/**
 * Breaks the label of a horizontal axis, which stands centered below the plot, so that it stays inside
 * the panel.
 *
 * @param width The panel's width in pixels, with the plot's margins left and right of the scale.
 */
export function axisLabel(
  label: string,
  { width, left, right }: { width: number; left: number; right: number },
): AxisLabel {
  const middle = (left + width - right) / 2;
  const lines = wrapText(label, 2 * Math.min(middle, width - middle), LOOK.fontSize);
  return { text: lines.join("\n"), more: LOOK.fontSize * (lines.length - 1) };
}

/** Space between two labels of an axis below which they read as one. */
const LABEL_GAP = 6;

/**
 * The round values of a horizontal axis, so many that their labels do not touch.
 *
 * @param domain The axis' ends.
 * @param room The axis' length in pixels.
 * @param options How numbers are written, and about how many there are where all have room.
 */
export function ticksThatFit(
  domain: readonly [number, number],
  room: number,
  { format, most }: { format: (value: number) => string; most: number },
): number[] {
  for (let count = most; count > 1; count--) {
    const ticks = tickValues(domain, count);
    const widest = Math.max(0, ...ticks.map((tick) => measureText(format(tick), LOOK.fontSize)));
    const [first = 0, second = Infinity] = ticks;
    if ((second - first) / (domain[1] - domain[0]) * room >= widest + LABEL_GAP) return ticks;
  }
  return tickValues(domain, 1);
}

/** A horizontal axis of numbers below the plot, with light grid lines. */
export function numberAxisX(options: AxisOptions = {}): Plot.Markish[] {
  const { label = null, format = axisNumber, ticks, grid = true } = options;
  const places = (ticks === undefined ? {} : { ticks }) as { ticks?: number };
  const axis = Plot.axisX({
    ...LOOK,
    ...places,
    label,
    labelAnchor: "center",
    // Not tickFormat: on logarithmic axes Observable Plot drops labels by a rule of its own.
    text: (value: number) => format(value),
    tickPadding: 6,
  } as Plot.AxisXOptions);
  return grid ? [Plot.gridX({ ...places, stroke: theme.grid, strokeOpacity: 1 }), axis] : [axis];
}

/** A vertical axis of numbers left of the plot, with light grid lines. */
export function numberAxisY(options: AxisOptions = {}): Plot.Markish[] {
  const { label = null, format = axisNumber, ticks, grid = true } = options;
  const places = (ticks === undefined ? {} : { ticks }) as { ticks?: number };
  const axis = Plot.axisY({
    ...LOOK,
    ...places,
    label,
    labelAnchor: "top",
    text: (value: number) => format(value),
    tickPadding: 6,
  } as Plot.AxisYOptions);
  return grid ? [Plot.gridY({ ...places, stroke: theme.grid, strokeOpacity: 1 }), axis] : [axis];
}

/** A horizontal axis of dates: the day, and the month where it changes. */
export function dateAxisX(
  options: { readonly label?: string | null; readonly dates?: readonly Date[] } = {},
): Plot.Markish[] {
  const days = [...new Set((options.dates ?? []).map(Number))].sort((a, b) => a - b);
  if (days.length > 0 && days.at(-1)! - days[0]! < 8 * 86_400_000) {
    // Within a week Plot would name hours, which a date does not have.
    const ticks = [...new Set(days.map((day) => Math.floor(day / 86_400_000)))]
      .map((day) => new Date(day * 86_400_000));
    const text = (day: Date) =>
      day.toLocaleDateString("en-US", { month: "short", day: "numeric", timeZone: "UTC" });
    return [
      Plot.axisX(
        ticks,
        { ...LOOK, label: options.label ?? null, text, tickSize: 4 } as Plot.AxisXOptions,
      ),
    ];
  }
  return [
    Plot.axisX({ ...LOOK, label: options.label ?? null, labelAnchor: "center", tickSize: 4 }),
  ];
}

/**
 * A vertical axis of names, in ink, as names are what a reader looks up.
 *
 * @param name The name of a value of the scale; the value itself unless given.
 */
export function nameAxisY(name: (value: string) => string = String): Plot.Markish[] {
  return [
    Plot.axisY(
      { ...LOOK, fill: theme.ink, label: null, tickPadding: 8, text: name } as Plot.AxisYOptions,
    ),
  ];
}

/** Names beside a plot, broken into lines where they would take more than a third of a figure. */
export interface NameColumn {
  /** The margin that the names need. */
  readonly margin: number;
  /** The height that a row needs for the name with the most lines. */
  readonly rowHeight: number;
  /** The name as lines, for an axis or a text mark. */
  readonly broken: (name: string) => string;
}

/** Measures and breaks the names that stand left of a plot. */
export function nameColumn(names: Iterable<string>, widest = 220): NameColumn {
  const lines = new Map([...names].map((name) => [name, wrapText(name, widest, theme.size.text)]));
  const all = [...lines.values()];
  return {
    margin: marginFor(all.flat(), { most: widest + 14 }),
    rowHeight: Math.max(...all.map((each) => each.length)) * theme.size.text + 12,
    broken: (name) => lines.get(name)!.join("\n"),
  };
}

/** The margin that the widest of some labels needs beside the plot. */
export function marginFor(
  labels: Iterable<string>,
  options: { readonly size?: number; readonly most?: number } = {},
): number {
  const { size = theme.size.text, most = 260 } = options;
  let widest = 0;
  for (const label of labels) widest = Math.max(widest, measureText(label, size));
  return Math.min(most, Math.ceil(widest) + 14);
}
