/**
 * Processors that wait for bootstraps, so that a second one starts warm. Ends with `using`, or when
 * `Symbol.dispose` is called.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { bootstrapInWorkers, leastSquares, numeric, startBootstrapWorkers } from "tallybook/stats";
 *
 * using workers = startBootstrapWorkers(2);
 * const fit = leastSquares({ outcome: [1, 3, 4, 7], terms: [numeric("x", [0, 1, 2, 3])] });
 * const first = await bootstrapInWorkers(fit, { draws: 2500, seed: 3, workers });
 * const second = await bootstrapInWorkers(fit, { draws: 2500, seed: 3, workers });
 * assertEquals(first, second);
 * ```
 */
export interface BootstrapWorkers extends Disposable {
  /** The workers themselves; one bootstrap at a time uses them. */
  readonly workers: readonly Worker[];
}

/**
 * Starts workers for bootstraps, one a processor unless told.
 *
 * @throws {RangeError} if the number is not a positive whole number
 */
export function startBootstrapWorkers(
  count: number = navigator.hardwareConcurrency,
): BootstrapWorkers {
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`Workers are ${count}, expected a whole number of at least 1`);
  }
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL("./bootstrap_worker.ts", import.meta.url), { type: "module" }),
  );
  return {
    workers,
    [Symbol.dispose]: () => {
      for (const worker of workers) worker.terminate();
    },
  };
}
