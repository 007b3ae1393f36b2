import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { banzhaf, coalitionCounts, coinTossChance, shapleyShubik } from "tallybook/election";
import { games, named, someGame, weightsOf } from "./games.ts";

for (const [years, game] of Object.entries(games)) {
  Deno.test(`banzhaf() counts the swings of ${years} exactly`, () => {
    const power = banzhaf(weightsOf(game), game.quota);
    for (const [state, expected] of Object.entries(game.players)) {
      const found = power[state]!;
      assertEquals(found.swings, BigInt(expected.swings), state);
      assertAlmostEquals(found.absolute, expected.banzhaf_abs, 1e-15);
      assertAlmostEquals(found.normalized, expected.banzhaf_norm, 1e-15);
    }
    const swings = Object.values(power).reduce((sum, { swings }) => sum + swings, 0n);
    assertEquals(swings, BigInt(game.sum_swings));
  });
}

Deno.test("banzhaf() sums to one and grows with weight", () => {
  fc.assert(
    fc.property(someGame, ({ weights, quota }) => {
      const power = Object.values(banzhaf(named(weights), quota));
      assertAlmostEquals(power.reduce((sum, p) => sum + p.normalized, 0), 1, 1e-12);
      for (const a of power) {
        for (const b of power) if (a.weight > b.weight) assert(a.swings >= b.swings);
      }
    }),
    { seed: 51 },
  );
});

Deno.test("banzhaf() agrees with trying every coalition", () => {
  fc.assert(
    fc.property(someGame, ({ weights, quota }) => {
      const swings = weights.map(() => 0n);
      for (let coalition = 0; coalition < 2 ** weights.length; coalition++) {
        const sum = weights.reduce((s, w, i) => s + (coalition >> i & 1 ? w : 0), 0);
        weights.forEach((w, i) => {
          if (!(coalition >> i & 1) && sum < quota && sum + w >= quota) swings[i] = swings[i]! + 1n;
        });
      }
      assertEquals(Object.values(banzhaf(named(weights), quota)).map((p) => p.swings), swings);
    }),
    { seed: 1965 },
  );
});

Deno.test("banzhaf() refuses weights and quotas that make no game", () => {
  assertThrows(() => banzhaf({}, 1), RangeError, 'weights: found "none", expected at least one');
  assertThrows(() => banzhaf({ a: 0 }, 1), RangeError, "weight of a");
  assertThrows(
    () => banzhaf({ a: 1, b: 1 }, 1),
    RangeError,
    "quota: found 1, expected a whole number of at least 2 and at most 2",
  );
});

Deno.test("banzhaf() and its kin refuse more players and votes than they can count, and say the limit", () => {
  const game = (players: number, weight: number) =>
    Object.fromEntries(Array.from({ length: players }, (_, i) => [`p${i}`, weight]));
  // Five million steps: 1,000 players times 5,000 votes are at the limit.
  assertEquals(coalitionCounts(game(1000, 5)).length, 5001);
  const message = "expected fewer: at most 5000000 steps (players times votes)";
  assertThrows(
    () => banzhaf(game(1001, 5), 2503),
    RangeError,
    `Cannot count Banzhaf's power: weights: found "1001 players with 5005 votes", ${message}`,
  );
  assertThrows(() => coalitionCounts(game(1001, 5)), RangeError, message);
  assertThrows(() => coinTossChance(game(1, 5_000_001), 1), RangeError, message);
  assertThrows(
    () => shapleyShubik(game(171, 1), 86),
    RangeError,
    "at most 5000000 steps (players squared times votes)",
  );
});
