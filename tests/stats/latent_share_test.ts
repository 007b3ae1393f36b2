/** The weights of few units, where each unit and each weight tells. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { bernsteinWeights } from "../../lib/stats/latent_share.ts";
import { logBetaBinomial } from "./log_beta_binomial.ts";

const UNITS = [
  { count: 3, of: 10 },
  { count: 45, of: 60 },
  { count: 0, of: 7 },
  { count: 31, of: 50 },
  { count: 12, of: 12 },
  { count: 20, of: 90 },
  { count: 500, of: 900 },
  { count: 1, of: 3 },
  { count: 60, of: 200 },
];

/** How much steeper than flat the likelihood is in each weight's direction; 0 at most at the maximum. */
function slopes(units: typeof UNITS): number[] {
  const { weights, shapes } = bernsteinWeights(units);
  const chances = units.map(({ count, of }) =>
    shapes.map(([a, b]) => Math.exp(logBetaBinomial(count, of, a, b)))
  );
  return shapes.map((_, j) =>
    chances.reduce(
      (sum, each) => sum + each[j]! / each.reduce((all, part, k) => all + weights[k]! * part, 0),
      -units.length,
    )
  );
}

Deno.test("the weights of any number of units, in fours or not, are a maximum of the likelihood", () => {
  for (let n = 1; n <= UNITS.length; n++) {
    const units = UNITS.slice(0, n);
    const { weights, shapes } = bernsteinWeights(units);
    assertEquals(shapes.map(([a, b]) => [a, b]), weights.map((_, j) => [j + 1, 12 - j]));
    assertAlmostEquals(weights.reduce((a, b) => a + b, 0), 1, 1e-9);
    assert(weights.every((weight) => weight >= 0));
    // Lindsay (1983): the log likelihood is below its maximum by no more than the steepest slope. The search
    // ends where no weight moves by 1e-5, and a weight moves by itself times its slope a unit; of those that
    // are still to rise none is below a thirtieth.
    const steepest = Math.max(...slopes(units));
    assert(steepest < 30 * 1e-5 * n, `${n} units: ${steepest}`);
  }
});

Deno.test("the weights don't hang on the order of the units, nor on how often all are given", () => {
  const { weights } = bernsteinWeights(UNITS);
  const others = [UNITS.toReversed(), [...UNITS.slice(4), ...UNITS.slice(0, 4)]];
  for (const units of [...others, [...UNITS, ...UNITS], [...UNITS, ...UNITS, ...UNITS]]) {
    bernsteinWeights(units).weights.forEach((weight, j) =>
      assertAlmostEquals(weight, weights[j]!, 1e-9)
    );
  }
});

Deno.test("the weights of the other side are these in the other order", () => {
  const { weights } = bernsteinWeights(UNITS);
  const other = bernsteinWeights(UNITS.map(({ count, of }) => ({ count: of - count, of }))).weights;
  other.toReversed().forEach((weight, j) => assertAlmostEquals(weight, weights[j]!, 1e-11));
});
