import process from "node:process";

/** Peak resident memory of this process in MiB. */
export function peakMemory(): number {
  const status = Deno.readTextFileSync("/proc/self/status");
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

/** Seconds of processor time that this process has taken, in all its threads. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Prints one line: seconds, peak, result, and seconds of the processor where they are told. */
export function print(
  seconds: number,
  peak: number,
  result: readonly number[],
  processor?: number,
): void {
  const line = JSON.stringify({ seconds, peak, result, processor });
  Deno.stdout.writeSync(new TextEncoder().encode(line + "\n"));
}

/** Runs a job with the clock, and prints how it went. */
export function report(job: () => readonly number[]): void {
  const start = performance.now();
  const result = job();
  print((performance.now() - start) / 1000, peakMemory(), result);
}
