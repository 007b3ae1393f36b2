import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { houseSeats, reweightedElection, type Weight } from "tallybook/election";
import { golden } from "../../golden/read.ts";

/** Made by tests/golden/scripts/13_three_fifths.py with exact fractions. */
interface Reference {
  population_1790: Record<string, [number, number]>;
  actual_seats: Record<string, number>;
  ev1800: { J: Record<string, number>; A: Record<string, number> };
  results: Record<
    string,
    { seats: Record<string, number>; house: number; ec: number; jefferson: number; adams: number }
  >;
}
const reference = golden<Reference>("three_fifths_1800.json");
const census = Object.fromEntries(
  Object.entries(reference.population_1790).map(([s, [total, enslaved]]) => [s, {
    total,
    enslaved,
  }]),
);
const { J, A } = reference.ev1800;
const cast = Object.fromEntries(
  [...new Set([...Object.keys(J), ...Object.keys(A)])].map((state) => [state, {
    Jefferson: J[state] ?? 0,
    Adams: A[state] ?? 0,
  }]),
);

Deno.test("houseSeats() with three fifths gives the apportionment of 1792, state for state", () => {
  assertEquals(houseSeats(census, [3, 5], { divisor: 33_000 }), reference.actual_seats);
});

const weights: Record<string, Weight> = { "0.6": [3, 5], "0.0": [0, 1], "1.0": [1, 1] };
for (const [key, expected] of Object.entries(reference.results)) {
  Deno.test(`reweightedElection() gives 1800 with ${key}`, () => {
    const [w, mode] = key.slice(2).split("|");
    const closure = mode === "house_105" ? { seats: 105 } : { divisor: 33_000 };
    const admittedLater = { TN: 1 };
    const result = reweightedElection(census, cast, {
      weight: weights[w!]!,
      closure,
      admittedLater,
    });
    assertEquals(result.seats, { ...expected.seats, ...admittedLater });
    assertEquals([result.house, result.electors], [expected.house, expected.ec]);
    assertAlmostEquals(result.votes.Jefferson!, expected.jefferson, 1e-12);
    assertAlmostEquals(result.votes.Adams!, expected.adams, 1e-12);
    assertEquals(result.leader, expected.jefferson > expected.adams ? "Jefferson" : "Adams");
  });
}

Deno.test("reweightedElection() has no leader in an exact tie", () => {
  const even = { N: { total: 10, enslaved: 0 }, S: { total: 10, enslaved: 0 } };
  const result = reweightedElection(even, { N: { a: 1 }, S: { b: 1 } }, {
    weight: [1, 1],
    closure: { divisor: 5 },
  });
  assertEquals(result.leader, null);
});

Deno.test("houseSeats() gives a seat for each full divisor of persons, and at least one", () => {
  const small = { N: { total: 3, enslaved: 0 }, S: { total: 4, enslaved: 3 } };
  // 1 + 3 × 3/5 = 2.8 persons.
  assertEquals(houseSeats(small, [3, 5], { divisor: 1 }), { N: 3, S: 2 });
  assertEquals(houseSeats(small, [3, 5], { divisor: 2 }), { N: 1, S: 1 });
  assertEquals(houseSeats(small, [3, 5], { divisor: 99 }), { N: 1, S: 1 });
  assertThrows(() => houseSeats(small, [3, 5], { divisor: 0 }), RangeError, "divisor: found 0");
});

Deno.test("houseSeats() refuses more enslaved than counted", () => {
  assertThrows(
    () => houseSeats({ VA: { total: 5, enslaved: 6 } }, [3, 5], { seats: 3 }),
    RangeError,
    "enslaved population of VA: found 6",
  );
});
