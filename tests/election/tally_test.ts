import { assert, assertEquals, assertThrows } from "@std/assert";
import { majorityOf, tally, tallyCast } from "../../lib/election/mod.ts";
import fec2016 from "../golden/official_2016_fec.json" with { type: "json" };
import { contests2016, electionOf, reference, years } from "./units.ts";

Deno.test("tally() equals the reference of every year, with Maine's and Nebraska's districts", () => {
  for (const year of years) {
    const { contests, democrat, republican } = electionOf(year);
    const { D, R } = reference(year).tally_won;
    const { electors, status, total, majority } = tally(contests);
    assertEquals(
      [electors[democrat], electors[republican], status, total, majority],
      [D, R, "won", 538, 270],
      year,
    );
  }
});

Deno.test("tally() of 2016 is 306 to 232 won, and 290 to 232 projected with Michigan open", () => {
  assertEquals(tally(contests2016()).electors, {
    Trump: fec2016.pledged.trump,
    Clinton: fec2016.pledged.clinton,
  });
  const projected = tally(contests2016(), { open: ["MI"] });
  assertEquals(projected.status, "projected");
  assertEquals(projected.electors, { Trump: 290, Clinton: 232 });
  assertEquals(projected.open, [{ unit: "MI", electors: 16 }]);
  assertEquals(projected.outcome, { kind: "majority", winner: "Trump" });
});

Deno.test("tally() is undecided while open units could give a majority", () => {
  const { outcome, electors } = tally(electionOf("2000").contests, { open: ["FL"] });
  assertEquals(electors, { Gore: 267, Bush: 246 });
  assertEquals(outcome, { kind: "undecided" });
});

Deno.test("tally() gives tied and missing contests to nobody and lists them", () => {
  const result = tally([
    { unit: "A", electors: 3, votes: { X: 5, Y: 5, Z: 1 } },
    { unit: "B", electors: 4, votes: {} },
    { unit: "C", electors: 2, votes: { X: 2, Y: 1 } },
  ]);
  assertEquals(result.electors, { X: 2 });
  assertEquals(result.tied, [{ unit: "A", electors: 3, candidates: ["X", "Y"] }]);
  assertEquals(result.missing, [{ unit: "B", electors: 4 }]);
  assertEquals([result.total, result.majority, result.abstained], [9, 5, 0]);
  assertEquals(result.outcome, { kind: "undecided" });
});

Deno.test("tally() finds no majority when all electors are won and nobody has half", () => {
  const each = (unit: string) => ({ unit, electors: 3, votes: { [unit]: 1 } });
  assertEquals(tally([each("X"), each("Y"), each("Z")]).outcome, { kind: "no majority" });
});

Deno.test("tally() refuses to leave a unit open that is not there", () => {
  assertThrows(
    () => tally([{ unit: "A", electors: 3, votes: {} }], { open: ["B"] }),
    RangeError,
    'option "open": found "B", expected one of "A"',
  );
});

Deno.test("tallyCast() of 2016 is 304 to 227, with seven votes for others", () => {
  const { cast } = fec2016;
  const result = tallyCast(
    Object.entries(cast).map(([candidate, electors]) => ({ candidate, electors })),
    538,
  );
  assertEquals([result.electors["trump"], result.electors["clinton"]], [304, 227]);
  assertEquals([result.abstained, result.status], [0, "cast"]);
  assertEquals(result.outcome, { kind: "majority", winner: "trump" });
});

Deno.test("tallyCast() counts who abstained and refuses more votes than electors", () => {
  const rows = [{ candidate: "Bush", electors: 271 }, { candidate: "Gore", electors: 266 }];
  assertEquals(tallyCast(rows, 538).abstained, 1);
  assertThrows(
    () => tallyCast(rows, 536),
    RangeError,
    "electoral votes cast: found 537, expected a whole number of at least 0 and at most 536",
  );
});

Deno.test("tallyCast() refuses rows that are none, and votes for nobody", () => {
  assertThrows(() => tallyCast(null as never, 538), TypeError, "rows: found null");
  assertThrows(
    () => tallyCast([{ candidate: "", electors: 1 }], 538),
    RangeError,
    'Cannot tally electoral votes: candidate: found "", expected a name',
  );
});

Deno.test("majorityOf() is the least whole number over half", () => {
  for (const electors of [1, 2, 3, 261, 369, 538]) {
    const majority = majorityOf(electors);
    assert(majority > electors / 2 && majority - 1 <= electors / 2);
  }
});
