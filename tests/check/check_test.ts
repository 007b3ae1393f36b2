import { assertEquals, assertThrows } from "@std/assert";
import {
  nearest,
  requireCount,
  requireFlag,
  requireInteger,
  requireList,
  requireNumber,
  requireNumbers,
  requireOneOf,
  requireOptions,
  requireProper,
  requireRecord,
  requireShare,
  shown,
} from "tallybook/check";

Deno.test("requireCount() takes 0 and 2^53 − 1 and refuses what is no count", () => {
  assertEquals(requireCount("tally", "votes", 0), 0);
  assertEquals(requireCount("tally", "votes", Number.MAX_SAFE_INTEGER), 2 ** 53 - 1);
  for (const bad of [-1, 0.5, NaN, Infinity, 2 ** 53]) {
    assertThrows(
      () => requireCount("tally", "votes", bad),
      RangeError,
      "Cannot tally: votes: found",
    );
  }
  for (const bad of ["12", null, undefined, 12n, [], {}]) {
    assertThrows(
      () => requireCount("tally", "votes", bad),
      TypeError,
      "Cannot tally: votes: found",
    );
  }
});

Deno.test("requireList() refuses a hole, which forEach() would pass over", () => {
  const list = [1, 2, 3];
  delete list[1];
  const error = "Cannot fit: rows[1]: found nothing, expected a member";
  assertThrows(() => requireList("fit", "rows", list), TypeError, error);
  assertEquals(requireList("fit", "rows", [1, undefined]), [1, undefined]);
});

Deno.test("requireInteger() takes negative numbers, and its bounds are included", () => {
  assertEquals(requireInteger("x", "n", -3), -3);
  assertEquals(requireInteger("x", "n", 3, { minimum: 3, maximum: 3 }), 3);
  assertThrows(() => requireInteger("x", "n", 4, { minimum: 3, maximum: 3 }), RangeError);
  assertThrows(() => requireInteger("x", "n", 2, { minimum: 3, maximum: 3 }), RangeError);
});

Deno.test("requireNumber() leaves out the bounds above and below", () => {
  assertEquals(requireNumber("x", "n", 0.1, { above: 0, below: 1 }), 0.1);
  for (const bad of [0, 1]) {
    assertThrows(
      () => requireNumber("x", "n", bad, { above: 0, below: 1 }),
      RangeError,
      "expected a finite number of more than 0 and less than 1",
    );
  }
});

Deno.test("requireShare() includes 0 and 1, requireProper() does not", () => {
  for (const end of [0, 1]) {
    assertEquals(requireShare("x", "share", end), end);
    assertThrows(() => requireProper("x", "level", end), RangeError);
  }
  assertThrows(() => requireShare("x", "share", 1.0001), RangeError);
});

Deno.test("requireOneOf() lists what there is and names the nearest", () => {
  assertEquals(requireOneOf("x", "kind", "a", ["a", "b"]), "a");
  assertThrows(
    () => requireOneOf("fit", 'option "errors"', "CR3", ["CR1", "CR2"]),
    RangeError,
    'Cannot fit: option "errors": found "CR3", expected one of "CR1", "CR2"; nearest: "CR1"',
  );
  assertThrows(() => requireOneOf("fit", "kind", 1, ["a"]), TypeError, 'expected one of "a"');
  const many = Array.from({ length: 51 }, (_, i) => `S${i}`);
  assertThrows(() => requireOneOf("x", "state", "??", many), RangeError, '"S11" and 39 more');
});

Deno.test("requireOptions() refuses an option that does not exist and what is no object", () => {
  requireOptions("fit", { level: 0.9 }, ["level"]);
  assertThrows(
    () => requireOptions("fit", { lvel: 0.9 }, ["level"]),
    RangeError,
    'nearest: "level"',
  );
  for (const bad of [null, 3, "level", [1]]) {
    assertThrows(() => requireOptions("fit", bad, ["level"]), TypeError, "an object of options");
  }
});

Deno.test("requireFlag() takes no text for true", () => {
  assertEquals(requireFlag("x", "on", false), false);
  assertThrows(() => requireFlag("x", "on", "false"), TypeError, 'found "false"');
});

Deno.test("requireList() and requireNumbers() take typed arrays and name the member at fault", () => {
  assertEquals(requireNumbers("x", "y", new Float64Array([1, 2])).length, 2);
  assertThrows(
    () => requireNumbers("fit", "y", [1, NaN]),
    RangeError,
    "Cannot fit: y[1]: found NaN",
  );
  assertThrows(() => requireNumbers("fit", "y", ["1"] as never), TypeError, 'y[0]: found "1"');
  assertThrows(() => requireList("fit", "y", "12" as never), TypeError, "expected a list");
  assertThrows(() => requireList("fit", "y", [1], { length: 2 }), RangeError, "found 1 member,");
});

Deno.test("requireRecord() takes an object, no list and not null", () => {
  assertEquals(requireRecord("x", "votes", { A: 1 }), { A: 1 });
  for (const bad of [null, [1], "A", 3]) {
    assertThrows(() => requireRecord("x", "votes", bad as never), TypeError, "an object");
  }
});

Deno.test("nearest() forgives capitals, accents, swapped letters and a name in part", () => {
  assertEquals(nearest("wisconsin", ["Wyoming", "Wisconsin"]), "Wisconsin");
  assertEquals(nearest("Ramon", ["Ramón", "Roman"]), "Ramón");
  assertEquals(nearest("Stien", ["Stein", "Johnson"]), "Stein");
  assertEquals(nearest("Clinton", ["Donald Trump", "Hillary Clinton"]), "Hillary Clinton");
  assertEquals(nearest("Bush", ["George H.W. Bush", "George W. Bush"]), undefined);
  assertEquals(nearest("", ["A"]), undefined);
  assertEquals(nearest("Zachary Taylor", ["Ralph Nader"]), undefined);
});

Deno.test("shown() cuts what is long and says what is nothing", () => {
  assertEquals(shown("x".repeat(200)).length, 80);
  assertEquals(shown({}), "an object with nothing in it");
  assertEquals(shown(-0), "-0");
  assertEquals(shown(null), "null");
});
