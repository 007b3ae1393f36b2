import { assertEquals, assertRejects } from "@std/assert";
import {
  bootstrapInWorkers,
  bootstrapLeastSquares,
  factor,
  leastSquares,
  startBootstrapWorkers,
} from "tallybook/stats";
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

Deno.test("bootstrapInWorkers() uses workers that wait, one bootstrap after the other, whatever the fit", async () => {
  using workers = startBootstrapWorkers(2);
  const fit = leastSquares({ ...problem(reference.models.h_dose_w.formula), weights: votes });
  const small = leastSquares({ outcome: [1, 3, 4, 7, 9], terms: [] });
  const options = { draws: 3100, seed: 8 };
  for (const each of [fit, small, fit]) {
    assertEquals(
      await bootstrapInWorkers(each, { ...options, workers }),
      bootstrapLeastSquares(each, options),
    );
  }
});

Deno.test("bootstrapInWorkers() refuses workers that have another bootstrap to do, and leaves that one alone", async () => {
  using workers = startBootstrapWorkers(1);
  const fit = leastSquares({ outcome: [1, 3, 4, 7, 9], terms: [] });
  const first = bootstrapInWorkers(fit, { draws: 1500, workers });
  await assertRejects(
    () => bootstrapInWorkers(fit, { draws: 1500, workers }),
    Error,
    "another bootstrap to do",
  );
  assertEquals(await first, bootstrapLeastSquares(fit, { draws: 1500 }));
});
