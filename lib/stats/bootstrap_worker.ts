import { type BootstrapChunk, runBootstrapChunk } from "./bootstrap_chunk.ts";
import { type ResampledFit, ResampledProducts } from "./resampled_products.ts";

/** What a worker is told: first the fit, then chunks by number. */
export type WorkerMessage =
  | { readonly fit: ResampledFit }
  | { readonly chunk: BootstrapChunk; readonly number: number };

/** What a worker answers to a chunk. */
export interface WorkerAnswer {
  readonly number: number;
  readonly part: Float64Array[];
}

const scope = globalThis as unknown as {
  addEventListener(type: "message", listen: (event: MessageEvent<WorkerMessage>) => void): void;
  postMessage(answer: WorkerAnswer): void;
};

let known: { fit: ResampledFit; products: ResampledProducts } | undefined;

scope.addEventListener("message", ({ data }) => {
  if ("fit" in data) {
    known = { fit: data.fit, products: new ResampledProducts(data.fit) };
  } else if (known) {
    const part = runBootstrapChunk(known.fit, known.products, data.chunk);
    scope.postMessage({ number: data.number, part });
  }
});
