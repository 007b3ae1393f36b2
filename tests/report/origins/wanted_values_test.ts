import { assertAlmostEquals, assertEquals } from "@std/assert";
import { tellsAQuotient, WantedValues } from "../../../lib/report/origins/wanted_values.ts";

const meets = (wanted: WantedValues, value: number) => {
  // What was met before is not met again.
  const found = [99];
  assertEquals(wanted.meet(value, found), found.length > 0);
  return found.sort();
};

Deno.test("a value meets those that are equal to twelve digits, and no other", () => {
  const values = [3, 1 / 3, 7, 7, 0.1, 2_868_686, 40];
  const wanted = new WantedValues(values.map((value, id) => ({ id, value })));
  assertEquals(wanted.size, 7);
  for (const [id, value] of values.entries()) {
    const same = value === 7 ? [2, 3] : [id];
    assertEquals(meets(wanted, value), same);
    assertEquals(meets(wanted, Number(value.toPrecision(12))), same);
    assertEquals(meets(wanted, value * (1 + 5e-12)), same);
    assertEquals(meets(wanted, value * (1 - 5e-12)), same);
    assertEquals(meets(wanted, value * (1 + 7e-12)), []);
    assertEquals(meets(wanted, value * (1 - 7e-12)), []);
  }
  assertEquals(meets(wanted, 5), []);
  assertEquals(meets(wanted, 1e9), []);
  assertEquals(meets(new WantedValues([]), 1), []);
});

Deno.test("a value is met at every magnitude, also where its first digits are about to change", () => {
  for (let power = -60; power <= 60; power++) {
    // Beside 1, 1.5 and a neighbor of the 20 binary digits by which most values are passed over.
    for (const part of [1, 1.5, 1 + 2 ** -20, 1 + 777 * 2 ** -20]) {
      const value = part * 2 ** power;
      const wanted = new WantedValues([{ id: 5, value }]);
      for (const factor of [1, 1 + 5e-12, 1 - 5e-12]) {
        assertEquals(meets(wanted, value * factor), [5], `${value} times ${factor}`);
      }
      assertEquals(meets(wanted, value * (1 + 1e-6)), []);
    }
  }
});

Deno.test("chance is how many compared numbers lie near, by how many whole numbers do", () => {
  const wanted = new WantedValues([]);
  assertEquals(wanted.byChance(1000), 0);
  for (const value of [1000, 1001, 1002, 5_000_000]) wanted.count(value);
  // 1000 lies between e^(34/5) and e^(35/5), where 198.8 whole numbers do.
  const width = Math.exp(7) - Math.exp(6.8);
  assertAlmostEquals(wanted.byChance(1000), 3 / width, 1e-12);
  assertAlmostEquals(wanted.byChance(1090), 3 / width, 1e-12);
  assertEquals(wanted.byChance(800), 0);
});

Deno.test("a quotient tells nothing where it is a fraction of numbers up to 400", () => {
  for (const value of [0, 3, 0.5, 2 / 3, 17 / 399, 1 / 400, 2.25]) {
    assertEquals(tellsAQuotient(value), false, String(value));
  }
  for (const value of [1 / 401, 17 / 409, 0.0209899846546, Math.PI]) {
    assertEquals(tellsAQuotient(value), true, String(value));
  }
});
