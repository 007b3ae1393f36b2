/**
 * Both sampled models of two by two, draw for draw, beside a second program of the same steps on scipy's
 * functions: tests/golden/scripts/ecological_chains.py.
 */
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { binomialBeta, kingModel } from "tallybook/stats";
import { golden } from "./golden.ts";

interface Reference {
  readonly seed: number;
  readonly point: number;
  readonly lower: number;
  readonly upper: number;
}
interface Sampled {
  readonly places: readonly (readonly [number, number, number])[];
  readonly king: readonly (Reference & { readonly draws: number })[];
  readonly binomialBeta: readonly (Reference & { readonly sweeps: number })[];
}

const sets: Record<string, Sampled> = golden("ecological_chains");

for (const [name, { places, king, binomialBeta: chains }] of Object.entries(sets)) {
  const units = places.map(([first, second, total]) => ({ first, second, total }));
  Deno.test(`kingModel() draws what the second program draws: ${name}`, () => {
    for (const { draws, seed, point, lower, upper } of king) {
      const found = kingModel(units, { draws, seed });
      // The mode is found to about 1e-5 of a standard deviation, the square's probability to 1e-8.
      assertAlmostEquals(found.point, point, 1e-6);
      assertAlmostEquals(found.lower, lower, 1e-6);
      assertAlmostEquals(found.upper, upper, 1e-6);
    }
  });
  Deno.test(`binomialBeta() draws what the second program draws: ${name}`, () => {
    for (const { sweeps, seed, point, lower, upper } of chains) {
      const found = binomialBeta(units, { sweeps, seed });
      assertAlmostEquals(found.point, point, 1e-9);
      assertAlmostEquals(found.lower, lower, 1e-9);
      assertAlmostEquals(found.upper, upper, 1e-9);
      assertEquals(found.level, 0.95);
    }
  });
}
