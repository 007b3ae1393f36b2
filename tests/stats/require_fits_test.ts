/** What functions on fits and terms say of a value that is none, or only looks like one. */
import { assertThrows } from "@std/assert";
import {
  requireFit,
  requireLogisticFit,
  requireTerm,
  requireTerms,
} from "../../lib/stats/column.ts";

const refused = (run: () => unknown, words: string) => assertThrows(run, TypeError, words);

Deno.test("a fit of least squares has a basis and a triangle, a logistic one probabilities and a covariance", () => {
  for (
    const fit of [{}, { basis: [] }, { inverseTriangle: [] }, { basis: 1, inverseTriangle: [] }]
  ) {
    refused(() => requireFit("test", fit as never), "expected a fit that leastSquares gave");
  }
  requireFit("test", { basis: [], inverseTriangle: [] } as never);
  const probabilities = new Float64Array(2);
  for (
    const fit of [
      {},
      { probabilities },
      { covariance: [] },
      { probabilities: [1], covariance: [] },
      { probabilities, covariance: {} },
    ]
  ) {
    refused(
      () => requireLogisticFit("test", fit as never),
      "expected a fit that logisticRegression gave",
    );
  }
  requireLogisticFit("test", { probabilities, covariance: [] } as never);
});

Deno.test("a term is an object with columns, a list of terms has no other", () => {
  for (const term of [null, undefined, 7, "x", {}, { columns: 1 }, { columns: null }]) {
    refused(() => requireTerm("test", "a term", term as never), "expected a term, as numeric");
    refused(() => requireTerms("test", [{ columns: [] }, term] as never), "terms[1]");
  }
  requireTerms("test", [{ columns: [] }] as never);
});
