import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { shapleyShubik } from "tallybook/election";
import { games, named, someGame, weightsOf } from "./games.ts";

for (const [years, game] of Object.entries(games)) {
  Deno.test(`shapleyShubik() gives the pivots of ${years} exactly`, () => {
    const power = shapleyShubik(weightsOf(game), game.quota);
    for (const [state, expected] of Object.entries(game.players)) {
      assertAlmostEquals(power[state]!.value, expected.shapley, 1e-15, state);
    }
  });
}

Deno.test("shapleyShubik() sums to exactly one and grows with weight", () => {
  fc.assert(
    fc.property(someGame, ({ weights, quota }) => {
      const power = Object.values(shapleyShubik(named(weights), quota));
      const pivots = power.reduce((sum, p) => sum + p.exact.numerator, 0n);
      assertEquals(pivots, power[0]!.exact.denominator);
      for (const a of power) {
        for (const b of power) if (a.weight > b.weight) assert(a.value >= b.value);
      }
    }),
    { seed: 52 },
  );
});

Deno.test("shapleyShubik() agrees with trying every order", () => {
  fc.assert(
    fc.property(someGame, ({ weights, quota }) => {
      const pivots = weights.map(() => 0);
      let orders = 0;
      const order = (left: readonly number[], sum: number): void => {
        if (left.length === 0) orders++;
        for (const i of left) {
          const rest = left.filter((j) => j !== i);
          const after = sum + weights[i]!;
          // Who completes the quota is pivotal in every order of the rest.
          if (sum < quota && after >= quota) {
            pivots[i] = pivots[i]! + rest.reduce((product, _, k) => product * (k + 1), 1);
          }
          order(rest, after);
        }
      };
      order(weights.map((_, i) => i), 0);
      const values = Object.values(shapleyShubik(named(weights), quota)).map((p) => p.value);
      values.forEach((value, i) => assertAlmostEquals(value, pivots[i]! / orders, 1e-12));
    }),
    { seed: 1954, numRuns: 40 },
  );
});

Deno.test("shapleyShubik() refuses a quota that nobody can reach", () => {
  assertThrows(() => shapleyShubik({ a: 1, b: 1 }, 3), RangeError, "at most 2");
});
