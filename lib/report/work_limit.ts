const POLL_MS = 200;

/** What a piece of work may take. */
export interface WorkBounds {
  /** Seconds of processor time. */
  readonly time: number;
  /** Seconds by the clock, far more: work that waits takes no processor, and ends all the same. */
  readonly wall: number;
}

/** A running limit. */
export interface WorkLimit {
  /** Resolves, once a bound is passed, to that bound in words. */
  readonly passed: Promise<string>;
  /** Counts from now again, since something came of the work. */
  again(): void;
  stop(): void;
}

/**
 * Bounds a piece of work by the processor time that it takes, so that a busy machine, on which
 * everything takes longer, stops nothing that is sound; and by the clock.
 *
 * @param spent The processor time spent, in seconds; null where nothing tells, and the clock alone counts.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { workLimit } from "./work_limit.ts";
 *
 * let seconds = 0;
 * const limit = workLimit(() => seconds, { time: 120, wall: 1200 });
 * seconds = 121;
 * assertEquals(await limit.passed, "120 s of processor time");
 * limit.stop();
 * ```
 */
export function workLimit(spent: () => number | null, { time, wall }: WorkBounds): WorkLimit {
  const { promise, resolve } = Promise.withResolvers<string>();
  let start: number;
  let before: number | null;
  const again = () => {
    start = performance.now();
    before = spent();
  };
  again();
  const timer = setInterval(() => {
    const now = spent();
    if (now !== null && now - (before ?? 0) > time) resolve(`${time} s of processor time`);
    if (performance.now() - start > wall * 1000) resolve(`${wall} s`);
  }, POLL_MS);
  return { passed: promise, again, stop: () => clearInterval(timer) };
}
