import type { Xoshiro128 } from "../xoshiro128.ts";

/**
 * The logarithm of a gamma draw, by Marsaglia and Tsang (2000); a shape below 1 from the one above it, times
 * U^(1/shape).
 */
export function logGammaDraw(shape: number, random: Xoshiro128): number {
  if (shape < 1) {
    return logGammaDraw(shape + 1, random) + Math.log(1 - random.uniform()) / shape;
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normalDraw(random);
    const v = (1 + c * z) ** 3;
    if (v <= 0) continue;
    const u = 1 - random.uniform();
    if (Math.log(u) < z * z / 2 + d - d * v + d * Math.log(v)) return Math.log(d * v);
  }
}

/** A standard normal draw (Marsaglia's polar method, one of the pair). */
function normalDraw(random: Xoshiro128): number {
  for (;;) {
    const a = 2 * random.uniform() - 1;
    const b = 2 * random.uniform() - 1;
    const square = a * a + b * b;
    if (square > 0 && square < 1) return a * Math.sqrt(-2 * Math.log(square) / square);
  }
}
