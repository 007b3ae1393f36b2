import { type Barrier, barrierCode, barrierName, barrierOf } from "./barrier.ts";
import { type Connection, newConnection } from "./connection.ts";
import { KernelChannels } from "./kernel_channels.ts";
import { type KernelExit, KernelProcess, type LaunchOptions } from "./kernel_process.ts";
import type { Message } from "./message.ts";

const START_LIMIT_MS = 30_000;
const EXIT_GRACE_MS = 2_000;
const SUBSCRIBE_RETRY_MS = 50;
/** Ports that were free when they were picked can be taken before the kernel has them. */
const ATTEMPTS = 3;

/** Thrown when the kernel ends, or its connections break, while something is asked of it. */
export class KernelDied extends Error {
  override name = "KernelDied";
}

/** Thrown when a cell takes longer than it may. */
export class CellTimeout extends Error {
  override name = "CellTimeout";
}

/** How a piece of code is run. */
export interface RunOptions {
  /** Whether it counts as a cell: takes the next execution count. */
  readonly counts: boolean;
  /** Milliseconds after which it is given up. */
  readonly limit: number;
  /** Called with each message that the code caused, in order. */
  readonly onOutput?: (message: Message) => void;
  /** Ends the run early when it rejects: too much output, not enough memory. */
  readonly guard?: Promise<never>;
}

const delay = (ms: number) => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  return { promise, cancel: () => clearTimeout(timer) };
};

/** A running Deno kernel that runs one piece of code after another. */
export class Kernel {
  /** What the kernel says of its language, as Jupyter stores it in `language_info`. */
  readonly languageInfo: Readonly<Record<string, unknown>>;
  /** The global function of the kernel that answers the barrier; the first cell makes it. */
  readonly barrier = barrierName();
  /** Where it listens. */
  readonly connection: Connection;
  readonly #process: KernelProcess;
  readonly #channels: KernelChannels;
  /** Why it can't be asked any more; null while it can. */
  #over: unknown = null;
  /** Ends what is being run. */
  #fail: (reason: unknown) => void = () => {};

