import { requireList, requireNumber } from "../../check/mod.ts";

/**
 * Kaplan–Markov's P-value that the mean of non-negative values is at most
 * `nullMean`, drawing with replacement: the smallest product so far of
 * (t + g)/(x + g). `padding` g above 0 keeps a single 0 from ending the test.
 *
 * @throws {RangeError} if a value or the padding is negative, or the null mean not positive.
 * @throws {TypeError} if a value is no number.
 *
 * @example
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { kaplanMarkovRisk } from "tallybook/election";
 *
 * assertAlmostEquals(kaplanMarkovRisk([1, 1, 1], 0.5, 0), 0.125);
 * ```
 */
export function kaplanMarkovRisk(
  sample: readonly number[],
  nullMean: number,
  padding: number,
): number {
  const task = "measure the risk by Kaplan–Markov";
  requireNumber(task, "null mean", nullMean, { above: 0 });
  requireNumber(task, "padding", padding, { minimum: 0 });
  requireList(task, "sample", sample);
  let log = 0;
  let least = 0;
  for (let i = 0; i < sample.length; i++) {
    const x = requireNumber(task, `ballot ${i + 1}`, sample[i], { minimum: 0 });
    // A value of 0 without padding ends the test: its logarithm is −∞, and stays so.
    if (x / 2 + padding / 2 === 0) break;
    // Halves, so that no sum is greater than a number can be.
    log += Math.log(nullMean / 2 + padding / 2) - Math.log(x / 2 + padding / 2);
    least = Math.min(least, log);
  }
  return Math.exp(least);
}
