import { refusal, requireRecord } from "../../check/mod.ts";

/** An exact fraction of two integers. A denominator of 0 stands for plus infinity. */
export interface Ratio {
  /** Above the line. */
  readonly numerator: bigint;
  /** Below the line, above 0. */
  readonly denominator: bigint;
}

/**
 * Compares two non-negative fractions exactly, by cross-multiplication: negative
 * if `a < b`, 0 if equal, positive if `a > b`. Two infinities are equal.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { compareRatios } from "tallybook/election";
 *
 * const third = { numerator: 1n, denominator: 3n };
 * assertEquals(compareRatios(third, { numerator: 2n, denominator: 6n }), 0);
 * ```
 */
export function compareRatios(a: Ratio, b: Ratio): number {
  requireRatios("compare fractions", [a, b], { least: 0n });
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The sum of two finite fractions, not reduced. */
export function addRatios(a: Ratio, b: Ratio): Ratio {
  requireRatios("add fractions", [a, b]);
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

/**
 * The nearest number to an exact fraction, however large its parts are: coalition
 * counts and factorials do not fit in a double, their quotients do.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { ratioToNumber } from "tallybook/election";
 *
 * assertEquals(ratioToNumber({ numerator: 3n * 10n ** 400n, denominator: 4n * 10n ** 400n }), 0.75);
 * ```
 */
export function ratioToNumber(ratio: Ratio): number {
  requireRatios("round a fraction", [ratio]);
  const { numerator, denominator } = ratio;
  if (denominator === 0n) return Infinity;
  if (numerator === 0n) return 0;
  const magnitude = numerator < 0n ? -numerator : numerator;
  const sign = (numerator < 0n) === (denominator < 0n) ? 1 : -1;
  const divisor = denominator < 0n ? -denominator : denominator;
  // Scale so that the integer quotient holds 64 to 65 significant bits, more than a double's 53.
  const shift = 64 - (bitLength(magnitude) - bitLength(divisor));
  const quotient = shift >= 0
    ? (magnitude << BigInt(shift)) / divisor
    : magnitude / (divisor << BigInt(-shift));
  // Two steps, because 2 ** -shift alone can overflow or underflow before the product does.
  const half = Math.trunc(shift / 2);
  return sign * Number(quotient) * 2 ** -half * 2 ** -(shift - half);
}

/** Throws unless each has whole parts, and parts of at least `least` where that is asked. */
function requireRatios(
  task: string,
  ratios: readonly Ratio[],
  { least }: { readonly least?: bigint } = {},
): void {
  for (const [i, ratio] of ratios.entries()) {
    const where = ratios.length === 1 ? "fraction" : i === 0 ? "first fraction" : "second fraction";
    requireRecord(task, where, ratio);
    for (const part of ["numerator", "denominator"] as const) {
      const found: unknown = ratio[part];
      if (typeof found !== "bigint") {
        const expected = "a bigint, like 3n";
        throw new TypeError(refusal({ task, where: `${part} of the ${where}`, found, expected }));
      }
      if (least !== undefined && found < least) {
        const expected = `at least ${least}n`;
        throw new RangeError(refusal({ task, where: `${part} of the ${where}`, found, expected }));
      }
    }
  }
}

function bitLength(value: bigint): number {
  return value.toString(2).length;
}
