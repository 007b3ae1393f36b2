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

const ENDS = ["point", "lower", "upper"] as const;

const sets: Record<string, Sampled> = golden("ecological_chains");

for (const [name, { places, king, binomialBeta: chains }] of Object.entries(sets)) {
  const units = places.map(([first, second, total]) => ({ first, second, total }));
  Deno.test(`kingModel() draws what the second program draws: ${name}`, () => {
    for (const { draws, seed, ...expected } of king) {
      const found = kingModel(units, { draws, seed });
      // The mode is found to about 1e-5 of a standard deviation, the square's probability to 1e-8.
      for (const end of ENDS) assertAlmostEquals(found[end], expected[end], 1e-6, end);
    }
  });
  Deno.test(`binomialBeta() draws what the second program draws: ${name}`, () => {
    for (const { sweeps, seed, ...expected } of chains) {
      const found = binomialBeta(units, { sweeps, seed });
      for (const end of ENDS) assertAlmostEquals(found[end], expected[end], 1e-9, end);
      assertEquals(found.level, 0.95);
    }
  });
}
