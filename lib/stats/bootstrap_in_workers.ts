import { type BootstrapOptions, checkDraws } from "./bootstrap.ts";
import { bootstrapChunks } from "./bootstrap_chunk.ts";
import type { ResampledFit } from "./resampled_products.ts";
import { type BootstrapCoefficients, joinChunks } from "./bootstrap_least_squares.ts";
import type { WorkerAnswer, WorkerMessage } from "./bootstrap_worker.ts";
import type { LeastSquaresFit } from "./least_squares.ts";

/**
 * `bootstrapLeastSquares` on several processors: the same draws for the same seed, whatever the number of
 * workers. Worth it for long bootstraps (some ten thousands of draws) on idle processors: a worker starts
 * cold, which costs it as much as a few thousand draws.
 *
 * @throws {RangeError} as `bootstrapLeastSquares` does, or if workers are not a positive whole number
 * @throws {Error} if a worker can't be started or fails
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { bootstrapInWorkers, bootstrapLeastSquares, leastSquares, numeric } from "tallybook/stats";
 *
 * const fit = leastSquares({ outcome: [1, 3, 4, 7], terms: [numeric("x", [0, 1, 2, 3])] });
 * const options = { draws: 2500, seed: 3 };
 * assertEquals(
 *   await bootstrapInWorkers(fit, { ...options, workers: 2 }),
 *   bootstrapLeastSquares(fit, options),
 * );
 * ```
 */
export async function bootstrapInWorkers(
  fit: LeastSquaresFit,
  options: BootstrapOptions & { readonly workers?: number } = {},
): Promise<BootstrapCoefficients> {
  const { draws = 2_000, seed = 1, workers = navigator.hardwareConcurrency } = options;
  checkDraws(fit.n, draws);
  if (!Number.isInteger(workers) || workers < 1) {
    throw new RangeError(`Workers are ${workers}, expected a whole number of at least 1`);
  }
  const chunks = bootstrapChunks(draws, seed);
  const parts = new Array<Float64Array[]>(chunks.length);
  let next = 0;
  const { n, basis, residuals, weights, coefficients, inverseTriangle } = fit;
  const needed: ResampledFit = {
    n,
    basis,
    residuals,
    coefficients,
    inverseTriangle,
    ...(weights ? { weights } : {}),
  };
  const work = (worker: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      const send = (message: WorkerMessage): void => worker.postMessage(message);
      const give = (): void => {
        if (next === chunks.length) return resolve();
        const number = next++;
        send({ chunk: chunks[number]!, number });
      };
      worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
        parts[data.number] = data.part;
        give();
      };
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(`Bootstrap worker failed: ${event.message}`));
      };
      send({ fit: needed });
      give();
    });
  const started = Array.from(
    { length: Math.min(workers, chunks.length) },
    () => new Worker(new URL("./bootstrap_worker.ts", import.meta.url), { type: "module" }),
  );
  try {
    await Promise.all(started.map(work));
  } finally {
    for (const worker of started) worker.terminate();
  }
  return joinChunks(fit, draws, parts);
}
