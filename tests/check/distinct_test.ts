import { assertEquals, assertThrows } from "@std/assert";
import { requireDistinct, requireName, requireOptions, requireRecord } from "tallybook/check";

Deno.test("requireDistinct() gives the names back, and names the one that comes again", () => {
  assertEquals(requireDistinct("add", "years", [2000, 2004, 1996]), [2000, 2004, 1996]);
  assertThrows(
    () => requireDistinct("add", "years", [2000, 2004, 2000]),
    RangeError,
    "Cannot add: years: found 2000 twice, expected each once",
  );
});

Deno.test("requireName() takes no name that every object has", () => {
  for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"]) {
    assertThrows(() => requireName("add", "unit", name), RangeError, "expected a name");
  }
  assertEquals(requireName("add", "unit", "Constructor"), "Constructor");
});

class Votes {
  readonly A = 5;
}

Deno.test("requireRecord() and requireOptions() take objects by name, and none of the engine's own kinds", () => {
  for (const value of [{ A: 5 }, Object.assign(Object.create(null), { A: 5 }), new Votes()]) {
    assertEquals(requireRecord("add", "votes", value), value);
    requireOptions("add", value, ["A"]);
  }
  const others = [
    new Map([["A", 5]]),
    new Set(["A"]),
    Promise.resolve({ A: 5 }),
    new Date(0),
    /A/,
    new Error("A"),
    Object("A"),
    new ArrayBuffer(1),
  ];
  for (const value of others) {
    assertThrows(() => requireRecord("add", "votes", value), TypeError, "expected an object");
    assertThrows(() => requireOptions("add", value, ["A"]), TypeError, "expected an object");
  }
});
