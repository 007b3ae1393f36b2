import { assertEquals, assertThrows } from "@std/assert";
import { keyNumbers } from "tallybook/display";

Deno.test("keyNumbers() leaves out a column that no row fills", () => {
  assertEquals(
    keyNumbers([{ what: "Lead", value: "537" }]),
    "| What | Value |\n| :-- | --: |\n| Lead | 537 |",
  );
});

Deno.test("keyNumbers() keeps a pipe and a line break inside their cell", () => {
  assertEquals(
    keyNumbers([{ what: "a|b", value: "1\n2", against: "c" }]).split("\n").at(-1),
    "| a\\|b | 1 2 | c |",
  );
});

Deno.test("keyNumbers() refuses no rows and a row without a value", () => {
  assertThrows(() => keyNumbers([]), RangeError, "found 0 members");
  assertThrows(() => keyNumbers([{ what: "Lead", value: "" }]), TypeError, "row 1");
});

Deno.test("keyNumbers() heads readings and roundings as a range", () => {
  const rows = [{ what: "Lead", value: "112,827", interval: "\u2212205,476 to 118,574" }];
  assertEquals(
    keyNumbers(rows, { intervalsAre: "Range" }).split("\n")[0],
    "| What | Value | Range |",
  );
  assertThrows(() => keyNumbers(rows, { intervalsAre: "Spread" as "Range" }), RangeError);
  assertThrows(() => keyNumbers(rows, { heads: "Range" } as object), RangeError);
});
