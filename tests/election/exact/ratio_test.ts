import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { addRatios, compareRatios, ratioToNumber } from "tallybook/election";

const ratios = fc.record({
  numerator: fc.bigInt({ min: 0n, max: 10n ** 15n }),
  denominator: fc.bigInt({ min: 1n, max: 10n ** 15n }),
});

Deno.test("ratioToNumber() agrees with division where doubles are exact", () => {
  fc.assert(
    fc.property(ratios, (ratio) => {
      const expected = Number(ratio.numerator) / Number(ratio.denominator);
      assertAlmostEquals(ratioToNumber(ratio), expected, 1e-15 * expected);
    }),
    { seed: 1 },
  );
});

Deno.test("ratioToNumber() keeps sign, tiny and huge values", () => {
  assertEquals(ratioToNumber({ numerator: -1n, denominator: 4n }), -0.25);
  assertEquals(ratioToNumber({ numerator: 1n, denominator: 2n ** 1000n }), 2 ** -1000);
  assertEquals(ratioToNumber({ numerator: 2n ** 1000n, denominator: 1n }), 2 ** 1000);
  assertEquals(ratioToNumber({ numerator: 0n, denominator: 3n }), 0);
  assertEquals(ratioToNumber({ numerator: 1n, denominator: 0n }), Infinity);
});

Deno.test("compareRatios() orders exactly what doubles cannot tell apart", () => {
  const big = 2n ** 80n;
  const a = { numerator: big, denominator: big + 1n };
  const b = { numerator: big + 1n, denominator: big + 2n };
  assertEquals(compareRatios(a, b), -1);
  assertEquals(ratioToNumber(a), ratioToNumber(b));
});

Deno.test("addRatios() is exact", () => {
  const sum = addRatios({ numerator: 1n, denominator: 3n }, { numerator: 1n, denominator: 6n });
  assertEquals(compareRatios(sum, { numerator: 1n, denominator: 2n }), 0);
});

Deno.test("fractions of what is no bigint, and comparisons of less than nothing, are refused", () => {
  const half = { numerator: 1n, denominator: 2n };
  assertThrows(
    () => addRatios(half, { numerator: 1, denominator: 2n } as never),
    TypeError,
    "numerator of the second fraction: found 1, expected a bigint, like 3n",
  );
  assertThrows(() => ratioToNumber(null as never), TypeError, "fraction: found null");
  assertThrows(
    () => compareRatios({ numerator: 1n, denominator: -2n }, half),
    RangeError,
    "denominator of the first fraction: found -2n, expected at least 0n",
  );
});
