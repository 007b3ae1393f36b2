import { assert, assertEquals } from "@std/assert";
import { shuffles } from "../../lib/stats/permuted_orders.ts";

Deno.test("shuffles() brings every order of a group about equally often, and leaves groups apart", () => {
  const seen = new Map<string, number>();
  for (const order of shuffles([[0, 2, 3], [1, 4]], 1_200, 3)) {
    const own = [order[0], order[2], order[3]].join();
    seen.set(own, (seen.get(own) ?? 0) + 1);
    assertEquals([order[1], order[4]].toSorted(), [1, 4]);
  }
  assertEquals([...seen.keys()].toSorted(), ["0,2,3", "0,3,2", "2,0,3", "2,3,0", "3,0,2", "3,2,0"]);
  // 200 of each are expected; five standard deviations are 5 √(1,200 × 1/6 × 5/6) = 65.
  for (const [own, times] of seen) assert(Math.abs(times - 200) < 65, `${own}: ${times}`);
});

Deno.test("shuffles() gives orders of as many units as the groups have", () => {
  for (const order of shuffles([[0, 2], [1]], 3, 1)) assertEquals(order.length, 3);
});
