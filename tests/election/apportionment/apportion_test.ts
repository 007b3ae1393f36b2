import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { apportion, APPORTIONMENT_METHODS } from "tallybook/election";
import { golden } from "../../golden/read.ts";

/** Made by tests/golden/scripts/03_apportionment.py with exact fractions. */
interface Census {
  population: Record<string, number>;
  seats: Record<string, number>;
  seat_435: { state: string; seat: number; priority: number };
  seat_436: { state: string; seat: number; priority: number };
  seat_437: { state: string; priority: number };
  alternatives_minus_hill: Record<string, Record<string, number>>;
}
const censuses = golden<Record<string, Census>>("apportionment_1940_2020.json");

for (const [year, census] of Object.entries(censuses)) {
  Deno.test(`apportion() gives the House of ${year} seat for seat`, () => {
    const { seats, order, next, tied } = apportion(census.population);
    assertEquals(seats, census.seats);
    assertEquals(tied, []);
    const last = order.at(-1)!;
    assertEquals([last.number, last.unit, last.unitSeat], [
      435,
      census.seat_435.state,
      census.seat_435.seat,
    ]);
    assertAlmostEquals(last.priority, census.seat_435.priority, 1e-9 * last.priority);
    assertEquals([next[0]!.unit, next[0]!.unitSeat], [
      census.seat_436.state,
      census.seat_436.seat,
    ]);
    assertAlmostEquals(next[0]!.priority, census.seat_436.priority, 1e-9 * last.priority);
    assertEquals(next[1]!.unit, census.seat_437.state);
  });

  Deno.test(`apportion() differs from Huntington–Hill in ${year} where the other methods do`, () => {
    for (const method of APPORTIONMENT_METHODS) {
      const { seats } = apportion(census.population, { method });
      const differences = Object.fromEntries(
        Object.entries(seats).map(([state, count]) => [state, count - census.seats[state]!])
          .filter(([, difference]) => difference !== 0),
      );
      assertEquals(differences, census.alternatives_minus_hill[method] ?? {}, method);
    }
  });
}

Deno.test("apportion() names the units that tie exactly for the last seat", () => {
  // Two equal units, three seats: whoever gets the third, the other has the same claim.
  assertEquals(apportion({ a: 10, b: 10 }, { seats: 3 }).tied, ["a", "b"]);
  assertEquals(apportion({ a: 10, b: 10 }, { seats: 4 }).tied, []);
  assertEquals(apportion({ a: 10, b: 10 }, { seats: 3, method: "hamilton" }).tied, ["a", "b"]);
});

Deno.test("apportion() sees a difference that doubles cannot", () => {
  // As doubles both are 2^60, so the later name could not win; exactly, b has one person more.
  const a = 2n ** 60n;
  assertEquals(apportion({ a, b: a + 1n }, { seats: 3 }).seats, { a: 1, b: 2 });
});

Deno.test("apportion() refuses populations that no census can give", () => {
  assertThrows(() => apportion({}), RangeError, 'populations: found "none", expected at least one');
  assertThrows(() => apportion({ a: 0 }), RangeError, "population of a");
  assertThrows(() => apportion({ a: 1.5 }), RangeError, "found 1.5");
  assertThrows(
    () => apportion({ a: 0n }),
    RangeError,
    "population of a: found 0n, expected a whole number of at least 1",
  );
  assertThrows(() => apportion({ a: 1, b: 1 }, { seats: 1 }), RangeError, "at least 2");
});

const houses = fc.record({
  populations: fc.array(fc.integer({ min: 1, max: 5_000_000 }), { minLength: 1, maxLength: 20 }),
  extra: fc.integer({ min: 0, max: 120 }),
  method: fc.constantFrom(...APPORTIONMENT_METHODS),
});
const named = (sizes: readonly number[]) =>
  Object.fromEntries(sizes.map((size, i) => [`unit${String(i).padStart(2, "0")}`, size]));

