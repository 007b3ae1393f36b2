import { assert } from "@std/assert";

/** A row of the key table of 14: flags, honest flags on average, the most within chance, the chance of so many in percent. */
export interface FlagRow {
  readonly flagged: number;
  readonly counts: number;
  readonly average: number;
  readonly limit: number;
  /** Percent; 0 for "fewer than 1%", 100 where none is flagged. */
  readonly chance: number;
}

const ROWS = {
  whole: "with an excess of whole percentages",
  fives: "with an excess of multiples of five percent",
  density: "whose round shares exceed the resampled density \\(Rozenas\\)",
  any: "flagged by any of these three",
  digits: "flagged by second digits",
};

/** A row of the key table that stands beside the range of simulated elections. */
export interface RangeRow {
  readonly flagged: number;
  readonly counts: number;
  readonly average: number;
  readonly low: number;
  readonly high: number;
  readonly elections: number;
}

/** The rows of the key table whose flags stand beside a chance. */
export function flagRows(text: string): Record<keyof typeof ROWS, FlagRow> {
  const rows = Object.entries(ROWS).map(([test, what]) => {
    const found = new RegExp(
      `${what} \\| (\\d+) of (\\d+) \\| honest elections ([\\d.]+) on average, up to (\\d+) within chance` +
        `(?:; so many or more in (fewer than 1|\\d+)% of them)? \\|`,
    ).exec(text);
    assert(found !== null, what);
    const [flagged, counts, average, limit] = found.slice(1, 5).map(Number);
    const told = found[5];
    const chance = told === undefined ? 100 : told === "fewer than 1" ? 0 : Number(told);
    assert((flagged === 0) === (told === undefined), `${what}: a chance where any is flagged`);
    return [test, { flagged, counts, average, limit, chance }];
  });
  return Object.fromEntries(rows);
}

/** The row of the key table for `what`, which stands beside the range of simulated elections. */
export function rangeRow(text: string, what: string): RangeRow {
  const found = new RegExp(
    `${what} \\| (\\d+) of (\\d+) \\| honest elections ([\\d.]+) on average, (\\d+)(?: to (\\d+))? in (\\d+) simulated \\|`,
  ).exec(text);
  assert(found !== null, what);
  const [flagged, counts, average, low, high = low, elections] = found.slice(1).map((cell) =>
    cell === undefined ? undefined : Number(cell)
  ) as [number, number, number, number, number | undefined, number];
  return { flagged, counts, average, low, high, elections };
}

/** The chance of more than k by the negative binomial distribution, by its terms in logarithms. */
export function moreThan(k: number, size: number, elections: number): number {
  let below = 0;
  for (let i = 0, log = size * Math.log(elections / (elections + 1)); i <= k; i++) {
    below += Math.exp(log);
    log += Math.log(size + i) - Math.log(i + 1) - Math.log(elections + 1);
  }
  return 1 - below;
}
