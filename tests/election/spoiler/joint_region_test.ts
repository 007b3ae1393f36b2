import { assert, assertAlmostEquals, assertEquals, assertFalse, assertThrows } from "@std/assert";
import fc from "fast-check";
import {
  jointRegion,
  pathToMajority,
  spoilerUnits,
  transferOf,
  transferVotes,
} from "../../../lib/election/mod.ts";
import { contests2016 } from "../units.ts";

const question = { beneficiary: "Clinton", opponent: "Trump", without: ["Johnson", "Stein"] };
const units = spoilerUnits(contests2016(), question);
const required = ["MI", "WI", "PA"].map((name) => units.find(({ unit }) => unit === name)!);
const region = jointRegion(required, ["Johnson", "Stein"]);

Deno.test("jointRegion() meets the diagonal at the common net share of the path to 270", () => {
  const { netShare } = pathToMajority(units);
  assert(region.contains({ one: netShare! + 1e-9, two: netShare! + 1e-9 }));
  assertFalse(region.contains({ one: netShare! - 1e-9, two: netShare! - 1e-9 }));
});

Deno.test("jointRegion() contains exactly the shares at which transferVotes() turns all units", () => {
  const share = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(fc.property(share, share, (one, two) => {
    const election = transferVotes(required, question, {
      Johnson: transferOf(one),
      Stein: transferOf(two),
    });
    const all = election.units.every(({ lead }) => lead < -1e-6);
    const none = election.units.some(({ lead }) => lead > 1e-6);
    if (all) assert(region.contains({ one, two }));
    if (none) assertFalse(region.contains({ one, two }));
  }));
});

Deno.test("jointRegion()'s lines are ties and its frontier is the highest of them", () => {
  for (const [i, { points }] of region.lines.entries()) {
    const { lead, thirds } = required[i]!;
    for (const { one, two } of points) {
      assertAlmostEquals(thirds["Johnson"]! * one + thirds["Stein"]! * two, lead, 1e-6);
    }
  }
  for (const { one, two } of region.frontier) {
    assert(region.contains({ one, two: two + 1e-9 }) || two === -1);
    if (two > -1) assertFalse(region.contains({ one, two: two - 1e-9 }));
  }
});

Deno.test("jointRegion() of a unit without the second's votes hangs on the first alone", () => {
  const [unit] = spoilerUnits([
    { unit: "A", electors: 1, votes: { X: 50, Y: 45, Z: 10 } },
    { unit: "B", electors: 1, votes: { X: 1, Y: 1, W: 1 } },
  ], { beneficiary: "Y", opponent: "X", without: ["Z", "W"] });
  const { lines, frontier, contains } = jointRegion([unit!], ["Z", "W"], 4);
  assertEquals(lines[0]!.points, []);
  assertEquals(frontier, [{ one: 1, two: -1 }]); // at 0.5 it is a tie, which W's voters can't break
  assert(contains({ one: 0.6, two: -1 }));
});

Deno.test("jointRegion() refuses candidates who were not taken out, and no units", () => {
  assertThrows(
    () => jointRegion(required, ["Johnson", "McMullin"]),
    RangeError,
    'candidate: found "McMullin", expected one of "Johnson", "Stein"',
  );
  assertThrows(
    () => jointRegion([], ["Johnson", "Stein"]),
    RangeError,
    "units: found 0 members, expected at least 1",
  );
});

Deno.test("jointRegion() draws only shares that there can be, and each line where the unit ties", () => {
  for (const { unit, points } of region.lines) {
    const { lead, thirds } = required.find((row) => row.unit === unit)!;
    assert(points.length > 2);
    for (const { one, two } of points) {
      assert(Math.abs(one) <= 1 && Math.abs(two) <= 1, `${unit}: ${one}, ${two}`);
      assertAlmostEquals(thirds.Johnson! * one + thirds.Stein! * two, lead, 1e-6);
    }
  }
  assert(region.frontier.every(({ two }) => two >= -1 && two <= 1));
});
