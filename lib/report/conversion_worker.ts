/**
 * One worker that turns drawings into files: asked with `{ kind, svg }`, it
 * answers with the bytes, or with what went wrong.
 *
 * @module
 */
import { embedFonts, svgToPdf } from "../chart/pdf.ts";
import type { ConversionAnswer, ConversionTask } from "./conversion_pool.ts";

/** The part of a worker's own scope that this needs. */
interface WorkerScope {
  onmessage: ((event: { readonly data: ConversionTask }) => void) | null;
  postMessage(answer: ConversionAnswer): void;
}

const scope = globalThis as unknown as WorkerScope;

async function convert({ kind, svg }: ConversionTask): Promise<Uint8Array<ArrayBuffer>> {
  return kind === "pdf" ? await svgToPdf(svg) : new TextEncoder().encode(await embedFonts(svg));
}

scope.onmessage = ({ data }) => {
  convert(data).then(
    (bytes) => scope.postMessage({ bytes }),
    (error) => scope.postMessage({ error: error instanceof Error ? error.message : String(error) }),
  );
};
