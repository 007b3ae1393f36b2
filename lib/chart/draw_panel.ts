import * as Plot from "@observablehq/plot";
import type { Legend, LegendItem } from "./legend.ts";
import { coordinate, svgDocument, type SvgElement } from "./svg_document.ts";
import { theme } from "./theme.ts";

/** A panel as drawn: the inside of its SVG, its size, and the legend that its color scale asks for. */
export interface DrawnPanel {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly heading: string | undefined;
  readonly legend: Legend | undefined;
}

/** Axis labels without arrows, below the middle: what the charts of this room have too. */
const AXIS = { labelArrow: "none", labelAnchor: "center" } as const;

/** Plot draws ticks outside a scale's domain, beyond the frame: such ticks are left out. */
function ticksInside(scale: Plot.ScaleOptions | null | undefined): Plot.ScaleOptions | undefined {
  const { ticks, domain } = scale ?? {};
  if (!Array.isArray(ticks) || !Array.isArray(domain)) return scale ?? undefined;
  const ends = [domain[0], domain.at(-1)].map(Number);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  if (!Number.isFinite(low) || !Number.isFinite(high)) return scale ?? undefined;
  const inside = (tick: unknown) => Number(tick) >= low && Number(tick) <= high;
  return { ...scale, ticks: ticks.filter(inside) } as Plot.ScaleOptions;
}

/** Draws one panel with the theme's defaults under the given options. */
export function drawPanel(
  options: Plot.PlotOptions,
  size: { readonly width: number; readonly height?: number | undefined },
): DrawnPanel {
  const { title, subtitle: _subtitle, caption: _caption, ...rest } = options;
  const color = rest.color === undefined ? undefined : { ...rest.color, legend: false };
  const element = Plot.plot({
    width: size.width,
    ...(size.height === undefined ? {} : { height: size.height }),
    ...rest,
    x: { ...AXIS, ...ticksInside(rest.x) },
    y: { labelArrow: "none", ...ticksInside(rest.y) },
    ...(color === undefined ? {} : { color }),
    document: svgDocument(),
    figure: false,
  } as unknown as Plot.PlotOptions) as unknown as SvgElement & Plot.Plot;
  tidy(element);
  return {
    // The serializer writes characters as numeric or HTML entities; XML readers want them plain.
    svg: plainCharacters(element.innerHTML),
    width: Number(element.getAttribute("width")),
    height: Number(element.getAttribute("height")),
    heading: typeof title === "string" ? title : undefined,
    legend: options.color?.legend === true ? scaleLegend(element, options) : undefined,
  };
}

/** Removes what only a web page understands, so that every renderer draws the same. */
function tidy(svg: SvgElement): void {
  for (const style of svg.querySelectorAll("style")) style.remove();
  for (const node of svg.querySelectorAll("[fill], [stroke]")) {
    for (const name of ["fill", "stroke"]) {
      const value = node.getAttribute(name);
      if (value === "currentColor") node.setAttribute(name, theme.ink);
      else if (value?.startsWith("var(")) node.setAttribute(name, theme.background);
    }
  }
}

/** Non-ASCII characters as themselves: HTML's entity names mean nothing in an SVG file. */
function plainCharacters(svg: string): string {
  return svg.replaceAll("&nbsp;", "\u00a0").replace(
    /&#(\d+);/gu,
    (entity, code: string) => Number(code) > 127 ? String.fromCodePoint(Number(code)) : entity,
  );
}

/** The legend of a plot's own color scale: entries for categories, steps for thresholds. */
function scaleLegend(plot: Plot.Plot, options: Plot.PlotOptions): Legend | undefined {
  const scale = plot.scale("color");
  if (scale === undefined) return undefined;
  const format = labelFormat(options.color?.tickFormat);
  const domain = [...(scale.domain ?? [])];
  const range = [...(scale.range ?? [])] as string[];
  if (scale.type === "threshold" || scale.type === "quantile" || scale.type === "quantize") {
    const borders = scale.type === "threshold"
      ? domain
      : scale.quantiles as unknown as unknown[] ?? domain;
    return { title: options.color?.label ?? "", colors: range, breaks: borders.map(format) };
  }
  if (scale.type !== "ordinal") return rampLegend(scale, options.color?.label ?? "", format);
  return domain.map((value, index): LegendItem => ({
    label: format(value),
    color: String(scale.apply?.(value) ?? range[index]),
  }));
}

/** A continuous scale in nine steps, each the color of its middle. */
function rampLegend(scale: Plot.Scale, title: string, format: (value: unknown) => string): Legend {
  const domain = [...(scale.domain ?? [])].map(Number);
  const [low, high] = [Math.min(...domain), Math.max(...domain)];
  const at = (share: number) => low + (high - low) * share;
  const count = 8;
  return {
    title,
    colors: Array.from({ length: count }, (_, i) => String(scale.apply(at((i + 0.5) / count)))),
    breaks: Array.from({ length: count - 1 }, (_, i) => format(at((i + 1) / count))),
  };
}

function labelFormat(given: unknown): (value: unknown) => string {
  if (typeof given === "function") return (value) => String(given(value));
  return (value) =>
    typeof value === "number"
      ? value.toLocaleString("en-US", { maximumSignificantDigits: 3 }).replace("-", "\u2212")
      : String(value);
}

const COORDINATES =
  /\s(d|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|width|height|transform|points|dx|dy|offset|stroke-width)="([^"]*)"/gu;
const LONG_NUMBER = /-?\d*\.\d{3,}(?:e[-+]?\d+)?|-?\d+e-\d+/gu;

/** Rounds coordinates to a hundredth of a pixel: nobody sees the rest, and files halve. */
export function roundCoordinates(svg: string): string {
  return svg.replace(COORDINATES, (_, name: string, value: string) => {
    return ` ${name}="${value.replace(LONG_NUMBER, (number) => coordinate(Number(number)))}"`;
  });
}
