import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { coalitionCounts, coinTossChance } from "tallybook/election";
import { games, named, someGame, weightsOf } from "./games.ts";

for (const [years, game] of Object.entries(games)) {
  Deno.test(`coinTossChance() gives the chance of a tie in ${years}`, () => {
    const weights = weightsOf(game);
    assertEquals(coalitionCounts(weights)[269], BigInt(game.tie_269_coalitions));
    assertAlmostEquals(coinTossChance(weights, 269), game.p_tie_iid, 1e-15);
  });
}

Deno.test("coalitionCounts() count every coalition once, and are symmetric", () => {
  fc.assert(
    fc.property(someGame, ({ weights }) => {
      const counts = coalitionCounts(named(weights));
      assertEquals(counts.reduce((sum, count) => sum + count, 0n), 2n ** BigInt(weights.length));
      assertEquals([...counts].reverse(), counts);
    }),
    { seed: 269 },
  );
  assertThrows(() => coalitionCounts({ a: 1.5 }), RangeError, "weight of a");
});
