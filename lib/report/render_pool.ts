import { fileURLToPath } from "node:url";
import { startTied } from "../files/deno_process.ts";
import { processStat } from "../files/process_stat.ts";
import { bytesFromJson } from "./kept.ts";
import type { NotebookDocument } from "./notebook_document.ts";
import type { RenderedNotebook } from "./notebook_page.ts";
import type { RenderContext } from "./report_context.ts";
import { TextLineStream } from "./text_lines.ts";
import { type WorkBounds, workLimit } from "./work_limit.ts";

/** A notebook to be rendered, as it travels to a process of the pool. */
export interface RenderTask {
  /** The project's folder, where drawings that were converted are kept. */
  readonly root: string;
  readonly notebook: NotebookDocument;
  readonly context: Omit<RenderContext, "convert">;
  /** Whether nothing is taken that is kept of pages before. */
  readonly anew?: boolean;
}

/** What a process answers. */
export type RenderAnswer = { readonly page: RenderedNotebook } | { readonly error: string };

/** What one page may take. */
export interface RenderLimits {
  /** Seconds of processor time; 120 unless given. */
  readonly time?: number;
  /** Seconds by the clock; 1,200 unless given. */
  readonly wall?: number;
  /** MB of memory; 2,048 unless given. */
  readonly memory?: number;
  /** Processes at a time; as many as there are processors unless given, four at most. */
  readonly jobs?: number;
}

/** What the work on one page may take unless something else is given. */
export const PAGE_BOUNDS: WorkBounds = { time: 120, wall: 1200 };
const MEGABYTES = 2048;

interface Process {
  readonly child: Deno.ChildProcess;
  readonly writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly lines: AsyncIterator<string>;
  readonly end: () => void;
}

function start(memory: number): Process {
  const { child, kill, release } = startTied({
    args: [
      "run",
      "-A",
      "--no-check",
      `--v8-flags=--max-old-space-size=${memory}`,
      fileURLToPath(new URL("./render_process.ts", import.meta.url)),
    ],
    folder: fileURLToPath(new URL("../../", import.meta.url)),
    stdin: "piped",
    stderr: "null",
  });
  const lines = child.stdout.pipeThrough(new TextDecoderStream())
    .pipeThrough(new TextLineStream());
  return {
    child,
    writer: child.stdin.getWriter(),
    lines: lines[Symbol.asyncIterator](),
    end: () => {
      release();
      kill();
    },
  };
}

/**
 * Renders notebooks in processes of their own, several at a time: one that takes too long, too much
 * memory or fails in any way is told as an error, and the others go on. An interrupt ends them.
 */
export class RenderPool {
  readonly #idle: Process[] = [];
  readonly #all = new Set<Process>();
  readonly #waiting: Array<() => void> = [];
  readonly #limits: Required<RenderLimits>;
  #running = 0;

  constructor(limits: RenderLimits = {}) {
    this.#limits = {
      time: limits.time ?? PAGE_BOUNDS.time,
      wall: limits.wall ?? PAGE_BOUNDS.wall,
      memory: limits.memory ?? MEGABYTES,
      jobs: limits.jobs ?? Math.max(1, Math.min(4, navigator.hardwareConcurrency)),
    };
  }

  /**
   * Renders one notebook; rejects with what went wrong, in words.
   *
   * @param onSent Called when a process has been told what to render, or all of them are busy.
   */
  async render(task: RenderTask, onSent = () => {}): Promise<RenderedNotebook> {
    while (this.#running >= this.#limits.jobs) {
      onSent();
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#running++;
    try {
      return await this.#renderOn(this.#take(), task, onSent);
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }

  /** Starts a process ahead of a page that will be rendered, if none is there: it loads what it needs meanwhile. */
  expect(): void {
    if (this.#all.size > 0) return;
    const process = start(this.#limits.memory);
    this.#all.add(process);
    this.#idle.push(process);
  }

  /** Ends the processes. */
  close(): void {
    for (const process of this.#all) process.end();
    this.#all.clear();
    this.#idle.length = 0;
  }

  #take(): Process {
    const process = this.#idle.pop() ?? start(this.#limits.memory);
    this.#all.add(process);
    return process;
  }

  async #renderOn(
    process: Process,
    task: RenderTask,
    onSent: () => void,
  ): Promise<RenderedNotebook> {
    const { memory } = this.#limits;
    const { pid } = process.child;
    const limit = workLimit(() => processStat(pid)?.processorSeconds ?? null, this.#limits);
    try {
      const bytes = new TextEncoder().encode(JSON.stringify(task) + "\n");
      process.writer.write(bytes).then(onSent, () => {});
      const next = process.lines.next().catch(() => ({ done: true, value: "" } as const));
      const answered = await Promise.race([next, limit.passed]);
      if (typeof answered === "string") throw new Error(`Cannot render in ${answered}`);
      if (answered.done) {
        throw new Error(
          `Cannot render: the process ended, as it does beyond ${memory} MB of memory`,
        );
      }
      const answer: RenderAnswer = JSON.parse(answered.value, bytesFromJson);
      this.#idle.push(process);
      if ("page" in answer) return answer.page;
      throw new Error(answer.error);
    } finally {
      limit.stop();
      if (!this.#idle.includes(process)) {
        process.end();
        this.#all.delete(process);
      }
    }
  }
}
