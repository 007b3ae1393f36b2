import { assertEquals, assertThrows } from "@std/assert";
import { apportion, personsShort } from "tallybook/election";
import { golden } from "../../golden/read.ts";

interface Census {
  population: Record<string, number>;
  seats: Record<string, number>;
  seat_436: { state: string; persons_short: number };
}
const censuses = golden<Record<string, Census>>("apportionment_1940_2020.json");

for (const [year, { population, seats, seat_436: missed }] of Object.entries(censuses)) {
  Deno.test(`personsShort() finds how far ${missed.state} was from a seat in ${year}`, () => {
    const short = personsShort(population, missed.state);
    assertEquals(short, missed.persons_short);
    const with_ = { ...population, [missed.state]: population[missed.state]! + short };
    assertEquals(apportion(with_).seats[missed.state], seats[missed.state]! + 1);
    const without = { ...population, [missed.state]: population[missed.state]! + short - 1 };
    assertEquals(apportion(without).seats[missed.state], seats[missed.state]!);
  });
}

Deno.test("personsShort() finds the 89 persons that New York missed in 2020", () => {
  assertEquals(personsShort(censuses["2020"]!.population, "New York"), 89);
});

Deno.test("personsShort() refuses a unit that it does not know", () => {
  assertThrows(
    () => personsShort({ a: 1, b: 2 }, "c", { seats: 3 }),
    RangeError,
    'unit: found "c", expected one of "a", "b"',
  );
});
