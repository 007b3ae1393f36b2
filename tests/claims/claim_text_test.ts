import { assertEquals } from "@std/assert";
import { claimNumber, quantityText, statedText } from "tallybook/claims";

Deno.test("claimNumber() shows counts whole and others with at most two decimals", () => {
  assertEquals([0, 7_000_000, 46.7, 2.0990, 13.754, -0.389].map(claimNumber), [
    "0",
    "7,000,000",
    "46.7",
    "2.1",
    "13.75",
    "−0.39",
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
  const text = (relation: string, stated: number | null, tolerance: number | null) =>
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
