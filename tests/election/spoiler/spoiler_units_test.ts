import { assertEquals, assertThrows } from "@std/assert";
import { spoilerUnits } from "../../../lib/election/mod.ts";
import spoiler from "../../golden/spoiler.json" with { type: "json" };
import { contests2016 } from "../units.ts";

const question = { beneficiary: "Clinton", opponent: "Trump", without: ["Stein", "Johnson"] };

Deno.test("spoilerUnits() equals the reference's leads and votes of 2016, forward and in reverse", () => {
  const states = spoiler.states_2016 as unknown as Record<
    string,
    { reverse?: boolean; stein_johnson: { margin: number; T: number; feasible: boolean } }
  >;
  for (const unit of spoilerUnits(contests2016(), question)) {
    const state = states[unit.unit];
    if (state === undefined) continue; // a district
    const { breakEven, reverse } = unit;
    const asked = state.reverse ? reverse : breakEven;
    const { margin, T, feasible } = state.stein_johnson;
    assertEquals([asked.lead, asked.third, asked.feasible], [margin, T, feasible], unit.unit);
    assertEquals(unit.winner, state.reverse ? "Clinton" : "Trump");
  }
});

Deno.test("spoilerUnits() keeps those who remain apart from those taken out", () => {
  const utah = spoilerUnits(contests2016(), question).find(({ unit }) => unit === "UT")!;
  assertEquals(Object.keys(utah.thirds), ["Stein", "Johnson"]);
  assertEquals(Object.keys(utah.others), ["McMullin", "Others"]);
});

Deno.test("spoilerUnits() lists who ran when somebody did not", () => {
  assertThrows(
    () => spoilerUnits(contests2016(), { ...question, without: ["Nader"] }),
    RangeError,
    'candidate to take out: found "Nader", expected one of "Clinton", "Trump", "Johnson"',
  );
});

Deno.test("spoilerUnits() refuses one name twice and nobody to take out", () => {
  assertThrows(
    () => spoilerUnits(contests2016(), { ...question, without: ["Trump"] }),
    RangeError,
    "different candidates",
  );
  assertThrows(
    () => spoilerUnits(contests2016(), { ...question, without: [] }),
    RangeError,
    "candidates to take out: found 0 members, expected at least 1",
  );
});

Deno.test("spoilerUnits() leaves contests without returns out", () => {
  const units = spoilerUnits([
    { unit: "A", electors: 1, votes: { X: 1, Y: 2, Z: 1 } },
    { unit: "B", electors: 1, votes: {} },
  ], { beneficiary: "X", opponent: "Y", without: ["Z"] });
  assertEquals(units.map(({ unit }) => unit), ["A"]);
});
