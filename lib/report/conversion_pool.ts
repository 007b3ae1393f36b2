import type { Arrangement, FigureFormat } from "../chart/figure_file.ts";
import type { LayoutFigure } from "../chart/layouts.ts";

/** What a worker is asked. */
export interface ConversionTask {
  readonly figure: LayoutFigure;
  readonly arrangement: Arrangement;
  readonly format: FigureFormat;
}

/** What it answers. */
export type ConversionAnswer =
  /** Null where the figure has no such layout. */
  | { readonly bytes: Uint8Array<ArrayBuffer> | null }
  | { readonly error: string };

interface Waiting {
  readonly task: ConversionTask;
  readonly resolve: (bytes: Uint8Array<ArrayBuffer> | null) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Converts drawings in as many workers as there are processors, four at most.
 * Workers start with the first tasks; {@linkcode ConversionPool.close} ends them.
 */
export class ConversionPool {
  readonly #most = Math.max(1, Math.min(4, navigator.hardwareConcurrency));
  readonly #idle: Worker[] = [];
  readonly #all: Worker[] = [];
  readonly #queue: Waiting[] = [];

  /** Converts one drawing. */
  convert(task: ConversionTask): Promise<Uint8Array<ArrayBuffer> | null> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ task, resolve, reject });
      this.#next();
    });
  }

  /** Ends the workers; what is still waiting never comes. */
  close(): void {
    for (const worker of this.#all) worker.terminate();
    this.#all.length = 0;
    this.#idle.length = 0;
  }

  #next(): void {
    if (this.#queue.length === 0) return;
    let worker = this.#idle.pop();
    if (worker === undefined) {
      if (this.#all.length >= this.#most) return;
      worker = new Worker(new URL("./conversion_worker.ts", import.meta.url), { type: "module" });
      this.#all.push(worker);
    }
    this.#give(worker, this.#queue.shift()!);
  }

  #give(worker: Worker, { task, resolve, reject }: Waiting): void {
    worker.onmessage = ({ data }: MessageEvent<ConversionAnswer>) => {
      this.#idle.push(worker);
      if ("bytes" in data) resolve(data.bytes);
      else reject(new Error(`Cannot convert a drawing to ${task.format}: ${data.error}`));
      this.#next();
    };
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(`Cannot convert a drawing to ${task.format}: ${event.message}`));
    };
    worker.postMessage(task);
  }
}
