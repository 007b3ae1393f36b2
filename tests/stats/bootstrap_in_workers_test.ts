import { assertEquals, assertRejects } from "@std/assert";
import { bootstrapInWorkers, bootstrapLeastSquares, factor, leastSquares } from "tallybook/stats";
import { problem, reference, votes } from "./wisconsin.ts";

Deno.test("bootstrapInWorkers() gives the same draws as one thread, for 1, 2 and 3 workers", async () => {
  const fit = leastSquares({ ...problem(reference.models.h_dose_w.formula), weights: votes });
  const options = { draws: 2300, seed: 5 };
  const expected = bootstrapLeastSquares(fit, options);
  for (const workers of [1, 2, 3]) {
    assertEquals(await bootstrapInWorkers(fit, { ...options, workers }), expected);
  }
});

Deno.test("bootstrapInWorkers() leaves out the same singular resamples", async () => {
  const fit = leastSquares({
    outcome: [1, 2, 3, 4, 5],
    terms: [factor("g", ["a", "a", "a", "a", "b"])],
  });
  const options = { draws: 2001, seed: 1 };
  const found = await bootstrapInWorkers(fit, { ...options, workers: 2 });
  assertEquals(found.singular, bootstrapLeastSquares(fit, options).singular);
});

Deno.test("bootstrapInWorkers() refuses no workers and no draws", async () => {
  const fit = leastSquares({ outcome: [1, 2], terms: [] });
  await assertRejects(() => bootstrapInWorkers(fit, { workers: 0 }), RangeError, "Workers are 0");
  await assertRejects(() => bootstrapInWorkers(fit, { draws: 0 }), RangeError, "Draws are 0");
});
