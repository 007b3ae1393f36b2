/**
 * Functions of the library that take seconds, by their names: a page under other parameters asks some of them
 * the same again. What they give depends on their arguments alone.
 */
export const REMEMBERED: readonly string[] = ["kingModel", "binomialBeta"];

const results = new Map<unknown, Map<string, unknown>>();

/**
 * Wraps a function so that the same arguments are computed once a process: it gives the same, each time
 * another copy. For arguments and results that are plain values.
 */
export function remember<F extends (...args: never[]) => unknown>(run: F): F {
  const known = results.get(run) ?? new Map<string, unknown>();
  results.set(run, known);
  const remembered = (...args: never[]): unknown => {
    const key = JSON.stringify(args);
    if (!known.has(key)) known.set(key, run(...args));
    return structuredClone(known.get(key));
  };
  return remembered as F;
}
