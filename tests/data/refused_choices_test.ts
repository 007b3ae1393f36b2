/** What a loader says of a value that its table does not hold, and what a reconciliation says of a difference. */
import { assertEquals, assertThrows } from "@std/assert";
import {
  assertReconciled,
  DataError,
  loadCompactMembers,
  loadStateReturns,
  type Reconciliation,
} from "tallybook/data";
import { loadTable, loadTableFrame } from "../../lib/data/load_table.ts";
import { compactMembersTable } from "../../lib/data/tables/compact_members.ts";
import { countyReturns } from "../../lib/data/tables/county_returns.ts";
import { recounts } from "../../lib/data/tables/recounts.ts";

const refused = (call: () => unknown) => assertThrows(call, RangeError).message;

Deno.test("a value that a table lacks is refused with its values, up to twelve, or with the first and last of more", () => {
  const states = [...new Set(loadCompactMembers().map(({ state_po }) => state_po))].sort();
  assertEquals(states.length > 12, true);
  assertEquals(
    refused(() => loadTable(compactMembersTable, { state_po: "ZZ" })),
    `Cannot load compact_members: state_po: found "ZZ", expected one of ${states.length} values from ${
      states[0]
    } to ${states.at(-1)}`,
  );
  const years = [...new Set(loadStateReturns({}).map(({ year }) => year))];
  const message = refused(() => loadStateReturns({ year: 1999 }));
  assertEquals(
    message.includes(`one of ${years.length} values from ${Math.min(...years)} to 2024`),
    true,
    message,
  );
  // A few are listed, the smallest first.
  const few = [...new Set(loadTable(recounts, {}).map(({ year }) => year))].sort((a, b) => a - b);
  const listed = refused(() => loadTable(recounts, { year: 1777 }));
  const expected = few.length <= 12
    ? few.join(", ")
    : `${few.length} values from ${few[0]} to ${few.at(-1)}`;
  assertEquals(
    listed,
    `Cannot load recounts: year: found 1777, expected one of ${expected}`,
  );
});

Deno.test("one wrong value among right ones is refused, in a table of rows and in a frame, each time", () => {
  for (const load of [loadTable, loadTableFrame] as const) {
    for (let time = 0; time < 2; time++) {
      const message = refused(() =>
        (load as typeof loadTable)(countyReturns, { state_po: ["WI", "QQ"] })
      );
      assertEquals(
        message.startsWith('Cannot load county_returns: state_po: found "QQ", expected one of '),
        true,
        message,
      );
    }
  }
});

Deno.test("a difference without a cause is told by its size and side, a cause without a difference by its name", () => {
  const row: Reconciliation = {
    table: "state_returns",
    year: 2016,
    state_po: "WI",
    candidate: "Ada Red",
    ours: 105,
    official: 100,
    difference: 5,
    cause: null,
    explanation: null,
    control: "the FEC's",
  };
  const fewer = { ...row, ours: 98, difference: -2 };
  const known = { ...row, cause: "late votes", explanation: "Counted later." };
  const equal = { ...row, ours: 100, difference: 0 };
  const cause = {
    table: "state_returns",
    cause: "late votes",
    explanation: "Counted later.",
  } as Parameters<typeof assertReconciled>[1] extends readonly (infer C)[] | undefined ? C : never;
  const problems = (...args: Parameters<typeof assertReconciled>) =>
    assertThrows(() => assertReconciled(...args), DataError).problems;
  assertEquals(problems([row, fewer, equal, known]), [
    {
      file: "state_returns",
      expected: "100 votes for Ada Red, WI 2016 (the FEC's)",
      found: "105, which is 5 too many, without a named cause",
    },
    {
      file: "state_returns",
      expected: "100 votes for Ada Red, WI 2016 (the FEC's)",
      found: "98, which is 2 too few, without a named cause",
    },
  ]);
  assertEquals(problems([equal], [cause]), [{
    file: "state_returns",
    expected: 'a difference that the cause "late votes" explains',
    found: "none",
  }]);
  assertReconciled([known, equal], [cause]);
  assertReconciled([equal]);
});
