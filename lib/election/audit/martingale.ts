import { refusal, requireList, requireNumber } from "../../check/mod.ts";

/** The course of an audit by a test martingale. */
export interface MartingaleCourse {
  /**
   * The martingale after each ballot. Number.MAX_VALUE where it is greater than a number can be,
   * or where the ballots seen leave no way for the null hypothesis to hold.
   */
  readonly values: readonly number[];
  /** The P-value at each ballot: 1 / value, at most 1; 0 where the null hypothesis cannot hold. */
  readonly pValues: readonly number[];
  /** The measured risk: the smallest of them, valid whenever one looks. */
  readonly risk: number;
}

/** What a martingale tests: that the mean of so many bounded values is at most `nullMean`. */
export interface Terms {
  /** Values in all, for draws without replacement; Infinity for draws with it. */
  readonly population: number;
  readonly nullMean: number;
  readonly bound: number;
}

/** Checks the sample and what it is tested against. */
export function requireSampleTerms(task: string, sample: readonly number[], terms: Terms): Terms {
  const { population, nullMean, bound } = terms;
  requireNumber(task, "bound", bound, { above: 0 });
  requireNumber(task, "null mean", nullMean, { above: 0, below: bound });
  requireList(task, "sample", sample);
  if (population !== Infinity) {
    requireNumber(task, "ballots in all", population, { minimum: 1 });
    if (!Number.isSafeInteger(population)) {
      throw new RangeError(
        refusal({ task, where: "ballots in all", found: population, expected: "a whole number" }),
      );
    }
    if (sample.length > population) {
      throw new RangeError(
        refusal({
          task,
          where: "sample",
          found: sample.length,
          expected: `at most ${population} ballots`,
        }),
      );
    }
  }
  for (let i = 0; i < sample.length; i++) {
    requireNumber(task, `ballot ${i + 1}`, sample[i], { minimum: 0, maximum: bound });
  }
  return terms;
}

/**
 * Multiplies the factors of a sample's ballots. `factor` gives one ballot's, from the mean that
 * the null hypothesis allows the ballots left and from what was drawn before; where that mean is
 * 0 or the bound nothing is bet.
 */
export function course(
  sample: readonly number[],
  { population, nullMean, bound }: Terms,
  factor: (x: number, mean: number, before: { drawn: number; sum: number }) => number,
): MartingaleCourse {
  const values: number[] = [];
  const pValues: number[] = [];
  let sum = 0;
  let log = 0; // of the martingale
  for (const [drawn, x] of sample.entries()) {
    // Without replacement, the null fixes what the mean of the ballots left would be.
    const mean = population === Infinity
      ? nullMean
      : (population * nullMean - sum) / (population - drawn);
    if (mean < 0) log = Infinity;
    else if (mean > bound) log = -Infinity;
    else if (Number.isFinite(log)) {
      if (mean === 0) log = x > 0 ? Infinity : log;
      else if (mean < bound) log += Math.log(factor(x, mean, { drawn, sum }));
    }
    sum += x;
    values.push(Math.min(Number.MAX_VALUE, Math.exp(log)));
    pValues.push(log > 0 ? Math.exp(-log) : 1);
  }
  return { values, pValues, risk: pValues.reduce((least, p) => Math.min(least, p), 1) };
}
