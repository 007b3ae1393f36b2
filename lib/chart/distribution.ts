import { requireList, requireNumber } from "../check/mod.ts";
import * as Plot from "@observablehq/plot";
import { axisNumber, marginFor, numberAxisY } from "./axes.ts";
import type { ChartSpec } from "./figure_options.ts";
import { measureText } from "./fonts.ts";
import { linearScale, niceDomain, niceStep, tickValues } from "./scale.ts";
import { theme } from "./theme.ts";

/** Options of {@linkcode distribution}. */
export interface DistributionOptions {
  /** The value to be compared with the distribution. */
  readonly observed?: number | undefined;
  /** What is written beside the observed value; "observed" with the value unless given. */
  readonly observedLabel?: string | undefined;
  /** An interval to mark behind the bars, such as the middle 95 percent. */
  readonly interval?:
    | { readonly lower: number; readonly upper: number; readonly label: string }
    | undefined;
  /** What the values measure, with their unit. */
  readonly axis: string;
  /** What is counted: "permutations" unless given. */
  readonly counted?: string | undefined;
  /** Color the bars at least as far from zero as the observed value, on both sides. */
  readonly tails?: boolean | undefined;
  /** About how many bars; 40 unless given. */
  readonly bins?: number | undefined;
  /** How numbers are written. */
  readonly format?: ((value: number) => string) | undefined;
  /** Height of the plot in pixels. */
  readonly height?: number | undefined;
}

/** One bar of a distribution: values from `from` up to but not including `to`. */
interface Bin {
  readonly from: number;
  readonly to: number;
  count: number;
}

function binned(values: ArrayLike<number>, observed: number | undefined, count: number): Bin[] {
  requireList("draw a distribution", "values", values, { least: 1 });
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    requireNumber("draw a distribution", `value ${i}`, value);
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const [start, end] = niceDomain([low, high], {
    include: observed === undefined ? [] : [observed],
  });
  const step = niceStep(end - start, count);
  const first = Math.floor(low / step);
  const bins: Bin[] = Array.from({ length: Math.floor(high / step) - first + 1 }, (_, i) => ({
    from: Number(((first + i) * step).toPrecision(12)),
    to: Number(((first + i + 1) * step).toPrecision(12)),
    count: 0,
  }));
  for (let i = 0; i < values.length; i++) bins[Math.floor(values[i]! / step) - first]!.count++;
  return bins;
}

/**
 * A histogram, such as of a test statistic over permutations, with the observed value marked. The
 * figure's data are the bars (from, to, count), not the values: a hundred thousand of those would
 * not be read by anyone.
 *
 * @param values The values; any typed array will do.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { distribution } from "tallybook/chart";
 *
 * const spec = distribution([0.1, 0.2, 0.7], { observed: 0.9, axis: "Difference, points", bins: 2 });
 * assertEquals(spec.data, [{ from: 0, to: 0.5, count: 2 }, { from: 0.5, to: 1, count: 1 }]);
 * ```
 */
export function distribution(values: ArrayLike<number>, options: DistributionOptions): ChartSpec {
  const { observed, axis, counted = "permutations", format = axisNumber, height = 280, interval } =
    options;
  const bins = binned(values, observed, options.bins ?? 40);
  const highest = Math.max(...bins.map((bin) => bin.count));
  const yDomain: [number, number] = [0, highest * 1.12];
  const xDomain = niceDomain([bins[0]!.from, bins.at(-1)!.to], {
    include: [observed, interval?.lower, interval?.upper].filter((value) => value !== undefined),
  });
  const ticks = tickValues(yDomain, 4);
  const marginLeft = marginFor(ticks.map((tick) => axisNumber(tick)));
  const observedText = options.observedLabel ??
    (observed === undefined ? "" : `observed ${format(Number(observed.toPrecision(3)))}`);
  const inTail = (bin: Bin) =>
    options.tails === true && observed !== undefined &&
    Math.min(Math.abs(bin.from), Math.abs(bin.to)) >= Math.abs(observed) - 1e-12 &&
    bin.from * bin.to >= 0;
  return {
    data: bins,
    height,
    legend: interval === undefined ? undefined : [{
      label: `${interval.label}: ${format(interval.lower)} to ${format(interval.upper)}`,
      color: theme.shade,
    }],
    plot: ({ width }) => {
      const toX = linearScale(xDomain, [marginLeft, width - 12]);
      const onLeft = observed !== undefined &&
        toX(observed) + measureText(observedText, 12, 600) + 8 > width;
      return {
        marginTop: 28,
        marginRight: 12,
        marginBottom: 46,
        marginLeft,
        x: { domain: xDomain },
        y: { domain: yDomain },
        marks: [
          interval === undefined
            ? null
            : Plot.rectX([interval], { x1: "lower", x2: "upper", fill: theme.shade }),
          numberAxisY({ label: `Number of ${counted}`, ticks }),
          Plot.rectY(bins, {
            x1: "from",
            x2: "to",
            y: "count",
            insetLeft: 0.5,
            insetRight: 0.5,
            fill: (bin: Bin) => inTail(bin) ? theme.contrast : "#8fa9c4",
          }),
          Plot.ruleY([0], { stroke: theme.ink }),
          Plot.axisX({
            ticks: tickValues(xDomain, 8),
            tickFormat: format as (value: unknown) => string,
            tickSize: 4,
            fill: theme.muted,
            fontSize: theme.size.text,
            label: axis,
            labelAnchor: "center",
            labelArrow: "none",
          }),
          observed === undefined ? null : [
            Plot.ruleX([observed], { stroke: theme.ink, strokeWidth: 2 }),
            Plot.text([observed], {
              x: (value: number) => value,
              frameAnchor: "top",
              dx: onLeft ? -6 : 6,
              dy: 4,
              textAnchor: onLeft ? "end" : "start",
              text: () => observedText,
              fontWeight: 600,
              stroke: theme.background,
              strokeWidth: 3,
              fill: theme.ink,
            }),
          ],
        ],
      };
    },
  };
}
