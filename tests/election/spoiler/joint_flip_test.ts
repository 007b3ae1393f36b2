import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { jointFlip, pathToMajority, spoilerUnits } from "../../../lib/election/mod.ts";
import { normalTail } from "../../../lib/stats/mod.ts";
import { contests2016 } from "../units.ts";

const units = spoilerUnits(contests2016(), {
  beneficiary: "Clinton",
  opponent: "Trump",
  without: ["Stein", "Johnson"],
});
const required = ["MI", "PA", "WI"];
const breakEvens = required.map((name) =>
  units.find(({ unit }) => unit === name)!.breakEven.netShare
);

Deno.test("jointFlip() with a certain share is a step at the hardest unit's break-even", () => {
  const { netShare } = pathToMajority(units);
  for (const [shift, expected] of [[-1e-9, 0], [1e-9, 1]] as const) {
    const chance = jointFlip(units, {
      required,
      netShare: netShare! + shift,
      commonError: 0,
      unitDeviation: 0,
    });
    assertEquals([chance.allRequired, chance.majority], [expected, expected]);
  }
});

Deno.test("jointFlip() with a common error alone is the chance of the hardest unit, not a product", () => {
  const chance = jointFlip(units, {
    required,
    netShare: 0.11,
    commonError: 0.05,
    unitDeviation: 0,
  });
  const hardest = normalTail((Math.max(...breakEvens) - 0.11) / 0.05);
  assertAlmostEquals(chance.allRequired, hardest, 1e-15);
  assertAlmostEquals(chance.majority, hardest, 1e-15); // no other way to 270 at such shares
  assert(chance.productOfEach < chance.allRequired / 5);
});

Deno.test("jointFlip() with unit deviations alone is the product of the units' chances", () => {
  const chance = jointFlip(units, { required, netShare: 0.2, commonError: 0, unitDeviation: 0.05 });
  const product = breakEvens.reduce((all, g) => all * normalTail((g - 0.2) / 0.05), 1);
  assertAlmostEquals(chance.allRequired, product, 1e-15);
  assertAlmostEquals(chance.productOfEach, product, 1e-15);
});

/** E[f(e)] for e ~ N(0, sd²) by Simpson's rule on a fine grid, independent of the library's. */
function simpson(f: (error: number) => number, sd: number): number {
  const n = 20_000;
  const h = 18 * sd / n;
  let sum = 0;
  for (let i = 0; i <= n; i++) {
    const e = -9 * sd + i * h;
    const density = Math.exp(-e * e / (2 * sd * sd)) / (sd * Math.sqrt(2 * Math.PI));
    sum += (i === 0 || i === n ? 1 : i % 2 ? 4 : 2) * density * f(e);
  }
  return sum * h / 3;
}

Deno.test("jointFlip() with both errors equals Simpson's rule to ten digits", () => {
  for (
    const [g, se, omega] of [[0.1, 0.056, 0.03], [0.2, 0.03, 0.1], [0.25, 0.1, 0.005]] as const
  ) {
    const chance = jointFlip(units, {
      required,
      netShare: g,
      commonError: se,
      unitDeviation: omega,
    });
    const expected = simpson(
      (e) => breakEvens.reduce((all, b) => all * normalTail((b - g - e) / omega), 1),
      se,
    );
    assertAlmostEquals(chance.allRequired, expected, 1e-10);
  }
});

Deno.test("jointFlip() of a majority is at least that of the units that give it", () => {
  for (const netShare of [0.05, 0.15, 0.3]) {
    const chance = jointFlip(units, { required, netShare, commonError: 0.05, unitDeviation: 0.05 });
    assert(chance.majority >= chance.allRequired - 1e-9 - chance.each["MI"]! * 1e-3);
  }
});

