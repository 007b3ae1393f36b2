import { type BootstrapOptions, checkDraws } from "./bootstrap.ts";
import { bootstrapChunks } from "./bootstrap_chunk.ts";
import type { ResampledFit } from "./resampled_products.ts";
import { type BootstrapCoefficients, joinChunks } from "./bootstrap_least_squares.ts";
import type { WorkerAnswer, WorkerMessage } from "./bootstrap_worker.ts";
import { type BootstrapWorkers, startBootstrapWorkers } from "./bootstrap_workers.ts";
import type { LeastSquaresFit } from "./least_squares.ts";

/**
 * `bootstrapLeastSquares` on several processors: the same draws for the same seed, whatever the number of
 * workers. A worker starts cold, which costs it as much as a few thousand draws: worth it for long
 * bootstraps (some ten thousands of draws) or several, with workers that `startBootstrapWorkers` keeps.
 *
 * @param options.workers How many, or those that wait; one a processor unless given.
 * @throws {RangeError} as `bootstrapLeastSquares` does, or if workers are not a positive whole number
 * @throws {Error} if a worker can't be started or fails, or those that wait have another bootstrap to do
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
  options: BootstrapOptions & { readonly workers?: number | BootstrapWorkers } = {},
): Promise<BootstrapCoefficients> {
  const { draws = 2_000, seed = 1, workers = navigator.hardwareConcurrency } = options;
  checkDraws(fit.n, draws);
  const chunks = bootstrapChunks(draws, seed);
  const own = typeof workers === "number"
    // Not more than have a chunk each; a number that is none is refused there.
    ? startBootstrapWorkers(workers > chunks.length ? chunks.length : workers)
    : null;
  const { workers: crew } = own ?? workers as BootstrapWorkers;
  if (crew.some((worker) => worker.onmessage !== null)) {
    throw new Error("Bootstrap workers have another bootstrap to do: expected one at a time");
  }
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
  try {
    await Promise.all(crew.map(work));
  } finally {
    for (const worker of crew) worker.onmessage = worker.onerror = null;
    own?.[Symbol.dispose]();
  }
  return joinChunks(fit, draws, parts);
}
