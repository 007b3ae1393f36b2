import { assertEquals, assertThrows } from "@std/assert";
import { increments } from "tallybook/election";
import { all, reference } from "./tracker_2016.ts";

Deno.test("increments() are the steps of the tracker of 2016", () => {
  const steps = increments(all);
  steps.forEach((step, i) => {
    const row = reference.snapshots[i + 1]!;
    assertEquals(step.votes, { Clinton: row.inc_clinton!, Trump: row.inc_trump! });
    assertEquals(step.correction, false);
  });
});

Deno.test("increments() refuses snapshots of other candidates", () => {
  assertThrows(
    () => increments([{ asOf: "1", votes: { a: 1 } }, { asOf: "2", votes: { b: 1 } }]),
    RangeError,
    'candidates of 2: found "b", expected those of 1: a',
  );
  assertThrows(() => increments([]), RangeError, "snapshots: found 0 members, expected at least 2");
});
