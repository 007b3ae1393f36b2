import { assertAlmostEquals } from "@std/assert";
import { coefficientEstimate, leastSquares } from "tallybook/stats";

Deno.test("a coefficient's p-value is that of Student's t on both sides, as its table has it", () => {
  // −5 to 5 have a mean of 0 with a standard error of 1, and ten degrees of freedom.
  const mean = (shift: number) => {
    const outcome = Array.from({ length: 11 }, (_, i) => i - 5 + shift);
    const fit = leastSquares({ outcome, terms: [] });
    return coefficientEstimate(fit, "(intercept)", { errors: "classical" });
  };
  assertAlmostEquals(mean(1).standardError, 1, 1e-12);
  // Upper 10, 5, 2.5 and 0.5 percent of t with 10 degrees of freedom.
  for (
    const [t, p] of [[1.372184, 0.2], [1.812461, 0.1], [2.228139, 0.05], [3.169273, 0.01]] as const
  ) {
    assertAlmostEquals(mean(t).pValue, p, 1e-6);
    assertAlmostEquals(mean(-t).pValue, p, 1e-6);
  }
});
