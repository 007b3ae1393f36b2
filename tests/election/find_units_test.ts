import { assertEquals, assertThrows } from "@std/assert";
import { findUnits } from "../../lib/election/mod.ts";
import { electionOf } from "./units.ts";

const { contests } = electionOf("2016");

Deno.test("findUnits() keeps the order named and takes districts, commas and spaces", () => {
  assertEquals(findUnits(contests, "wi,MI  me-02"), ["WI", "MI", "ME-02"]);
  assertEquals(findUnits(contests, " "), []);
});

Deno.test("findUnits() lists all units when one does not exist", () => {
  assertThrows(
    () => findUnits(contests, "WI, PR"),
    RangeError,
    'unit: found "PR", expected one of "AK", "AL", "AR"',
  );
});
