/**
 * One worker that turns drawings into files: asked with a figure, an arrangement and a
 * format, it answers with the bytes, or with what went wrong.
 *
 * @module
 */
import { figureFile } from "../chart/figure_file.ts";
import type { ConversionAnswer, ConversionTask } from "./conversion_pool.ts";

/** The part of a worker's own scope that this needs. */
interface WorkerScope {
  onmessage: ((event: { readonly data: ConversionTask }) => void) | null;
  postMessage(answer: ConversionAnswer): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data }) => {
  figureFile(data.figure, data.arrangement, data.format).then(
    (bytes) => scope.postMessage({ bytes }),
    (error) => scope.postMessage({ error: error instanceof Error ? error.message : String(error) }),
  );
};
