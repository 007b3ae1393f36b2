import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { factor, numeric, randomIntercept } from "tallybook/stats";
import { golden } from "../golden/read.ts";

// R, lme4: tests/golden/scripts/32_drop_off_levels.R on the pairs of notebook 13.
const reference = golden<{
  n: number;
  models: Record<"republican" | "democratic", {
    criterion: number;
    group: number;
    residual: number;
    coefficients: Record<string, number>;
    levels: Record<string, number>;
  }>;
}>("drop_off_levels.json");

const [head, ...lines] = Deno.readTextFileSync(
  new URL("../golden/data/drop_off_pairs.csv", import.meta.url),
).trim().split("\n").map((line) => line.split(","));
const column = (name: string) => lines.map((line) => line[head!.indexOf(name)]!);
const numbers = (name: string) => column(name).map(Number);

Deno.test("levels of states, variances and the criterion are lme4's, for both parties", () => {
  for (const party of ["republican", "democratic"] as const) {
    const fit = randomIntercept({
      outcome: numbers(party),
      terms: [
        factor("year", column("year")),
        numeric("r_again", numbers("r_again")),
        numeric("d_again", numbers("d_again")),
        numeric("closeness", numbers("closeness")),
      ],
      groups: column("state"),
    });
    const expected = reference.models[party];
    assertEquals(fit.n, reference.n);
    assertAlmostEquals(fit.criterion, expected.criterion, 1e-5);
    assertAlmostEquals(fit.groupVariance, expected.group, 2e-3 * expected.group);
    assertAlmostEquals(fit.residualVariance, expected.residual, 1e-3 * expected.residual);
    for (const name of ["r_again", "d_again", "closeness"]) {
      assertAlmostEquals(
        fit.coefficients[fit.names.indexOf(name)]!,
        expected.coefficients[name]!,
        2e-3,
      );
    }
    assertEquals(Object.keys(fit.levels).length, Object.keys(expected.levels).length);
    for (const [state, level] of Object.entries(expected.levels)) {
      assertAlmostEquals(fit.levels[state]!, level, 5e-3);
    }
  }
});

Deno.test("by hand: balanced groups have the variances of the analysis of variance", () => {
  // Means 1 and 5, within each ±1: between 2 · 8 = 16, within 4 · 1 / 2 = 2; (16 − 2) / 2 = 7.
  const fit = randomIntercept({ outcome: [0, 2, 4, 6], terms: [], groups: ["a", "a", "b", "b"] });
  assertAlmostEquals(fit.residualVariance, 2, 1e-6);
  assertAlmostEquals(fit.groupVariance, 7, 1e-5);
  // Deviation −2 from the mean of 3, times 2 · 7 / (2 + 2 · 7).
  assertAlmostEquals(fit.levels.a!, -2 * 14 / 16, 1e-6);
  assertAlmostEquals(fit.residuals[0]!, 0 - 3 - fit.levels.a!, 1e-9);
});

Deno.test("groups that differ less than their units say have no variance and no levels", () => {
  const fit = randomIntercept({ outcome: [0, 4, 1, 3], terms: [], groups: ["a", "a", "b", "b"] });
  assertEquals([fit.groupVariance, fit.levels.a], [0, 0]);
});

Deno.test("what cannot be fitted is refused", () => {
  const outcome = [1, 2, 3];
  assertThrows(
    () => randomIntercept({ outcome, terms: [], groups: ["a", "a", "a"] }),
    RangeError,
    "groups",
  );
  assertThrows(
    () => randomIntercept({ outcome, terms: [], groups: ["a", "b", "c"] }),
    RangeError,
    "at least 2 units",
  );
  assertThrows(
    () => randomIntercept({ outcome: [2, 2, 2], terms: [], groups: ["a", "a", "b"] }),
    RangeError,
    "nothing left",
  );
});