Deno.test("jointFlip() of a majority equals an enumeration of all outcomes of few units", () => {
  const unit = fc.record({
    electors: fc.integer({ min: 1, max: 9 }),
    X: fc.integer({ min: 1, max: 100 }),
    Y: fc.integer({ min: 1, max: 100 }),
    Z: fc.integer({ min: 1, max: 50 }),
  });
  fc.assert(fc.property(fc.array(unit, { minLength: 1, maxLength: 6 }), (rows) => {
    const contests = rows.map(({ electors, ...votes }, i) => ({ unit: `U${i}`, electors, votes }));
    const asked = spoilerUnits(contests, { beneficiary: "X", opponent: "Y", without: ["Z"] });
    const found = jointFlip(asked, {
      required: [],
      netShare: 0.1,
      commonError: 0,
      unitDeviation: 0.3,
    });
    const total = rows.reduce((sum, { electors }) => sum + electors, 0);
    let expected = 0;
    for (let mask = 0; mask < 2 ** rows.length; mask++) {
      let chance = 1;
      let electors = 0;
      asked.forEach(({ breakEven, electors: here }, i) => {
        const wins = normalTail((breakEven.netShare - 0.1) / 0.3);
        if ((mask >> i) & 1) [chance, electors] = [chance * wins, electors + here];
        else chance *= 1 - wins;
      });
      if (electors > total / 2) expected += chance;
    }
    assertAlmostEquals(found.majority, expected, 1e-12);
    assertEquals(found.allRequired, 1); // nothing required
  }));
});

Deno.test("jointFlip() takes a share by unit, and says which is missing", () => {
  const byUnit = Object.fromEntries(units.map(({ unit }) => [unit, unit === "MI" ? 1 : -1]));
  const errors = { commonError: 0, unitDeviation: 0 };
  const chance = jointFlip(units, { required: ["MI", "WI"], netShare: byUnit, ...errors });
  assertEquals(chance.each, { MI: 1, WI: 0 });
  assertThrows(
    () => jointFlip(units, { required, netShare: { MI: 1 }, ...errors }),
    TypeError,
    "net share of AK: found nothing, expected a finite number",
  );
});

Deno.test("jointFlip() refuses unknown units and negative deviations", () => {
  const options = { required: ["XX"], netShare: 0, commonError: 0, unitDeviation: 0 };
  assertThrows(() => jointFlip(units, options), RangeError, 'required: found "XX"');
  assertThrows(
    () => jointFlip(units, { ...options, required: [], commonError: -1 }),
    RangeError,
    "common error: found -1, expected a finite number of at least 0 and at most 1000000",
  );
  assertThrows(
    () => jointFlip(units, { ...options, required: [], majority: 100_001 }),
    RangeError,
    "majority: found 100001, expected a whole number of at least 1 and at most 100000",
  );
});

Deno.test("jointFlip() with a common error alone weighs each stretch between two break-evens", () => {
  // Break-evens of .2, .4 and .6; the units have 1, 2 and 4 of 7 electors.
  const three = spoilerUnits(
    [[1, 4, 10], [2, 4, 20], [4, 12, 20]].map(([electors, lead, third], i) => ({
      unit: `U${i}`,
      electors: electors!,
      votes: {
        X: 100,
        Y: 100 + lead! * (i === 0 ? 1 : i === 1 ? 2 : 1),
        Z: third! * (i === 0 ? 2 : 1),
      },
    })),
    { beneficiary: "X", opponent: "Y", without: ["Z"] },
  );
  assertEquals(three.map(({ breakEven }) => breakEven.netShare), [0.2, 0.4, 0.6]);
  const at = (required: string[], majority: number, netShare = 0.3) =>
    jointFlip(three, { required, netShare, commonError: 0.1, unitDeviation: 0, majority });
  const above = (share: number, netShare = 0.3) => normalTail((share - netShare) / 0.1);
  for (const [majority, share] of [[1, 0.2], [2, 0.4], [3, 0.4], [4, 0.6], [7, 0.6]] as const) {
    assertAlmostEquals(at([], majority).majority, above(share), 1e-12);
    assertAlmostEquals(at([], majority, 0.9).majority, above(share, 0.9), 1e-12);
  }
  const both = at(["U0", "U1"], 4);
  assertAlmostEquals(both.allRequired, above(0.4), 1e-12);
  assertAlmostEquals(both.productOfEach, above(0.2) * above(0.4), 1e-12);
  assertEquals(Object.keys(both.each), ["U0", "U1"]);
});

Deno.test("jointFlip() refuses net shares that are neither a number nor by unit", () => {
  const options = { required, commonError: 0.1, unitDeviation: 0.1 };
  for (const netShare of [null, "x", [0.1]]) {
    assertThrows(
      () => jointFlip(units, { ...options, netShare: netShare as never }),
      TypeError,
      "net shares",
    );
  }
});
