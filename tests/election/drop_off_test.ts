import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { dropOff } from "tallybook/election";
import { golden } from "../golden/read.ts";

Deno.test("dropOff() of all votes is the golden one of the 417 pairs of 1976 to 2024", () => {
  const { rows } = golden<{ rows: { president: number; senate: number; all: number }[] }>(
    "drop_off_1976_2024.json",
  );
  assertEquals(rows.length, 417);
  for (const { president, senate, all } of rows) {
    const votes = (count: number) => ({ republican: count, democratic: count, all: count });
    const found = dropOff(votes(president), votes(senate));
    assertAlmostEquals(found.all, all, 1e-6); // golden figures have six decimals
    assertEquals([found.republican, found.democratic], [found.all, found.all]);
  }
});

Deno.test("dropOff() is negative where the other office has more votes, and 100 where it has none", () => {
  const found = dropOff(
    { republican: 100, democratic: 50, all: 160 },
    { republican: 0, democratic: 75, all: 80 },
  );
  assertEquals(found, { republican: 100, democratic: -50, all: 50 });
});

Deno.test("dropOff() refuses an office without votes for president and counts that are none", () => {
  const votes = { republican: 1, democratic: 1, all: 2 };
  assertThrows(
    () => dropOff({ ...votes, republican: 0 }, votes),
    RangeError,
    "republican votes for president",
  );
  assertThrows(() => dropOff(votes, { ...votes, all: -1 }), RangeError, "found -1");
  assertThrows(() => dropOff(votes, { ...votes, all: "2" } as never), TypeError, 'found "2"');
});
