import { refusal, requireNumber, requireOneOf, requireOptions } from "../check/mod.ts";
import { type Column, requireColumn, requireSuccesses } from "./column.ts";
import { normalTail } from "./distribution.ts";
import { logFactorial } from "./log_factorial.ts";

/** How many units have a whole percentage, and how many would by chance. */
export interface IntegerPercentages {
  /** Units with any trials. */
  readonly n: number;
  /** Units whose share is within 0.05 points of a multiple of `step` percent. */
  readonly observed: number;
  /** How many binomial counts with the units' own shares would give. */
  readonly expected: number;
  /** The standard deviation of that number. */
  readonly deviation: number;
  /** One-sided: so many or more, by the normal distribution. */
  readonly pValue: number;
}

const WITHIN = 0.05; // points
/**
 * Probabilities found before, and what they are of: each has one slot, which the next that falls there takes. A
 * simulation asks for the same place's counts again and again, and a Map of millions keeps the collector busy.
 */
const SLOTS = 1 << 18;
const keys = new Float64Array(SLOTS);
const probabilities = new Float64Array(SLOTS);

/**
 * The excess of whole percentages among shares: people who invent results like round ones. Kobak, Shpilkin and
 * Pshenichnikov (2016), with the exact mean and variance of their Monte Carlo null: each unit's count is drawn
 * again from the binomial distribution with the unit's own share, so that small units, where whole percentages
 * are common by arithmetic, are allowed for.
 *
 * @param options.step Multiples of 1 percent (the default), 5 or 10.
 * @throws {RangeError} if counts are not whole, or successes exceed trials
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { integerPercentages } from "tallybook/stats";
 *
 * // Of 100 any count is a whole percentage: nothing to find.
 * const found = integerPercentages([17, 40, 99], [100, 100, 100]);
 * assertEquals([found.observed, Math.round(found.expected), found.pValue], [3, 3, 1]);
 * ```
 */
export function integerPercentages(
  successes: Column,
  trials: Column,
  options: { readonly step?: 1 | 5 | 10 } = {},
): IntegerPercentages {
  const task = "count whole percentages";
  requireOptions(task, options, ["step"]);
  requireNumber(task, 'option "step"', options.step ?? 1);
  const step = Number(
    requireOneOf(task, 'option "step"', String(options.step ?? 1), ["1", "5", "10"]),
  );
  const length = requireColumn(task, "trials", trials).length;
  requireColumn(task, "successes", successes, length);
  requireSuccesses(task, successes, trials, 1e7);
  let [n, observed, expected, variance] = [0, 0, 0, 0];
  for (let i = 0; i < length; i++) {
    const [of, count] = [trials[i]!, successes[i]!];
    if (of === 0) continue;
    n++;
    const share = 100 * count / of;
    if (Math.abs(share - step * Math.round(share / step)) <= WITHIN + 1e-9) observed++;
    const p = probability(count, of, step);
    expected += p;
    variance += p * (1 - p);
  }
  if (n === 0) {
    throw new RangeError(
      refusal({ task, where: "trials", found: "none above 0", expected: "some" }),
    );
  }
  const deviation = Math.sqrt(Math.max(0, variance));
  // Half a unit less: a count is compared with a continuous distribution.
  const pValue = deviation < 1e-6 ? 1 : normalTail((observed - 0.5 - expected) / deviation);
  return { n, observed, expected, deviation, pValue };
}

/** The binomial probability, with the unit's own share, of a whole percentage. */
function probability(count: number, trials: number, step: number): number {
  if (count === 0 || count === trials) return 1;
  const key = (trials * 10_000_001 + count) * 10 + step % 10;
  const slot = (Math.imul(trials, 2654435761) ^ Math.imul(count * 11 + step, 2246822519)) >>> 14;
  if (keys[slot] === key) return probabilities[slot]!;
  const p = count / trials;
  const [logP, logQ] = [Math.log(p), Math.log1p(-p)];
  const all = logFactorial(trials);
  const reach = 8 * Math.sqrt(trials * p * (1 - p)) + 2;
  const from = Math.max(0, Math.floor(100 * (count - reach) / trials / step));
  const to = Math.min(100 / step, Math.ceil(100 * (count + reach) / trials / step));
  let sum = 0;
  for (let multiple = from; multiple <= to; multiple++) {
    const first = Math.max(0, Math.ceil(trials * (step * multiple - WITHIN) / 100 - 1e-9));
    const last = Math.min(trials, Math.floor(trials * (step * multiple + WITHIN) / 100 + 1e-9));
    for (let k = first; k <= last; k++) {
      sum += Math.exp(
        all - logFactorial(k) - logFactorial(trials - k) + k * logP + (trials - k) * logQ,
      );
    }
  }
  const found = Math.min(1, sum);
  keys[slot] = key;
  probabilities[slot] = found;
  return found;
}