  private constructor(
    process: KernelProcess,
    channels: KernelChannels,
    connection: Connection,
    languageInfo: Record<string, unknown>,
  ) {
    this.#process = process;
    this.#channels = channels;
    this.connection = connection;
    this.languageInfo = languageInfo;
    // Waited for once: a promise that lives as long as the kernel keeps all that ever waits for it.
    this.#ended().catch((error) => {
      this.#over = error;
      this.#fail(error);
    });
  }

  /** The process's id. */
  get pid(): number {
    return this.#process.pid;
  }

  /** Resolves when the process has ended, whatever the cause. */
  get exit(): Promise<KernelExit> {
    return this.#process.exit;
  }

  /** Starts a kernel and waits until it answers and its outputs arrive. */
  static async start(options: LaunchOptions): Promise<Kernel> {
    for (let attempt = 1;; attempt++) {
      try {
        return await Kernel.#startOnce(options);
      } catch (error) {
        if (attempt === ATTEMPTS) throw error;
      }
    }
  }

  static async #startOnce(options: LaunchOptions): Promise<Kernel> {
    const connection = newConnection(options.key);
    const process = await KernelProcess.start(connection, options);
    let ended = false;
    const died = process.exit.then((exit) => {
      ended = true;
      throw new KernelDied(`Kernel did not start: ${lastLine(exit.stderr) || describe(exit)}`);
    });
    died.catch(() => {});
    const limit = delay(START_LIMIT_MS);
    const late = limit.promise.then(() => {
      ended = true;
      throw new KernelDied(`Kernel did not start within ${START_LIMIT_MS / 1000} s`);
    });
    late.catch(() => {});
    let channels: KernelChannels | undefined;
    try {
      const opened = KernelChannels.connect(connection, () => ended);
      opened.then((value) => ended && value.close(), () => {});
      channels = await Promise.race([opened, died, late]);
      const info = await Promise.race([subscribed(channels, () => ended), died, late]);
      process.started();
      const language = info.content["language_info"];
      return new Kernel(process, channels, connection, {
        ...(language as Record<string, unknown>),
      });
    } catch (error) {
      ended = true;
      channels?.close();
      process.kill();
      await process.exit;
      throw error;
    } finally {
      limit.cancel();
    }
  }

  /** Runs `code` and a barrier behind it: resolves once all that it put out has arrived. */
  async run(code: string, options: RunOptions): Promise<{ reply: Message; barrier: Barrier }> {
    const token = crypto.randomUUID();
    const passed = Promise.withResolvers<Barrier>();
    this.#channels.onOutput = (message) => {
      const barrier = barrierOf(message, token);
      if (barrier === undefined) options.onOutput?.(message);
      else {
        this.#channels.onOutput = () => {};
        passed.resolve(barrier);
      }
    };
    const ask = (code: string, counts: boolean) =>
      this.#channels.request("shell", "execute_request", {
        code,
        silent: false,
        store_history: counts,
        user_expressions: {},
        allow_stdin: false,
        stop_on_error: false,
      });
    const cell = ask(code, options.counts);
    const unanswered = Promise.withResolvers<never>();
    unanswered.promise.catch(() => {});
    ask(barrierCode(this.barrier, token), false).reply.then(({ content }) => {
      if (content["status"] !== "ok") unanswered.reject(new KernelDied("Kernel lost its barrier"));
    });
    const ended = Promise.withResolvers<never>();
    ended.promise.catch(() => {});
    this.#fail = ended.reject;
    if (this.#over !== null) ended.reject(this.#over);
    const limit = delay(options.limit);
    const late = limit.promise.then(() => {
      throw new CellTimeout(`took longer than ${options.limit / 1000} s`);
    });
    try {
      return await Promise.race([
        Promise.all([cell.reply, passed.promise]).then(([reply, barrier]) => ({ reply, barrier })),
        late,
        // A cell that fails is told by its own reply; only without one the barrier's says anything.
        unanswered.promise.catch(async (error) => {
          await cell.reply;
          throw error;
        }),
        ended.promise,
        ...(options.guard ? [options.guard] : []),
      ]);
    } finally {
      limit.cancel();
      this.#channels.onOutput = () => {};
      this.#fail = () => {};
    }
  }

  async #ended(): Promise<never> {
    const broken = await Promise.race([this.#channels.broken, this.#process.exit.then(() => null)]);
    if (broken instanceof TypeError || broken instanceof RangeError) {
      throw new KernelDied(broken.message);
    }
    // The connections close a moment before the process is gone.
    const grace = delay(EXIT_GRACE_MS);
    const exit = await Promise.race([this.#process.exit, grace.promise]);
    grace.cancel();
    throw new KernelDied(exit ? describe(exit) : "Kernel closed its connections");
  }

  /**
   * Ends the kernel; resolves when it is gone. There is nothing that it could
   * still have to do: a gentle end would only take its time.
   */
  async kill(): Promise<void> {
    this.#process.kill();
    await this.#process.exit;
    this.#channels.close();
  }
}

/** Asks for the kernel's information until the answer's echo shows that outputs arrive. */
async function subscribed(channels: KernelChannels, abandoned: () => boolean): Promise<Message> {
  const heard = Promise.withResolvers<void>();
  let arrived = false;
  channels.onOutput = () => {
    arrived = true;
    heard.resolve();
  };
  try {
    for (;;) {
      const { reply } = channels.request("shell", "kernel_info_request", {});
      const retry = delay(SUBSCRIBE_RETRY_MS);
      const [info] = await Promise.all([reply, Promise.race([heard.promise, retry.promise])]);
      retry.cancel();
      if (arrived || abandoned()) return info;
    }
  } finally {
    channels.onOutput = () => {};
  }
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}

/** How a kernel's end is told to a reader. */
function describe(exit: KernelExit): string {
  if (/heap limit|out of memory/i.test(exit.stderr)) return "Kernel ran out of memory";
  if (exit.signal) return `Kernel was killed (${exit.signal})`;
  return `Kernel ended with exit code ${exit.code}`;
}
