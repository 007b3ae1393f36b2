import { inspectBytes } from "../inspect_bytes.ts";
import type { PackedKnown } from "../unpack_known.ts";
import type { Asked, Told } from "./messages.ts";

/** The worker that this runs in. */
const worker = globalThis as unknown as {
  postMessage(message: Told): void;
  onmessage: (event: { readonly data: Asked }) => Promise<void>;
};

/** The tables' totals, unpacked once. */
let known: Promise<PackedKnown> | undefined;

async function unpack(packed: string): Promise<PackedKnown> {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

worker.onmessage = async ({ data: { file, options, packed } }) => {
  try {
    known ??= unpack(packed);
    const bytes = new Uint8Array(await file.arrayBuffer());
    let shown = -1;
    const inspected = inspectBytes(file.name, bytes, options, await known, (read, size) => {
      const percent = Math.min(100, Math.floor(100 * read / size));
      if (percent !== shown) worker.postMessage({ percent: shown = percent });
    });
    worker.postMessage({ inspected });
  } catch (error) {
    worker.postMessage({ failure: error instanceof Error ? error.message : String(error) });
  }
};
