/** Steps that take some ten seconds to a minute. */
const MOST_STEPS = 1e10;

/**
 * Refuses what would run for longer than anybody waits: each option within its own limit, but all together
 * more steps than are done in about a minute.
 *
 * @throws {RangeError} naming the parts whose product is too large
 */
export function requireWork(task: string, parts: Readonly<Record<string, number>>): void {
  const steps = Object.values(parts).reduce((product, value) => product * value, 1);
  if (steps <= MOST_STEPS) return;
  const found = Object.entries(parts).map(([name, value]) => `${value} ${name}`).join(" × ");
  throw new RangeError(
    `Cannot ${task}: work: found ${found}, expected at most ${MOST_STEPS} together`,
  );
}
