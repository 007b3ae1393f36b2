import { refusal, unknownName } from "../check/mod.ts";
import { axisNumber } from "./axes.ts";
import { hatched } from "./hatching.ts";
import type { StepLegend } from "./legend.ts";
import { theme } from "./theme.ts";

/** How numbers become colors: steps between round borders, which a reader can look up. */
export interface Steps {
  /** What is measured, with its unit; the legend's title. */
  readonly label: string;
  /** Borders between the colors, ascending. */
  readonly breaks: readonly number[];
  /** One color more than there are borders; unless given, the theme's sequential or diverging. */
  readonly colors?: readonly string[] | undefined;
  /** Republican red through pale to Democratic blue, for margins: needs an odd number of borders. */
  readonly diverging?: boolean | undefined;
  /** Stripe the colors below the middle, so that a grey print keeps the two sides apart. */
  readonly hatchLow?: boolean | undefined;
  /** How numbers are written. */
  readonly format?: ((value: number) => string) | undefined;
  /** What the two ends of the scale mean: ["Republican lead", "Democratic lead"]. */
  readonly ends?: readonly [string, string] | undefined;
  /** What the color of missing values means; left out, the legend has no entry for it. */
  readonly missing?: string | undefined;
}

/** The colors of steps, evenly picked from the theme where none are given. */
export function stepColors(steps: Steps): readonly string[] {
  const { breaks, label } = steps;
  const count = breaks.length + 1;
  if (breaks.length === 0 || breaks.some((value, i) => i > 0 && value <= breaks[i - 1]!)) {
    throw new RangeError(refusal({
      task: "color values",
      where: `breaks of "${label}"`,
      found: breaks,
      expected: "ascending numbers",
    }));
  }
  const scale = steps.diverging ? theme.diverging : theme.sequential;
  const colors = steps.colors ??
    (count <= scale.length ? pick(scale, count, steps.diverging) : undefined);
  if (colors?.length !== count) {
    throw new RangeError(refusal({
      task: "color values",
      where: `colors of "${label}"`,
      found: colors?.length,
      expected: `${count} for ${breaks.length} breaks; the theme has ${scale.length}`,
    }));
  }
  return steps.hatchLow
    ? colors.map((color, index) => index < Math.floor(count / 2) ? hatched(color) : color)
    : colors;
}

/** Two or more evenly spaced colors; of a diverging scale as many from either end as from the other. */
function pick(scale: readonly string[], count: number, diverging = false): string[] {
  if (!diverging || count % 2 === 1) {
    return Array.from(
      { length: count },
      (_, i) => scale[Math.round((i * (scale.length - 1)) / (count - 1))]!,
    );
  }
  const half = count / 2;
  const side = scale.length / 2;
  const at = (i: number) => half === 1 ? 1 : Math.round((i * (side - 1)) / (half - 1));
  const left = Array.from({ length: half }, (_, i) => scale[at(i)]!);
  const right = Array.from({ length: half }, (_, i) => scale[scale.length - 1 - at(i)]!).reverse();
  return [...left, ...right];
}

/** The color of a number. */
export function stepColor(steps: Steps, value: number): string {
  if (!Number.isFinite(value)) return theme.missing;
  const index = steps.breaks.findIndex((border) => value < border);
  return stepColors(steps).at(index)!;
}

/** The legend of steps. */
export function stepLegend(steps: Steps): StepLegend {
  const { format = axisNumber } = steps;
  return {
    title: steps.label,
    colors: stepColors(steps),
    breaks: steps.breaks.map(format),
    ends: steps.ends,
    missing: steps.missing,
  };
}

/** How values become colors: by steps of a number, or by category. */
export interface ValueColors {
  readonly steps?: Steps | undefined;
  readonly categories?: Readonly<Record<string, string>> | undefined;
}

/**
 * The color of a value, undefined where there is no value. Throws a TypeError when there are
 * neither steps nor categories or both, and a RangeError that names the row when a category has
 * no color.
 */
export function colorValue(
  value: number | string | null | undefined,
  { steps, categories }: ValueColors,
  row: number,
): string | undefined {
  if ((categories === undefined) === (steps === undefined)) {
    throw new TypeError(refusal({
      task: "color values",
      where: "colors",
      found: categories,
      expected: "either categories or steps",
    }));
  }
  if (value === null || value === undefined) return undefined;
  if (categories === undefined) return stepColor(steps!, Number(value));
  const color = categories[String(value)];
  if (color === undefined) {
    const known = Object.keys(categories);
    throw new RangeError(
      unknownName("color values", `category of row ${row}`, String(value), known),
    );
  }
  return color;
}
