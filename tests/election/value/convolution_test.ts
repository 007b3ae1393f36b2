import { assertAlmostEquals } from "@std/assert";
import fc from "fast-check";
import { othersInWindow } from "../../../lib/election/value/convolution.ts";

const units = fc.array(
  fc.record({ w: fc.integer({ min: 1, max: 9 }), p: fc.double({ min: 0, max: 1, noNaN: true }) }),
  { minLength: 1, maxLength: 7 },
);

Deno.test("othersInWindow() agrees with enumerating the other units' outcomes", () => {
  fc.assert(
    fc.property(units, (game) => {
      const total = game.reduce((sum, { w }) => sum + w, 0);
      const majority = Math.floor(total / 2) + 1;
      const found = othersInWindow(game.map(({ w }) => w), game.map(({ p }) => p), majority);
      game.forEach(({ w }, i) => {
        let expected = 0;
        for (let outcome = 0; outcome < 2 ** game.length; outcome++) {
          if (outcome >> i & 1) continue;
          let [sum, chance] = [0, 1];
          game.forEach((other, j) => {
            if (j === i) return;
            const won = (outcome >> j & 1) === 1;
            if (won) sum += other.w;
            chance *= won ? other.p : 1 - other.p;
          });
          if (sum >= majority - w && sum < majority) expected += chance;
        }
        assertAlmostEquals(found[i]!, expected, 1e-12);
      });
    }),
    { seed: 270 },
  );
});
