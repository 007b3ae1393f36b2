import { assertEquals, assertThrows } from "@std/assert";
import { defectionsNeeded } from "tallybook/election";

Deno.test("defectionsNeeded() of 306 electors: 37 deny, 38 elect the other", () => {
  // 306 - 37 = 269, one short of 270; 232 + 38 = 270.
  assertEquals(defectionsNeeded({ Trump: 306, Clinton: 232 }, "Trump", "Clinton"), {
    needed: 270,
    toDeny: 37,
    toElect: 38,
  });
});

Deno.test("defectionsNeeded() counts from 290 while Michigan's 16 were open: 21 deny", () => {
  const needs = defectionsNeeded({ Trump: 290, Clinton: 232 }, "Trump", "Clinton", 538);
  assertEquals([needs.needed, needs.toDeny, needs.toElect], [270, 21, 38]);
});

Deno.test("defectionsNeeded() of 271 electors in 2000: two deny, three elect", () => {
  // Gore won 267 (266 cast: one elector abstained).
  const needs = defectionsNeeded({ Bush: 271, Gore: 267 }, "Bush", "Gore");
  assertEquals([needs.toDeny, needs.toElect], [2, 3]);
});

Deno.test("defectionsNeeded() takes nothing from who has no majority", () => {
  assertEquals(defectionsNeeded({ a: 5, b: 5 }, "a", "b").toDeny, 0);
});

Deno.test("defectionsNeeded() refuses what cannot be", () => {
  assertThrows(
    () => defectionsNeeded({ a: 5 }, "a", "b"),
    RangeError,
    'beneficiary: found "b", expected one of "a"',
  );
  assertThrows(() => defectionsNeeded({ a: 5, b: 5 }, "a", "b", 9), RangeError, "all electors");
  assertThrows(() => defectionsNeeded({ a: 1, b: 0, c: 9 }, "a", "b"), RangeError, "lacks");
});

Deno.test("defectionsNeeded() asks for none where the beneficiary has the majority, and for all that the holder has", () => {
  assertEquals(defectionsNeeded({ A: 10, B: 30 }, "A", "B"), { needed: 21, toDeny: 0, toElect: 0 });
  // Two lack of a majority of three, and there are two.
  assertEquals(defectionsNeeded({ A: 2, B: 1, C: 2 }, "A", "B"), {
    needed: 3,
    toDeny: 0,
    toElect: 2,
  });
  assertThrows(
    () => defectionsNeeded({ A: 1, B: 1, C: 3 }, "A", "B"),
    RangeError,
    "electors of A: found 1, expected at least the 2 that B lacks",
  );
});
