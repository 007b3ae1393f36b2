import process from "node:process";

/**
 * How many milliseconds a processor worked for this process while `work` ran. A test that asks whether
 * something ends at all in useful time asks this: the clock would count whoever else the machine served.
 */
export function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
