/** Where the runner tells how far it is. */
export interface Progress {
  /** What is done for all notebooks, in one line. */
  note(text: string): void;
  /** A notebook starts, and why. */
  start(name: string, reason: string): void;
  /** One of its cells starts. */
  cell(name: string, cell: number, cells: number): void;
  /** It ended; `outcome` in one line. */
  end(name: string, outcome: string): void;
  /** Ends the display. */
  close(): void;
}

/** Says nothing. */
export const SILENT: Progress = { note() {}, start() {}, cell() {}, end() {}, close() {} };

/** Where text goes, and whether lines there can be drawn again. */
export interface Screen {
  /** Writes text as it stands. */
  write(text: string): void;
  /** Whether it is a terminal, where lines can be replaced. */
  readonly terminal: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/** The process's error stream, so that a task's own output stays clean. */
export function standardError(): Screen {
  const encoder = new TextEncoder();
  const terminal = Deno.stderr.isTerminal();
  return {
    terminal,
    // A terminal that does not know its size says 0.
    width: terminal && Deno.consoleSize().columns || Infinity,
    write: (text) => {
      Deno.stderr.writeSync(encoder.encode(text));
    },
  };
}

const REDRAW_MS = 500;

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** A plain line when a notebook starts and when it ends. */
function plainProgress(screen: Screen, now: () => number): Progress {
  const started = new Map<string, number>();
  return {
    note: (text) => screen.write(`${text}\n`),
    start(name, reason) {
      started.set(name, now());
      screen.write(`${name}: running (${reason})\n`);
    },
    cell() {},
    end(name, outcome) {
      const since = started.get(name);
      const elapsed = since === undefined ? "" : `, ${seconds(now() - since)}`;
      screen.write(`${name}: ${outcome}${elapsed}\n`);
    },
    close() {},
  };
}

/** One line for each notebook that runs, drawn again as it goes on. */
function liveProgress(screen: Screen, now: () => number): Progress {
  const running = new Map<string, { since: number; state: string }>();
  let drawn = 0;
  const erase = () => {
    if (drawn > 0) screen.write(`\x1b[${drawn}A\x1b[J`);
    drawn = 0;
  };
  const draw = () => {
    erase();
    for (const [name, { since, state }] of running) {
      const line = `${name}: ${state}, ${seconds(now() - since)}`;
      screen.write(line.slice(0, screen.width - 1) + "\n");
      drawn++;
    }
  };
  const timer = setInterval(draw, REDRAW_MS);
  return {
    note(text) {
      erase();
      screen.write(`${text}\n`);
      draw();
    },
    start(name, reason) {
      running.set(name, { since: now(), state: `starting (${reason})` });
      draw();
    },
    cell(name, cell, cells) {
      const entry = running.get(name);
      if (entry) entry.state = `cell ${cell} of ${cells}`;
      draw();
    },
    end(name, outcome) {
      const since = running.get(name)?.since;
      running.delete(name);
      erase();
      const elapsed = since === undefined ? "" : `, ${seconds(now() - since)}`;
      screen.write(`${name}: ${outcome}${elapsed}\n`);
      draw();
    },
    close() {
      clearInterval(timer);
      erase();
    },
  };
}

/**
 * The display that suits a screen: one live line a notebook on a terminal, else
 * plain lines. It has to be closed at the end.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { progressOn } from "./progress.ts";
 *
 * let written = "";
 * const screen = { terminal: false, width: 80, write: (text: string) => void (written += text) };
 * const progress = progressOn(screen, () => 0);
 * progress.start("a.ipynb", "cell [2] changed");
 * progress.end("a.ipynb", "ok");
 * progress.close();
 *
 * assertEquals(written, "a.ipynb: running (cell [2] changed)\na.ipynb: ok, 0.0 s\n");
 * ```
 */
export function progressOn(
  screen: Screen = standardError(),
  now: () => number = () => performance.now(),
): Progress {
  return screen.terminal ? liveProgress(screen, now) : plainProgress(screen, now);
}
