import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { apportion } from "tallybook/election";

const hamilton = (populations: Record<string, number>, seats: number) =>
  apportion(populations, { seats, method: "hamilton" });

Deno.test("Hamilton's method gives the seats left to the largest fractions", () => {
  // Quotas of 10 seats: 4.2, 3.3, 2.5. The one seat left goes to .5.
  assertEquals(hamilton({ a: 42, b: 33, c: 25 }, 10).seats, { a: 4, b: 3, c: 3 });
});

Deno.test("Hamilton's method can take a seat away when the House grows", () => {
  // The Alabama paradox: quotas of 10 are 4.29, 4.29, 1.43; of 11, 4.71, 4.71, 1.57.
  const populations = { a: 6, b: 6, c: 2 };
  assertEquals(hamilton(populations, 10).seats.c, 2);
  assertEquals(hamilton(populations, 11).seats.c, 1);
});

Deno.test("Hamilton's method lifts the smallest to one seat and still fills the House", () => {
  // Quotas of 4: 3.88, .08, .04. Both small units are lifted, and the large one has the rest.
  assertEquals(hamilton({ a: 97, b: 2, c: 1 }, 4).seats, { a: 2, b: 1, c: 1 });
});

Deno.test("Hamilton's method stays within quota where nobody is lifted", () => {
  const sizes = fc.array(fc.integer({ min: 1000, max: 9000 }), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(sizes, fc.integer({ min: 80, max: 200 }), (people, seats) => {
      const units = Object.fromEntries(people.map((size, i) => [`u${i}`, size]));
      const total = people.reduce((sum, size) => sum + size, 0);
      const given = hamilton(units, seats).seats;
      for (const [unit, size] of Object.entries(units)) {
        const quota = (size * seats) / total;
        assert(given[unit] === Math.floor(quota) || given[unit] === Math.ceil(quota));
      }
    }),
    { seed: 1792 },
  );
});

Deno.test("of equal fractions the larger unit's comes first, whatever their names and order, and both are named", () => {
  // Quotas of 1.5 and 0.5 of two seats.
  for (
    const populations of [{ A: 10, B: 30 }, { B: 30, A: 10 }, { B: 10, A: 30 }, { A: 30, B: 10 }]
  ) {
    const { seats, tied } = apportion(populations as Record<string, number>, {
      seats: 2,
      minimum: 0,
      method: "hamilton",
    });
    const large = populations.A > populations.B ? "A" : "B";
    assertEquals(seats[large], 2);
    assertEquals([...tied].sort(), ["A", "B"]);
  }
  // As large: by name.
  const { seats } = apportion({ B: 10, A: 10 }, { seats: 1, minimum: 0, method: "hamilton" });
  assertEquals(seats, { B: 0, A: 1 });
});

Deno.test("where minimums take more than there is, the smallest remainder gives first, and none below the minimum", () => {
  // Of 10 seats A's quota is 8.9, B's 0.6 and C's 0.5: B and C are lifted to 2 each, so that A has 6, two less.
  const { seats } = apportion({ A: 89, B: 6, C: 5 }, { seats: 10, method: "hamilton", minimum: 2 });
  assertEquals(seats, { A: 6, B: 2, C: 2 });
  // Quotas of 5.5, 3.3, 0.7 and 0.5: C and D are lifted to 2 each. 5 + 3 + 4 are two too many, of which B, with
  // the smaller remainder, gives the first and A the second.
  const four = apportion({ A: 55, B: 33, C: 7, D: 5 }, {
    seats: 10,
    method: "hamilton",
    minimum: 2,
  });
  assertEquals(four.seats, { A: 4, B: 2, C: 2, D: 2 });
  // Three too many: B gives one and is then at the minimum, so that A gives two.
  const more = apportion({ A: 60, B: 29, C: 4, D: 4, E: 3 }, {
    seats: 10,
    method: "hamilton",
    minimum: 2,
  });
  assertEquals(more.seats, { A: 2, B: 2, C: 2, D: 2, E: 2 });
});
