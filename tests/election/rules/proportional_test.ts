import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { proportionalRule } from "tallybook/election";
import { someStates } from "./some_states.ts";

Deno.test("proportionalRule() stays within one elector of the exact share by largest remainders, and at or above its floor by d'Hondt", () => {
  fc.assert(
    fc.property(someStates, (states) => {
      const exact = proportionalRule(states, { method: "fractional" });
      const hamilton = proportionalRule(states);
      const dhondt = proportionalRule(states, { method: "dhondt" });
      for (const { unit } of states) {
        for (const [name, share] of Object.entries(exact.byUnit[unit]!)) {
          assert(Math.abs((hamilton.byUnit[unit]![name] ?? 0) - share) < 1);
          // Less a rounding error, which may lift a share to a whole number that it does not reach.
          assert((dhondt.byUnit[unit]![name] ?? 0) >= Math.floor(share - 1e-9));
        }
      }
    }),
    { seed: 1804 },
  );
});

Deno.test("proportionalRule() leaves an elector that ties exactly to nobody", () => {
  const even = [{ unit: "A", electors: 3, votes: { x: 10, y: 10 } }];
  for (const method of ["largest-remainder", "dhondt"] as const) {
    const result = proportionalRule(even, { method });
    assertEquals([result.electors, result.unallocated], [{ x: 1, y: 1 }, 1], method);
  }
});
