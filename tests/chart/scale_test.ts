import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { linearScale, logTicks, niceDomain, niceStep, tickValues } from "../../lib/chart/scale.ts";

Deno.test("niceDomain() holds all values between round ends", () => {
  fc.assert(fc.property(
    fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 20 }),
    (values) => {
      const [low, high] = niceDomain(values);
      assert(low < high);
      const slack = (high - low) * 1e-8;
      for (const value of values) assert(value >= low - slack && value <= high + slack);
    },
  ));
});

Deno.test("tickValues() are multiples of 1, 2 or 5 within the domain", () => {
  assertEquals(tickValues([0, 3_000_000]), [0, 5e5, 1e6, 1.5e6, 2e6, 2.5e6, 3e6]);
  assertEquals(tickValues([-0.2, 0.4]), [-0.2, -0.1, 0, 0.1, 0.2, 0.3, 0.4]);
  assertEquals(niceStep(1, 6), 0.2);
});

Deno.test("logTicks() names powers of ten, with 2 and 5 where there are few", () => {
  assertEquals(logTicks([8, 300]), [10, 20, 50, 100, 200]);
  assertEquals(logTicks([1, 1000]), [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]);
  assertEquals(logTicks([1, 1e5]), [1, 10, 100, 1000, 10_000, 100_000]);
});

Deno.test("linearScale() maps a domain without extent to the start of its range", () => {
  assertEquals(linearScale([5, 5], [10, 20])(5), 10);
  assertEquals(linearScale([0, 10], [100, 0])(2.5), 75);
});
