import type { Relation } from "../../lib/claims/claim.ts";
import { assertEquals } from "@std/assert";
import { claimNumber, digitsOf, quantityText, statedText } from "tallybook/claims";

Deno.test("claimNumber() shows a number as it is written, with at most two decimals", () => {
  assertEquals([0, 7_000_000, 46.7, 2.0990, 13.754, -0.389].map(claimNumber), [
    "0",
    "7,000,000",
    "46.7",
    "2.10",
    "13.75",
    "−0.39",
  ]);
});

Deno.test("digitsOf() gives values that are compared the same decimals", () => {
  assertEquals(digitsOf([58, 74], 3), 0);
  assertEquals(digitsOf([78, null], 0.5), 0); // a poll printed in whole percents
  assertEquals(digitsOf([1.5, 2.099], 0.05), 2);
  assertEquals(digitsOf([75.68, 80.32], 0.5), 1);
  assertEquals(digitsOf([10.78, 3], 0), 2);
  assertEquals(digitsOf([null], null), 0);
});

Deno.test("quantityText() keeps the trailing zeros of values that are compared", () => {
  const shown = [10.812, 2.999, 0.826, 3];
  assertEquals(shown.map((value) => quantityText(value, digitsOf(shown))), [
    "10.81",
    "3.00",
    "0.83",
    "3.00",
  ]);
});

Deno.test("quantityText() shows bounds as bounds, and a dash for what there is not", () => {
  const bounds = {
    estimand: "signatures",
    point: 4_450_000,
    lower: 4_300_000,
    upper: 4_600_000,
    level: 1,
    method: "bounds",
    assumptions: [],
    n: 2,
  };
  assertEquals(quantityText(bounds), "4,300,000 to 4,600,000");
  assertEquals(quantityText({ ...bounds, lower: 1.5, upper: 1.519 }), "1.50 to 1.52");
  assertEquals([quantityText(58), quantityText(null)], ["58", "–"]);
});

Deno.test("statedText() says the relation, but not that a number is meant to be equal", () => {
  const text = (relation: Relation, stated: number | null, tolerance: number | null) =>
    statedText({ relation, stated, tolerance });
  assertEquals(text("equals", 46.7, 0.05), "46.7");
  assertEquals(text("at least", 270, 0), "at least 270");
  assertEquals(text("less than", 0, null), "less than 0");
  assertEquals(text("none", null, null), "–");
});

Deno.test("statedText() shows vague words as the range that they are read as", () => {
  assertEquals(
    statedText({ relation: "equals", stated: 3_500_000, tolerance: 1_500_000 }),
    "2,000,000 to 5,000,000",
  );
  assertEquals(statedText({ relation: "equals", stated: 0, tolerance: 0 }), "0");
});
