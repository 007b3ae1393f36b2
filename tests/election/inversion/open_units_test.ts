/** Where units stand to the nation, by hand. */
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { openUnits } from "../../../lib/election/inversion/open_units.ts";

const two = { candidate: "X", against: "Y" };
const contest = (unit: string, votes: Record<string, number>, electors = 3) => ({
  unit,
  electors,
  votes,
});

Deno.test("openUnits() has each unit's margin less the nation's, weighs states alone, and leaves a third's electors out", () => {
  const found = openUnits("test", [
    contest("A", { X: 60, Y: 40 }),
    contest("B", { X: 30, Y: 70, Z: 20 }, 4),
    contest("C", { X: 10, Y: 90, Z: 95 }, 5),
    contest("D", { X: 20, Y: 20 }, 6),
    contest("A-01", { X: 45, Y: 5 }, 1),
    contest("E", { Z: 9 }, 7),
    contest("F", { X: 0, Y: 0 }, 8),
  ], two);
  // The nation's states: 120 of 340 for X, a margin of −100/340.
  const national = -100 * 100 / 340;
  assertEquals(found.map(({ unit, electors }) => [unit, electors]), [
    ["A", 3],
    ["B", 4],
    ["C", 0],
    ["D", 6],
    ["A-01", 1],
  ]);
  [20, -40, -80, 0, 80].forEach((margin, i) =>
    assertAlmostEquals(found[i]!.position, margin - national, 1e-12)
  );
  [100 / 340, 100 / 340, 100 / 340, 40 / 340, 0].forEach((weight, i) =>
    assertAlmostEquals(found[i]!.weight, weight, 1e-15)
  );
});

Deno.test("openUnits() wants two states and votes for both, of which one each is enough", () => {
  const refused = (contests: Parameters<typeof openUnits>[1], found: number) =>
    assertThrows(
      () => openUnits("test", contests, two),
      RangeError,
      `states with votes for X or Y: found ${found}, expected two or more, and votes for both`,
    );
  refused([contest("A", { X: 5, Y: 5 }), contest("A-01", { X: 5, Y: 5 })], 1);
  // Votes for one of the two in a district alone are in no state's count.
  const district = contest("A-01", { X: 5, Y: 5 });
  refused([contest("A", { X: 5 }), contest("B", { X: 5, Y: 0 }), district], 2);
  refused([contest("A", { Y: 5 }), contest("B", { X: 0, Y: 5 }), district], 2);
  refused([contest("A", { X: 5, Y: 5 }), contest("B", { Z: 5 })], 1);
  assertEquals(openUnits("test", [contest("A", { X: 1 }), contest("B", { Y: 1 })], two).length, 2);
});
