/** An engine's columns become rows: typed, checked, in the order of the group. */
import { assertEquals, assertThrows } from "@std/assert";
import { answerRows, type RawCell } from "../../../lib/data/query/answer.ts";
import type { Plan } from "../../../lib/data/query/plan.ts";
import type { TableSchema } from "../../../lib/data/schema.ts";

const table = {
  name: "wards",
  columns: [
    { name: "state", type: "text" },
    { name: "paper", type: "boolean" },
    { name: "share", type: "number" },
    { name: "votes", type: "integer" },
  ],
} as unknown as TableSchema;

const plan: Plan = {
  table,
  conditions: [],
  group: ["state", "paper"],
  measures: [
    { name: "all", kind: "rows" },
    { name: "sum", kind: "sum", column: "votes" },
    { name: "middle", kind: "quantile", column: "share", share: 0.5 },
  ],
};

/** Columns by alias: those of the group, then the measures and the guard of the sum. */
const COLUMNS: Record<string, readonly RawCell[]> = {
  state: ["WI", "MI", null, "WI"],
  paper: [1, true, "0", false],
  __m0: [2n, "3", 4, 5],
  __m1: [10n, null, "30", 40],
  __m1_guard: [10, null, 30, 40],
  __m2: [0.5, null, "0.25", 1],
};

Deno.test("answerRows() reads each engine's cells, blanks first, then texts, false before true", () => {
  const asked = new Set<string>();
  const rows = answerRows(plan, 4, (alias) => {
    asked.add(alias);
    return COLUMNS[alias]!;
  });
  assertEquals(rows, [
    { state: null, paper: false, all: 4, sum: 30, middle: 0.25 },
    { state: "MI", paper: true, all: 3, sum: null, middle: null },
    { state: "WI", paper: false, all: 5, sum: 40, middle: 1 },
    { state: "WI", paper: true, all: 2, sum: 10, middle: 0.5 },
  ]);
  assertEquals(asked.has("__m1_guard"), true);
});

Deno.test("answerRows() refuses a sum that a double cannot hold, by its guard or by itself", () => {
  const with1 = (sum: RawCell, guard: RawCell) => () =>
    answerRows(plan, 1, (alias) => {
      if (alias === "__m1_guard") return [guard];
      return alias === "__m1" ? [sum] : COLUMNS[alias]!;
    });
  const most = 2 ** 53 - 1;
  assertEquals(with1(BigInt(most), most)()[0]!.sum, most);
  assertEquals(with1(BigInt(-most), -most)()[0]!.sum, -most);
  assertThrows(
    with1(5, 2 ** 53),
    RangeError,
    "Cannot query wards: sum: found a sum of about 9007199254740992, expected a whole number",
  );
  assertThrows(with1(5, -(2 ** 53)), RangeError, "found a sum of about -9007199254740992");
  assertThrows(
    with1(2n ** 53n, 0),
    RangeError,
    "Cannot query wards: sum: found 9007199254740992, expected a whole number",
  );
  assertThrows(with1("1.5", 1.5), RangeError, "found 1.5, expected a whole number");
});
