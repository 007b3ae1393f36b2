import { assertEquals, assertThrows } from "@std/assert";
import { increments } from "tallybook/election";
import { golden } from "../../golden/read.ts";

/** Dated trackers of 2016; made by tests/golden/scripts/12_late_count.py. */
const reference = golden<{
  snapshots: {
    date: string;
    clinton: number;
    trump: number;
    lead: number;
    remaining_two_party: number;
    inc_clinton?: number;
    inc_trump?: number;
  }[];
  derived: { projection: { L_final_hat_with_true_R: number } };
}>("late_count_2016.json");
const all = reference.snapshots.map((row) => ({
  asOf: row.date,
  votes: { Clinton: row.clinton, Trump: row.trump },
}));

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
    "Expected the candidates a in the snapshot of 2, but found b",
  );
  assertThrows(() => increments([]), RangeError, "two snapshots");
});
