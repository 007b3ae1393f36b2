import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { kaplanMarkovRisk } from "tallybook/election";
import { golden } from "../../golden/read.ts";

Deno.test("kaplanMarkovRisk() gives SHANGRLA's value", () => {
  const { x, t, g, p } =
    golden<{ kaplan_markov: { x: number[]; t: number; g: number; p: number } }>("audits.json")
      .kaplan_markov;
  assertAlmostEquals(kaplanMarkovRisk(x, t, g), p, 1e-14);
});

Deno.test("kaplanMarkovRisk() ends at a 0 without padding and keeps what was shown before", () => {
  assertAlmostEquals(kaplanMarkovRisk([1, 1, 0, 1, 1, 1], 0.5, 0), 0.25, 1e-15);
  assertAlmostEquals(kaplanMarkovRisk([1e308, 1e308], 1e308, 1e308), 1, 1e-15);
  assertEquals(kaplanMarkovRisk([], 0.5, 0), 1);
});

Deno.test("kaplanMarkovRisk() refuses values below 0", () => {
  assertThrows(() => kaplanMarkovRisk([-1], 0.5, 0), RangeError, "ballot 1: found -1");
  assertThrows(() => kaplanMarkovRisk([1], 0, 0), RangeError, "null mean");
  assertThrows(() => kaplanMarkovRisk([1], 0.5, -1), RangeError, "padding");
});
