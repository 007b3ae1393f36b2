import { Xoshiro128 } from "tallybook/stats";
import type { ParameterValues } from "./parameter_values.ts";

/** What one run puts in place of a notebook's defaults. */
export type Given = Readonly<Record<string, unknown>>;

/**
 * The runs of one notebook: its defaults, each value of each parameter alone,
 * the cases, then pairs of values drawn with a seed.
 *
 * @param declared The parameters that the notebook has; values of others are left out.
 */
export function planRuns(
  { values, cases = [], always = {} }: ParameterValues,
  declared: readonly string[],
  options: { readonly pairs: number; readonly seed: number },
): Given[] {
  const known = Object.entries(values).filter(([name]) => declared.includes(name));
  const alone = known.flatMap(([name, list]) => list.map((value): Given => ({ [name]: value })));
  const together = cases.filter((given) =>
    Object.keys(given).every((name) => declared.includes(name))
  );
  const generator = new Xoshiro128(options.seed);
  const pairs = known.length < 2 ? [] : Array.from({ length: options.pairs }, (): Given => {
    const first = generator.below(known.length);
    const second = (first + 1 + generator.below(known.length - 1)) % known.length;
    return Object.fromEntries([first, second].map((i) => {
      const [name, list] = known[i]!;
      return [name, list[generator.below(list.length)]];
    }));
  });
  const usual = Object.fromEntries(
    Object.entries(always).filter(([name]) => declared.includes(name)),
  );
  const runs = [...alone, ...together, ...pairs].map((given) => ({ ...usual, ...given }));
  const unique = new Map(runs.map((given) => [JSON.stringify(given), given]));
  return [{}, ...unique.values()];
}

/** A few of many, evenly spread, the first always among them. */
export function few<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, i) => all[Math.floor(i * all.length / most)]!);
}

/**
 * The notebooks to sweep by the numbers given, "3" as well as "03"; all known ones for none given.
 *
 * @throws {RangeError} for a number that no notebook with parameters has: a sweep of nothing would
 * find nothing.
 */
export function askedNumbers(given: readonly string[], known: readonly string[]): string[] {
  const asked = given.map((number) => number.padStart(2, "0"));
  const unknown = asked.find((number) => !known.includes(number));
  if (unknown !== undefined) {
    throw new RangeError(
      `Cannot sweep: notebook: found "${unknown}", expected one of ${known.join(", ")}`,
    );
  }
  return asked.length === 0 ? [...known] : asked;
}