Deno.test("apportion() fills the House and gives every unit its minimum", () => {
  fc.assert(
    fc.property(houses, ({ populations, extra, method }) => {
      const size = populations.length + extra;
      const { seats } = apportion(named(populations), { seats: size, method });
      const counts = Object.values(seats);
      assertEquals(counts.reduce((sum, count) => sum + count, 0), size);
      assert(counts.every((count) => count >= 1));
    }),
    { seed: 1941 },
  );
});

Deno.test("apportion() never gives the smaller of two units more seats", () => {
  fc.assert(
    fc.property(houses, ({ populations, extra, method }) => {
      const units = named(populations);
      const { seats } = apportion(units, { seats: populations.length + extra, method });
      for (const [a, p] of Object.entries(units)) {
        for (const [b, q] of Object.entries(units)) if (p > q) assert(seats[a]! >= seats[b]!);
      }
    }),
    { seed: 1911 },
  );
});

Deno.test("apportion() by a divisor method takes no seat from a unit that alone grows", () => {
  fc.assert(
    fc.property(houses, fc.integer({ min: 1, max: 100_000 }), (house, growth) => {
      if (house.method === "hamilton") return;
      const size = house.populations.length + house.extra;
      const options = { seats: size, method: house.method };
      const grown = [house.populations[0]! + growth, ...house.populations.slice(1)];
      const before = apportion(named(house.populations), options).seats.unit00!;
      assert(apportion(named(grown), options).seats.unit00! >= before);
    }),
    { seed: 1792 },
  );
});

Deno.test("apportion() by a divisor method takes no seat from anyone when the House grows", () => {
  fc.assert(
    fc.property(houses, ({ populations, extra, method }) => {
      if (method === "hamilton") return; // the Alabama paradox of 1880
      const units = named(populations);
      const size = populations.length + extra;
      const before = apportion(units, { seats: size, method }).seats;
      const after = apportion(units, { seats: size + 1, method }).seats;
      assert(Object.keys(units).every((unit) => after[unit]! >= before[unit]!));
    }),
    { seed: 1880 },
  );
});

Deno.test("apportion() gives one seat, where none is promised, to the largest", () => {
  for (const method of APPORTIONMENT_METHODS) {
    if (method === "huntington-hill" || method === "dean" || method === "adams") continue; // promise one
    const { seats } = apportion({ A: 30, B: 50, C: 20 }, { seats: 1, method, minimum: 0 });
    assertEquals(seats, { A: 0, B: 1, C: 0 }, method);
  }
});

Deno.test("apportion() gives no seat in order where the minimum takes all, and a tie to the larger, then by name", () => {
  const none = apportion({ A: 5, B: 9 }, { seats: 2, missed: 1 });
  assertEquals([none.seats, none.order, none.tied], [{ A: 1, B: 1 }, [], []]);
  assertEquals(none.next.map(({ number, unit }) => [number, unit]), [[3, "B"]]);
  // Webster's claims: 10/1, 10/3 and 10/5 of each, 30/1, 30/3 = 10: the larger is served first.
  const level = apportion({ A: 10, B: 30 }, { seats: 3, minimum: 0, method: "webster", missed: 0 });
  assertEquals(level.order.map(({ unit }) => unit), ["B", "B", "A"]);
  const tied = apportion({ A: 10, B: 30 }, { seats: 2, minimum: 0, method: "webster", missed: 1 });
  assertEquals([tied.tied, tied.next.map(({ unit }) => unit)], [["B", "A"], ["A"]]);
  // As large: by name, whichever was listed first.
  for (const populations of [{ A: 10, B: 10 }, { B: 10, A: 10 }]) {
    const { order, tied } = apportion(populations, { seats: 3, method: "webster", missed: 0 });
    assertEquals([order.map(({ unit }) => unit), tied], [["A"], ["A", "B"]]);
  }
});
